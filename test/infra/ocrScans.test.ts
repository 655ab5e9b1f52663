import { PDFDocument, type PDFPage, StandardFonts, TextRenderingMode } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readsAsText } from '../../src/infra/documents/layer.ts'
import { readPdfPages } from '../../src/infra/documents/pdf/threaded.ts'
import { readWithImages } from '../../src/infra/documents/read-document.ts'
import { recogniseScans } from '../../src/infra/documents/scans.ts'
import type { Ocr, RecognisedSheet } from '../../src/infra/ocr/ocr.ts'
import { recognisedPage } from '../../src/infra/ocr/recognisedPage.ts'
import type { Page } from '../../src/reading/document.ts'
import { frames, twoPageTiff } from './pictures.ts'

const LONG = 'We reviewed the request and the records that came with it and we can not approve it as it was made. '.repeat(3)
const WHOLE = { x: 0, y: 0, width: 612, height: 792 }

/** Which of one-page drawings are taken for pictures of a page. */
async function scansOf(draw: (page: PDFPage, tools: Tools) => void): Promise<boolean> {
  const doc = await PDFDocument.create()
  const font = await doc.embedFont(StandardFonts.Helvetica)
  const picture = await doc.embedPng(
    await sharp({ create: { width: 8, height: 10, channels: 3, background: '#ddd' } })
      .png()
      .toBuffer(),
  )
  const page = doc.addPage([612, 792])
  draw(page, {
    say: (text, hidden = false) => {
      const options = { x: 40, y: 400, size: 8, font, maxWidth: 500, lineHeight: 10 }
      page.drawText(text, hidden ? { ...options, renderMode: TextRenderingMode.Invisible } : options)
    },
    paint: (place) => page.drawImage(picture, place),
  })
  const answer = await readPdfPages(new Uint8Array(await doc.save()), 5)
  if (!answer.ok) throw new Error(answer.fault)
  return answer.scans.has(1)
}

interface Tools {
  readonly say: (text: string, hidden?: boolean) => void
  readonly paint: (place: typeof WHOLE) => void
}

describe('a page is taken for a scan', () => {
  it.each([
    ['a picture of the page', (_: PDFPage, { paint }: Tools) => paint(WHOLE), true],
    [
      'strips of it',
      (_: PDFPage, { paint }: Tools) => [0, 1, 2, 3].map((i) => paint({ ...WHOLE, y: i * 198, height: 198 })),
      true,
    ],
    ['with hidden text over it', (_: PDFPage, { paint, say }: Tools) => [paint(WHOLE), say(LONG, true)], true],
    ['with text under it', (_: PDFPage, { paint, say }: Tools) => [say(LONG), paint(WHOLE)], true],
    ['with a stamp on it', (_: PDFPage, { paint, say }: Tools) => [paint(WHOLE), say('RECEIVED November 3, 2026')], true],
    ['not: a letter on printed paper', (_: PDFPage, { paint, say }: Tools) => [paint(WHOLE), say(LONG)], false],
    [
      'not: such a letter, signed',
      (_: PDFPage, { paint, say }: Tools) => [paint(WHOLE), say(LONG), paint({ ...WHOLE, width: 90, height: 40 })],
      false,
    ],
    ['not: a letter with a logo', (_: PDFPage, { paint, say }: Tools) => [paint({ ...WHOLE, height: 90 }), say(LONG)], false],
    ['not: text alone', (_: PDFPage, { say }: Tools) => say(LONG), false],
  ] as const)('%s', async (_, draw, scan) => expect(await scansOf((page, tools) => void draw(page, tools))).toBe(scan))
})

describe('a hidden text layer', () => {
  it.each([
    [LONG, true],
    ['Member ID: W1234 Claim 26-118 of 11/03/2026 for $1,462.50 was denied by the plan today', true],
    ['Scanned by X', false],
    ['W€ r3v!3w&d th~ r*qu^st @nd th= r%c#rds th.t c,m; w!th !t ]nd w/ c}n n{t', false],
    ['ttt rrr lll iii1 nnn mmm ddd ccc vvvv wwww zzzz xxxx kkkk pppp bbbb', false],
  ])('%s: %s', (text, reads) => expect(readsAsText(text)).toBe(reads))
})

const page = (number: number, text: string): Page => {
  const box = { page: number, x: 0, y: 0, width: 9, height: 9 }
  const words = [...text.matchAll(/\S+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length, box }))
  return { number, width: 612, height: 792, text, words }
}

const sheet = (number: number, quality: number | null): RecognisedSheet => ({
  page: recognisedPage(
    number,
    { width: 612, height: 792 },
    1,
    quality === null ? [] : [[{ text: 'recognised', confidence: quality, left: 10, top: 10, width: 80, height: 12 }]],
  ),
  image: { bytes: new Uint8Array(), width: 1, height: 1, type: 'image/webp' },
  quality,
})

