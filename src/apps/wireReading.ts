import { type Outcome, ok } from '../base/outcome.ts'
import { readWithImages } from '../infra/documents/read-document.ts'
import { pageImage } from '../infra/images/pageImage.ts'
import { type Ocr, openOcr } from '../infra/ocr/ocr.ts'
import { ocrSettings } from '../infra/ocr/settings.ts'
import type { Progress, ReadResult } from '../usecases/cases/ports.ts'
import type { NamedBytes } from '../usecases/ports.ts'

/** Opened at the first picture: most letters are text. */
let ocr: Promise<Ocr | null> | null = null

async function recogniser(): Promise<Outcome<Ocr | null>> {
  const settings = ocrSettings(process.env)
  if (!settings.ok) return settings
  // One engine of the pool reads at a time, so one page at a time here keeps the cores for others.
  ocr ??= openOcr({ ...settings.value, atOnce: 1 })
  return ok(await ocr)
}

/** Any document, pictures of pages included; with the pictures on which the boxes of recognised words lie. */
export async function readScanned(
  doc: string,
  file: NamedBytes,
  tell: (progress: Progress) => void,
): Promise<Outcome<ReadResult>> {
  const opened = await recogniser()
  if (!opened.ok) return opened
  const read = await readWithImages({ id: doc, ...file }, opened.value, { progress: tell })
  if (!read.ok) return read
  const pictures = [...read.value.images].map(([page, image]) => ({ page, bytes: image.bytes }))
  return ok({ document: read.value.document, pictures }, read.warnings)
}

export async function pagePicture(file: NamedBytes, page: number, width: number): Promise<Outcome<Uint8Array>> {
  const image = await pageImage(file.bytes, page, width, { name: file.name })
  return image.ok ? ok(image.value.bytes) : image
}
