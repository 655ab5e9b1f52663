import type { Gray } from '../../images/gray.ts'

/** `slow`: it outlasted its time; `broken`: the engine failed; `cancelled`: the caller gave up. */
export type Unrecognised = 'slow' | 'broken' | 'cancelled'

/** One place where a page is recognised at a time. */
export interface Recogniser {
  /** Tesseract's table of the page's words, as its TSV output has it. */
  recognise(page: Gray, signal: AbortSignal | undefined): Promise<{ readonly tsv: string } | Unrecognised>
  /** Gives memory back; the next page starts it anew. */
  rest(): Promise<void>
}

/** Longest time for one page, in milliseconds; an ordinary page takes one to three seconds on one core. */
export const RECOGNITION_TIME = 120_000

/** What the picture is taken to have been scanned at, in dots an inch: it is enlarged to about this. */
export const NOMINAL_DPI = '250'
