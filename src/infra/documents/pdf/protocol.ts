import type { Page } from '../../../reading/document.ts'

/** What the reading thread is asked for: the file's bytes and how far to read. */
export interface PdfJob {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly maxPages: number
}

export type PdfFault = 'encrypted' | 'unreadable' | 'too-large'

/** What the thread tells while it reads; every job ends with `end` or `fault`. */
export type PdfEvent =
  | { readonly id: number; readonly tell: 'opened'; readonly pageCount: number }
  | { readonly id: number; readonly tell: 'page'; readonly page: Page; readonly scan: boolean }
  | { readonly id: number; readonly tell: 'unread'; readonly number: number }
  | { readonly id: number; readonly tell: 'end' }
  | { readonly id: number; readonly tell: 'fault'; readonly fault: PdfFault }

export type PdfAnswer =
  | { readonly ok: true; readonly pageCount: number; readonly pages: readonly Page[]; readonly scans: ReadonlySet<number> }
  | { readonly ok: false; readonly fault: PdfFault }

/** Limits of one file. The thread is stopped when they are passed; what was read till then is kept. */
export const PDF_LIMITS = {
  /** Largest file taken at all, in bytes. */
  bytes: 100 * 1024 * 1024,
  /** Most memory PDFium may take, in bytes; ordinary files of 400 pages stay below 100 MB. */
  memory: 448 * 1024 * 1024,
  /** Longest silence: opening the file, or one page, in milliseconds. An ordinary page takes about 10. */
  silence: 8_000,
  /** Longest time for a whole file, in milliseconds. */
  time: 60_000,
  /** More characters than this on one page is not a page for reading. */
  charactersPerPage: 60_000,
  /** Characters of the whole file; 400 dense pages hold about 2 million. */
  characters: 6_000_000,
} as const
