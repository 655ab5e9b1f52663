import type { Page } from '../../../reading/document.ts'

/** What the reading thread is asked for: the file's bytes (moved, not copied) and how far to read. */
export interface PdfJob {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly maxPages: number
}

export type PdfFault = 'encrypted' | 'unreadable' | 'too-large'

export type PdfAnswer =
  | { readonly id: number; readonly ok: true; readonly pageCount: number; readonly pages: readonly Page[]; readonly unread: readonly number[] }
  | { readonly id: number; readonly ok: false; readonly fault: PdfFault }

/** Limits of one file. The thread is stopped when they are passed. */
export const PDF_LIMITS = {
  /** Largest file taken at all, in bytes. */
  bytes: 100 * 1024 * 1024,
  /** Most memory PDFium may take, in bytes; ordinary files of 400 pages stay below 100 MB. */
  memory: 448 * 1024 * 1024,
  /** Time for the whole file, in milliseconds, per started hundred pages. */
  timePerHundredPages: 8_000,
  /** More characters than this on one page is not a page for reading. */
  charactersPerPage: 60_000,
  /** Characters of the whole file; 400 dense pages hold about 2 million. */
  characters: 6_000_000,
} as const
