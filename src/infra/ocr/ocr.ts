import type { Page } from '../../reading/document.ts'
import type { Gray } from '../images/gray.ts'
import type { PagedKind } from '../images/kinds.ts'
import type { PageImage } from '../images/pageImage.ts'
import type { ImageFault } from '../images/protocol.ts'
import { askImages } from '../images/threaded.ts'
import type { Unrecognised } from './engine/engine.ts'
import { PackagedRecogniser } from './engine/packaged.ts'
import { RecogniserPool } from './engine/pool.ts'
import { hasSystemTesseract, SystemRecogniser } from './engine/system.ts'
import { recognisedPage } from './recognisedPage.ts'
import type { OcrSettings } from './settings.ts'
import { readUpright } from './turn.ts'

/** What is told while a file is read: pages of it that went through the step. */
export interface OcrProgress {
  readonly step: 'preparing' | 'recognizing'
  readonly done: number
  readonly of: number
}

export interface OcrUse {
  readonly progress?: (progress: OcrProgress) => void
  /** Gives up the pages that are not done; they come back as `cancelled`. */
  readonly signal?: AbortSignal
}

/** A page that was recognised, and the picture its boxes lie on: evened out, level and upright. */
export interface RecognisedSheet {
  readonly page: Page
  readonly image: PageImage
  /** Mean confidence of its letters, 0–1; null: it holds hardly any. */
  readonly quality: number | null
}

export type SheetFault = ImageFault | Unrecognised
export type Recognised = ReadonlyMap<number, RecognisedSheet | SheetFault>

export interface Ocr {
  readonly engine: 'packaged' | 'system'
  /** The pages asked for, from 1, of a PDF or picture. Never rejects. */
  recognise(
    file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly kind: PagedKind },
    pages: readonly number[],
    use?: OcrUse,
  ): Promise<Recognised>
  /** Ends the engines. What is recognised after it starts them anew. */
  close(): Promise<void>
}

/** Longest time for the pages of one file, in milliseconds; the rest come back as `slow`. */
const FILE_TIME = 15 * 60_000
/** Width of the kept picture, in pixels: 200 dots an inch of a Letter page. */
const SHOWN_WIDTH = 1700
/** Letter paper in points, for pictures, which do not say how large the sheet was. */
const LETTER = { short: 612, long: 792 }

/** The engine that the settings ask for; null: recognition is off, or the machine lacks what was asked for. */
export async function openOcr({ engine, atOnce }: OcrSettings): Promise<Ocr | null> {
  if (engine === 'off') return null
  const system = engine !== 'packaged' && (await hasSystemTesseract())
  if (engine === 'system' && !system) return null
  const recognisers = Array.from({ length: atOnce }, () => (system ? new SystemRecogniser() : new PackagedRecogniser()))
  const pool = new RecogniserPool(recognisers)
  return {
    engine: system ? 'system' : 'packaged',
    recognise: (file, pages, use = {}) => recogniseAll(pool, file, pages, use),
    close: () => pool.close(),
  }
}

async function recogniseAll(
  pool: RecogniserPool,
  file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly kind: PagedKind },
  pages: readonly number[],
  { progress, signal }: OcrUse,
): Promise<Recognised> {
  const sheets = new Map<number, RecognisedSheet | SheetFault>()
  const waiting = [...pages]
  const done = { preparing: 0, recognizing: 0 }
  const tell = (step: OcrProgress['step']) => progress?.({ step, done: ++done[step], of: pages.length })
  const late = performance.now() + FILE_TIME
  const one = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      if (signal?.aborted || performance.now() > late) sheets.set(number, signal?.aborted ? 'cancelled' : 'slow')
      else sheets.set(number, await recogniseOne(pool, file, number, () => tell('preparing'), signal))
      tell('recognizing')
    }
  }
  // One more than are recognised: its page is prepared meanwhile.
  await Promise.all(Array.from({ length: pool.atOnce + 1 }, one))
  return sheets
}

async function recogniseOne(
  pool: RecogniserPool,
  file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly kind: PagedKind },
  number: number,
  prepared: () => void,
  signal: AbortSignal | undefined,
): Promise<RecognisedSheet | SheetFault> {
  const answer = await askImages({ what: 'prepare', ...file, page: number })
  prepared()
  if (!answer.ok) return answer.fault
  const read = await readUpright((gray) => pool.recognise(gray, signal), answer.value)
  if (typeof read === 'string') return read
  const shown = await askImages({ what: 'encode', gray: read.gray, width: SHOWN_WIDTH, type: 'image/webp' })
  if (!shown.ok) return shown.fault
  const pixelsPerPoint = answer.value.pixelsPerPoint ?? assumedScale(read.gray)
  return {
    page: recognisedPage(number, read.gray, pixelsPerPoint, read.lines),
    image: { ...shown.value, type: 'image/webp' },
    quality: read.quality,
  }
}

const assumedScale = ({ width, height }: Gray) => width / (width > height ? LETTER.long : LETTER.short)
