import { type Problem, problem } from '../../base/problem.ts'
import type { Page } from '../../reading/document.ts'
import type { PageImage } from '../images/pageImage.ts'
import type { Ocr, OcrUse, Recognised } from '../ocr/ocr.ts'
import { readsAsText } from './layer.ts'
import { pagesSaid } from './pages-said.ts'

/** How sure a scanner's own text layer is taken to be: below what an identifier or date is trusted at. */
const LAYER_CONFIDENCE = 0.85
/** A file with more scanned pages than this keeps text layers that read as text, for the time it would take. */
const LAYERS_ANEW = 20
/** Most pages of one file that are recognised. */
export const MOST_RECOGNISED = 150
/** Below this mean confidence the person is asked for a better picture. */
const HARD_TO_READ = 0.75

export interface PagesWithImages {
  readonly pages: readonly Page[]
  /** By page number: the pictures that the boxes of recognised pages lie on. */
  readonly images: ReadonlyMap<number, PageImage>
  /** Pictures that stayed without words because their reading failed. */
  readonly unread: readonly number[]
  readonly warnings: readonly Problem[]
}

/** A page whose text some other program recognised. */
export const asDoubtful = (page: Page): Page => ({
  ...page,
  words: page.words.map((w) => ({ ...w, confidence: LAYER_CONFIDENCE })),
})

/**
 * The pages of a PDF with those that are pictures recognised. A text layer that a scanner hid under the
 * picture is nobody's word: it is recognised anew, or kept as doubtful.
 */
export async function recogniseScans(
  file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string },
  read: { readonly pages: readonly Page[]; readonly scans: ReadonlySet<number> },
  ocr: Ocr,
  use: OcrUse,
): Promise<PagesWithImages> {
  const pictures = read.pages.filter((p) => p.text.trim() === '' || read.scans.has(p.number))
  const anew = pictures.filter((p) => pictures.length <= LAYERS_ANEW || !readsAsText(p.text))
  const asked = anew.slice(0, MOST_RECOGNISED).map((p) => p.number)
  const sheets =
    asked.length > 0 ? await ocr.recognise({ bytes: file.bytes, kind: 'pdf' }, asked, use) : (new Map() as Recognised)
  const images = new Map<number, PageImage>()
  const [unread, blank, hard]: [number[], number[], number[]] = [[], [], []]
  const pages = read.pages.map((page) => {
    if (!pictures.includes(page)) return page
    const sheet = sheets.get(page.number)
    if (typeof sheet === 'object' && sheet.page.text.trim() !== '') {
      images.set(page.number, sheet.image)
      if (sheet.quality !== null && isHardToRead(sheet.quality)) hard.push(page.number)
      return sheet.page
    }
    if (page.text.trim() === '') (typeof sheet === 'object' ? blank : unread).push(page.number)
    return asDoubtful(page)
  })
  const warnings = [...notRead(file.name, unread), ...withoutWords(file.name, blank), ...hardToRead(file.name, hard)]
  return { pages, images, unread, warnings }
}

const withoutWords = (name: string, blank: readonly number[]): Problem[] =>
  blank.length === 0
    ? []
    : [
        problem(
          'file-no-text',
          name,
          `${pagesSaid(blank)} show no words that can be read.`,
          'If they are not blank, photograph them anew: flat, in good light, from straight above.',
        ),
      ]

/** Names pages whose words are not there. */
export const notRead = (name: string, unread: readonly number[]): Problem[] =>
  unread.length === 0
    ? []
    : [
        problem(
          'file-no-text',
          name,
          `${pagesSaid(unread)} are pictures and could not be read.`,
          'If what matters is there, give those pages as a file of their own.',
        ),
      ]

/** Asks for a better picture of pages that were read with many doubts. */
export const hardToRead = (name: string, hard: readonly number[]): Problem[] =>
  hard.length === 0
    ? []
    : [
        problem(
          'file-no-text',
          name,
          `${pagesSaid(hard)} are hard to read, so words may be wrong or missing.`,
          'Photograph them anew: flat, in good light, from straight above. Or compare every value with the paper.',
        ),
      ]

export const isHardToRead = (quality: number): boolean => quality < HARD_TO_READ
