import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { NamedBytes } from '../../usecases/ports.ts'
import { pageImage } from './pageImage.ts'

/** Width of a bound page, in pixels: what recognition works on for a Letter page at 200 dots an inch. */
const WIDTH = 1700
const QUALITY = 85
/** Points. */
const LETTER = { short: 612, long: 792 }

/** Photographs of the pages of one letter, in the order given, as one PDF. */
export async function bindPictures(files: readonly NamedBytes[]): Promise<Outcome<NamedBytes>> {
  const bound = await PDFDocument.create({ updateMetadata: false })
  for (const file of files) {
    const image = await pageImage(file.bytes, 1, WIDTH, { name: file.name, type: 'image/png' })
    if (!image.ok) return image
    // Our own picture by now: nothing of the file as it came goes on.
    const picture = await bound.embedJpg(await sharp(image.value.bytes).jpeg({ quality: QUALITY }).toBuffer())
    const upright = picture.height >= picture.width
    const width = upright ? LETTER.short : LETTER.long
    const height = (width * picture.height) / picture.width
    bound.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height })
  }
  if (bound.getPageCount() === 0)
    return fail(problem('file-empty', 'upload', 'There is no picture in it.', 'Choose the photographs again.'))
  return ok({ name: `${(files[0]?.name ?? 'photos').replace(/\.\w+$/, '')}.pdf`, bytes: await bound.save() })
}
