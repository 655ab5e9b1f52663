import { PDFDocument, StandardFonts, TextRenderingMode } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument, readWithImages } from '../../src/infra/documents/read-document.ts'
import { type Ocr, type OcrProgress, openOcr } from '../../src/infra/ocr/ocr.ts'
import { ocrSettings } from '../../src/infra/ocr/settings.ts'
import type { SourceDocument } from '../../src/reading/document.ts'
import { readLetters } from '../../src/reading/read-letters.ts'
import * as pictures from './pictures.ts'

let ocr: Ocr
let scan: Buffer
beforeAll(async () => {
  const opened = await openOcr({ engine: 'packaged', atOnce: 1 })
  if (!opened) throw new Error('the packaged engine is missing')
  ocr = opened
  scan = await pictures.scanned(await pictures.upperHalf(await pictures.printedPage()))
}, 120_000)
afterAll(() => ocr.close())

const read = (name: string, bytes: Uint8Array) => readWithImages({ id: 'denial', name, bytes }, ocr)

function denialIn(document: SourceDocument) {
  const [denial] = readLetters(document).flatMap((l) => l.denials)
  if (!denial) throw new Error('no denial was read')
  return denial
}

describe('a photographed letter', () => {
  it('is read with places, confidences and the picture they lie on', async () => {
    const told: OcrProgress[] = []
    const file = { id: 'denial', name: 'letter.jpg', bytes: scan }
    const outcome = await readWithImages(file, ocr, { progress: (p) => told.push(p) })
    if (!outcome.ok) throw new Error(outcome.problems[0].say)
    const { document, images } = outcome.value
    expect(document).toMatchObject({ media: 'image', name: 'letter.jpg' })
    expect(told).toEqual([
      { step: 'preparing', done: 1, of: 1 },
      { step: 'recognizing', done: 1, of: 1 },
    ])
    const own = await readDocument({ id: 'denial', name: 'letter.pdf', bytes: pictures.exampleLetter(), maxPages: 1 })
    if (!own.ok) throw new Error(own.problems[0].say)
    const [wanted, got] = [denialIn(own.value), denialIn(document)]
    for (const field of ['memberId', 'referenceNumber', 'noticeDate', 'patient'] as const)
      expect(got[field]?.value, field).toEqual(wanted[field]?.value)

    const [page] = document.pages
    const image = images.get(1)
    if (!page || !image) throw new Error('no page')
    expect(image.width / image.height).toBeCloseTo(page.width / page.height, 2)
    expect(page.words.length).toBeGreaterThan(100)
    for (const { box, confidence = -1, start, end } of page.words) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(page.text.slice(start, end)).toMatch(/^\S+$/)
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(-2)
      expect(box.x + box.width).toBeLessThanOrEqual(page.width + 1)
    }
    // The same word stands at about the same place of the sheet: the page was laid level again.
    const place = (doc: SourceDocument) => (denialIn(doc).memberId?.span.boxes[0]?.x ?? 0) / (doc.pages[0]?.width ?? 1)
    expect(Math.abs(place(document) - place(own.value))).toBeLessThan(0.02)
  }, 120_000)

  it('is not read where recognition is off', async () => {
    const outcome = await readDocument({ id: 'denial', name: 'letter.jpg', bytes: scan })
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'file-unsupported' }] })
    expect(await openOcr({ engine: 'off', atOnce: 1 })).toBeNull()
  })

  it('is given up when its owner gives up', async () => {
    const stop = new AbortController()
    stop.abort()
    const outcome = await readWithImages({ id: 'denial', name: 'a.jpg', bytes: scan }, ocr, { signal: stop.signal })
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'file-too-large' }] })
  })
})

describe('a PDF with scanned pages', () => {
  it('keeps pages with text, and recognises pictures of pages, hidden text or not', async () => {
    const strip = await sharpStrip(scan)
    const doc = await PDFDocument.create()
    const font = await doc.embedFont(StandardFonts.Helvetica)
    doc.addPage([612, 792]).drawText('A cover sheet with text of its own.', { x: 72, y: 700, size: 12, font })
    const scanned = doc.addPage([612, 200])
    scanned.drawImage(await doc.embedJpg(strip), { x: 0, y: 0, width: 612, height: 200 })
    const layered = doc.addPage([612, 200])
    layered.drawText('Member ID: WRONG-0000 as some other program saw it, which nobody can see', {
      x: 20,
      y: 100,
      size: 10,
      font,
      renderMode: TextRenderingMode.Invisible,
    } as Parameters<typeof layered.drawText>[1])
    layered.drawImage(await doc.embedJpg(strip), { x: 0, y: 0, width: 612, height: 200 })
    const outcome = await read('mixed.pdf', await doc.save())
    if (!outcome.ok) throw new Error(outcome.problems[0].say)
    const { document, images } = outcome.value
    expect(document.media).toBe('pdf')
    expect([...images.keys()].sort()).toEqual([2, 3])
    const [first, second, third] = document.pages
    expect(first?.text).toBe('A cover sheet with text of its own.')
    expect(first?.words.every((w) => w.confidence === undefined)).toBe(true)
    for (const page of [second, third]) {
      expect(page?.text).toContain('CHM-4408-7716-02')
      expect(page?.text).not.toContain('WRONG')
      // Laid level, a page is a little larger by its corners.
      expect(page?.width).toBeCloseTo(612, -1.2)
      expect(page?.words.every((w) => w.confidence !== undefined)).toBe(true)
    }
  }, 120_000)
})

/** The stretch of the letter that holds its numbers. */
async function sharpStrip(page: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const { width } = await sharp(page).metadata()
  return sharp(page)
    .extract({ left: 0, top: 130, width, height: Math.round((width * 200) / 612) })
    .jpeg()
    .toBuffer()
}

describe('pictures that can not be read', () => {
  it.each([
    ['half a JPEG', pictures.truncatedJpeg, 'file-unreadable'],
    ['900 million pixels', pictures.bombPng, 'file-too-large'],
    ['a drawing', () => pictures.SVG, 'file-unsupported'],
    ['nothing', () => new Uint8Array(), 'file-empty'],
    ['a damaged HEIC', pictures.damagedHeic, 'file-unreadable'],
    ['a PDF that begins as a picture', pictures.gifThatIsPdf, 'file-unreadable'],
    ['no words, in colours for print', pictures.cmykJpeg, 'file-no-text'],
    ['no words, in sixteen bits', pictures.deepPng, 'file-no-text'],
    ['no words, moving', pictures.animatedGif, 'file-no-text'],
    ['no words, and a comment that says PDF', pictures.jpegThatSaysPdf, 'file-no-text'],
  ] as const)('%s', async (_, make, code) => {
    const outcome = await read('picture.bin', await make())
    expect(outcome).toMatchObject({ ok: false, problems: [{ code, where: 'picture.bin' }] })
  })
})

describe('the settings', () => {
  it.each([
    [{}, { engine: 'auto' }],
    [
      { OCR: ' Packaged ', OCR_AT_ONCE: '3' },
      { engine: 'packaged', atOnce: 3 },
    ],
    [{ OCR: 'off' }, { engine: 'off' }],
  ])('%j', (env, settings) => expect(ocrSettings(env)).toMatchObject({ ok: true, value: settings }))

  it.each([{ OCR: 'cloud' }, { OCR_AT_ONCE: '0' }, { OCR_AT_ONCE: '65' }, { OCR_AT_ONCE: '1.5' }])('%j is refused', (env) =>
    expect(ocrSettings(env)).toMatchObject({ ok: false, problems: [{ code: 'setting-invalid' }] }),
  )
})
