import { type Outcome, ok } from '../../base/outcome.ts'
import type { Page } from '../../reading/document.ts'
import type { PictureKind } from '../images/kinds.ts'
import type { PageImage } from '../images/pageImage.ts'
import { IMAGE_LIMITS } from '../images/protocol.ts'
import { askImages } from '../images/threaded.ts'
import type { Ocr, OcrUse, SheetFault } from '../ocr/ocr.ts'
import { fault, faultOfImage } from './faults.ts'
import type { Decoded } from './read-document.ts'
import { hardToRead, isHardToRead, MOST_RECOGNISED, notRead } from './scans.ts'

/** The words of a photograph, scan or fax, each with its place on the picture and how sure it is. */
export async function readPicture(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  kind: PictureKind,
  ocr: Ocr,
  use: OcrUse,
): Promise<Outcome<Decoded>> {
  if (bytes.length > IMAGE_LIMITS.bytes) return fault('huge', name)
  const counted = await askImages({ what: 'count', bytes, kind })
  if (!counted.ok) return faultOfImage(counted.fault, name, kind)
  const numbers = Array.from({ length: Math.min(counted.value, MOST_RECOGNISED) }, (_, i) => i + 1)
  const sheets = await ocr.recognise({ bytes, kind }, numbers, use)
  const pages: Page[] = []
  const images = new Map<number, PageImage>()
  const hard: number[] = []
  const unread: number[] = []
  let first: SheetFault | null = null
  for (const number of numbers) {
    const sheet = sheets.get(number) ?? 'broken'
    if (typeof sheet === 'string') {
      first ??= sheet
      unread.push(number)
      continue
    }
    pages.push(sheet.page)
    images.set(number, sheet.image)
    if (sheet.quality !== null && isHardToRead(sheet.quality)) hard.push(number)
  }
  if (pages.length === 0 && first) return sheetFault(first, name, kind)
  for (let n = numbers.length + 1; n <= counted.value; n++) unread.push(n)
  return ok({ media: 'image', pages, images, warnings: [...notRead(name, unread), ...hardToRead(name, hard)] })
}

const sheetFault = (of: SheetFault, name: string, kind: PictureKind): Outcome<Decoded> =>
  of === 'slow' || of === 'broken' || of === 'cancelled' ? fault('unrecognised', name) : faultOfImage(of, name, kind)
