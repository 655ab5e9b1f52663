/** The letters that are printed and recognised, and the pictures made of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { pageImage } from '../../src/infra/images/pageImage.ts'
import { type Labels, letterSets } from '../letters/labelled.ts'

export interface PrintedLetter {
  readonly id: string
  readonly pdf: Uint8Array
  /** Null for the examples, whose reading is compared with that of their own text only. */
  readonly labels: Labels | null
}

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))

/** The examples' letters, and labelled ones evenly from all that are PDF. */
export function printedLetters(most: number, only: string | undefined): PrintedLetter[] {
  const own = readdirSync(examples)
    .filter((id) => existsSync(`${examples}${id}/denial.pdf`))
    .map((id) => ({ id, file: `${examples}${id}/denial.pdf`, labels: null }))
  const labelled = letterSets().flatMap((set) =>
    set.letters.flatMap((letter) =>
      letter.files
        .filter((f) => f.endsWith('.pdf') && existsSync(set.root + f))
        .map((f) => ({ id: letter.id, file: set.root + f, labels: letter.labels })),
    ),
  )
  const asked = [...own, ...labelled].filter((l) => !only || l.id.startsWith(only))
  const fixed = asked.filter((l) => !l.labels).slice(0, most)
  const rest = asked.filter((l) => l.labels)
  const step = Math.max(1, rest.length / Math.max(1, most - fixed.length))
  const spread = rest.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, most - fixed.length)
  return [...fixed, ...spread].map(({ id, file, labels }) => ({ id, pdf: readFileSync(file), labels }))
}

/** The page as it leaves the printer: 300 dots an inch. */
export async function printed(pdf: Uint8Array, page: number): Promise<Buffer | null> {
  const image = await pageImage(pdf, page, 2550, { type: 'image/png' })
  return image.ok ? Buffer.from(image.value.bytes) : null
}

/** One picture is a file of its own; several are what a scanner or telephone makes of them, a PDF. */
export async function fileOf(pictures: readonly Buffer[]): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [first, ...others] = pictures
  if (first && others.length === 0) return { name: 'letter.img', bytes: first }
  const doc = await PDFDocument.create()
  for (const picture of pictures) {
    const { format, width, height } = await sharp(picture).metadata()
    const embedded = format === 'jpeg' ? await doc.embedJpg(picture) : await doc.embedPng(picture)
    const size = width > height ? ([792, (792 * height) / width] as const) : ([612, (612 * height) / width] as const)
    doc.addPage([...size]).drawImage(embedded, { x: 0, y: 0, width: size[0], height: size[1] })
  }
  return { name: 'letter.pdf', bytes: await doc.save() }
}
