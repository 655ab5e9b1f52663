import type { Gray } from './gray.ts'
import type { PagedKind } from './kinds.ts'

/** Limits of one file; what passes them is refused, and a thread that outlasts its time is ended. */
export const IMAGE_LIMITS = {
  /** Largest file taken at all, in bytes. */
  bytes: 100 * 1024 * 1024,
  /** Most pixels of a picture before it is made smaller: a telephone's largest is about 50 million. */
  pixels: 60_000_000,
  /** Longer side, in pixels, of what is recognised: a Letter page at 300 dots an inch. */
  side: 3300,
  /** Widest picture for a browser, in pixels. */
  width: 2550,
  /** Pages of a picture file that are looked at. */
  pages: 400,
  /** Longest time for one page, in milliseconds. An ordinary page takes 50 to 300 to show, 500 to 1500 to prepare. */
  show: 15_000,
  prepare: 30_000,
} as const

export type ImageType = 'image/webp' | 'image/png'

/** What the thread is asked for. Pages from 1. */
export type Ask =
  | { readonly what: 'count'; readonly bytes: Uint8Array<ArrayBuffer>; readonly kind: PagedKind }
  | {
      readonly what: 'show'
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly kind: PagedKind
      readonly page: number
      readonly width: number
      readonly type: ImageType
    }
  | { readonly what: 'prepare'; readonly bytes: Uint8Array<ArrayBuffer>; readonly kind: PagedKind; readonly page: number }
  | { readonly what: 'encode'; readonly gray: Gray; readonly width: number; readonly type: ImageType }

export interface Encoded {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export interface Prepared {
  readonly gray: Gray
  /** Pixels of `gray` for one point of the page; null where the file does not say how large the page is. */
  readonly pixelsPerPoint: number | null
  /** Quarter turns clockwise that the lines of text ask for; which way up is not known yet. */
  readonly sideways: boolean
}

export interface Answers {
  readonly count: number
  readonly show: Encoded
  readonly prepare: Prepared
  readonly encode: Encoded
}

/** `unreadable`: damaged; `encrypted`: needs a password; `too-large`: more pixels, memory or time than a page takes. */
export type ImageFault = 'unreadable' | 'encrypted' | 'too-large'

export type Told<What extends keyof Answers = keyof Answers> =
  | { readonly id: number; readonly ok: true; readonly value: Answers[What] }
  | { readonly id: number; readonly ok: false; readonly fault: ImageFault }