/** An engine that answers as told, and remembers what it was asked. */
function engine(answer: (page: number) => RecognisedSheet | 'slow') {
  const asked: number[] = []
  const ocr: Ocr = {
    engine: 'packaged',
    recognise: async (_, pages) => {
      asked.push(...pages)
      return new Map(pages.map((n) => [n, answer(n)]))
    },
    close: async () => {},
  }
  return { ocr, asked }
}

const file = { bytes: new Uint8Array(), name: 'scan.pdf' }
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

describe('the pages of a PDF with scans', () => {
  it('are recognised where a short file hides text, kept as doubtful where a long one does', async () => {
    for (const [count, anew] of [
      [20, true],
      [21, false],
    ] as const) {
      const { ocr, asked } = engine((n) => sheet(n, 0.95))
      const pages = upTo(count).map((n) => page(n, LONG))
      const read = await recogniseScans(file, { pages, scans: new Set(upTo(count)) }, ocr, {})
      expect(asked.length).toBe(anew ? count : 0)
      expect(read.images.size).toBe(anew ? count : 0)
      expect(read.pages[0]?.words[0]?.confidence).toBe(anew ? 0.95 : 0.85)
      expect(read.warnings).toEqual([])
    }
  })

  it('are left alone where they have text of their own', async () => {
    const { ocr, asked } = engine((n) => sheet(n, 0.95))
    const pages = [page(1, LONG), page(2, ''), page(3, '~ ~')]
    const read = await recogniseScans(file, { pages, scans: new Set([3]) }, ocr, {})
    expect(asked).toEqual([2, 3])
    expect(read.pages[0]).toBe(pages[0])
  })

  it('are named where they can not be read, or only with doubts', async () => {
    const { ocr } = engine((n) => (n === 1 ? 'slow' : sheet(n, n === 2 ? 0.749 : n === 3 ? 0.75 : null)))
    const pages = upTo(4).map((n) => page(n, ''))
    const { warnings } = await recogniseScans(file, { pages, scans: new Set(upTo(4)) }, ocr, {})
    expect(warnings.map((w) => w.say)).toEqual([
      'Pages 1 are pictures and could not be read.',
      'Pages 4 show no words that can be read.',
      'Pages 2 are hard to read, so words may be wrong or missing.',
    ])
  })

  it('are at most 150', async () => {
    const { ocr, asked } = engine((n) => sheet(n, 0.95))
    const read = await recogniseScans(file, { pages: upTo(152).map((n) => page(n, '')), scans: new Set() }, ocr, {})
    expect(asked.length).toBe(150)
    expect(read.warnings[0]?.say).toBe('Pages 151–152 are pictures and could not be read.')
  })
})

describe('a scanned PDF', () => {
  it('is doubted for its hidden text where nothing is recognised, and says when reading failed', async () => {
    const doc = await PDFDocument.create()
    const picture = await doc.embedPng((await frames('#eee'))[0] ?? new Uint8Array())
    const hidden = doc.addPage([612, 792])
    hidden.drawText(LONG, { x: 40, y: 400, size: 8, maxWidth: 500 })
    hidden.drawImage(picture, WHOLE)
    const layered = await readWithImages({ id: 'd', name: 'x.pdf', bytes: await doc.save() }, null)
    expect(layered.ok && layered.value.document.pages[0]?.words.every((w) => w.confidence === 0.85)).toBe(true)

    const bare = await PDFDocument.create()
    bare.addPage([612, 792]).drawImage(await bare.embedPng((await frames('#eee'))[0] ?? new Uint8Array()), WHOLE)
    const bytes = await bare.save()
    const failed = await readWithImages({ id: 'd', name: 'x.pdf', bytes }, engine(() => 'slow').ocr)
    expect(failed).toMatchObject({ ok: false, problems: [{ code: 'file-too-large' }] })
    const blank = await readWithImages({ id: 'd', name: 'x.pdf', bytes }, engine((n) => sheet(n, null)).ocr)
    expect(blank).toMatchObject({ ok: false, problems: [{ code: 'file-no-text' }] })
  })
})

describe('a fax of several pages', () => {
  it('is read page by page; what fails is named, and all failing is a problem', async () => {
    const bytes = await twoPageTiff()
    const { ocr, asked } = engine((n) => (n === 1 ? sheet(n, 0.95) : 'slow'))
    const read = await readWithImages({ id: 'd', name: 'fax.tif', bytes }, ocr)
    expect(asked).toEqual([1, 2])
    expect(read).toMatchObject({
      ok: true,
      value: { document: { media: 'image', pages: [{ number: 1, text: 'recognised' }] } },
      warnings: [{ code: 'file-no-text', say: 'Pages 2 are pictures and could not be read.' }],
    })
    const slow = await readWithImages({ id: 'd', name: 'fax.tif', bytes }, engine(() => 'slow').ocr)
    expect(slow).toMatchObject({ ok: false, problems: [{ code: 'file-too-large', where: 'fax.tif' }] })
  })
})
