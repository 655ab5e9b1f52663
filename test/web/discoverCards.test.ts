import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cardPath, pathOfCard } from '../../src/apps/web/discover/cards.ts'
import { inLang, LANGS } from '../../src/apps/web/language.ts'
import { CARD } from '../../src/document/card.ts'
import { published } from '../../src/document/guide/publish.ts'
import { addressOf } from '../../src/document/guide/subject.ts'
import { pngOf } from '../../src/infra/card/png.ts'
import { get, knowledge } from './site.ts'

/** Colors of a PNG as this site writes it: rows without filter, 8 bits, palette or full color. */
function decoded(png: Buffer) {
  const chunks = new Map<string, Buffer[]>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    chunks.set(type, [...(chunks.get(type) ?? []), png.subarray(at + 8, at + 8 + length)])
    at += length + 12
  }
  const header = chunks.get('IHDR')?.[0] ?? Buffer.alloc(13)
  const [width, height, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]]
  const rows = inflateSync(Buffer.concat(chunks.get('IDAT') ?? []))
  const palette = chunks.get('PLTE')?.[0]
  const color = (x: number, y: number): number => {
    if (kind === 3) return palette?.readUIntBE((rows[y * (width + 1) + 1 + x] ?? 0) * 3, 3) ?? -1
    return rows.readUIntBE(y * (width * 3 + 1) + 1 + x * 3, 3)
  }
  return { width, height, color }
}

const names = (key: (typeof longest)[number]) =>
  (knowledge.payers.get(key.payer)?.displayName.length ?? 0) +
  (knowledge.treatments.get(key.treatment)?.displayName.length ?? 0) +
  (knowledge.reasons.get(key.reason)?.displayName.length ?? 0)
const longest = [...published(knowledge)]
const [longestKey] = longest.sort((a, b) => names(b) - names(a))

const guide = (() => {
  const [p, t, r] = [
    knowledge.payers.get(longestKey?.payer ?? ''),
    knowledge.treatments.get(longestKey?.treatment ?? ''),
    knowledge.reasons.get(longestKey?.reason ?? ''),
  ]
  if (!p || !t || !r) throw new Error('nothing is published')
  return addressOf(p, t, r)
})()
const [longestQuestion] = [...knowledge.scenarios.values()].sort((a, b) => b.question.es.length - a.question.es.length)

const CASES = LANGS.flatMap((lang) =>
  ['/', guide, `/scenarios/${longestQuestion?.slug}`, '/help/cigna'].map((address) => ({ lang, address })),
)

test.each(CASES)(
  '$lang $address fits its picture',
  async (page) => {
    const answer = await get(cardPath(page))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const { width, height, color } = decoded(Buffer.from(await answer.arrayBuffer()))
    expect([width, height]).toEqual([CARD.width, CARD.height])
    const paper = color(1190, 10)
    const inked = (x0: number, x1: number, y0: number, y1: number) => {
      let n = 0
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (color(x, y) !== paper) n++
      return n
    }
    // The title is there, and nothing of it in the margins around it.
    expect(inked(92, 1122, 132, 480)).toBeGreaterThan(3000)
    expect(inked(40, 1200, 488, 518)).toBe(0)
    expect(inked(1130, 1200, 0, 630)).toBe(0)
    expect(inked(40, 88, 0, 630)).toBe(0)
  },
  60_000,
)

test('the same page gives the same picture, another page another', async () => {
  const { cardPainter } = await import('../../src/infra/card/draw.ts')
  const paint = await cardPainter()
  const words = { lang: 'es', title: '¿Qué dice la carta? “Año” — fin', above: 'Guías', site: 'Appealwright', line: 'Guías' }
  const hash = (title: string) =>
    createHash('sha256')
      .update(paint({ ...words, title }))
      .digest('hex')
  const first = hash(words.title)
  expect(hash('#let x = 1 *not markup* $y$')).not.toBe(first)
  expect(hash(words.title)).toBe(first)
}, 60_000)

test('a picture of a page that is not listed is not made', async () => {
  for (const path of [
    '/og/search.png',
    '/og/help/nobody.png',
    '/og/help/cigna/nothing/step-therapy.png',
    '/og/../x.png',
    '/og/.png',
  ])
    expect((await get(path)).status, path).toBe(404)
})

test('address of a picture and back', () => {
  for (const page of CASES) expect(pathOfCard(cardPath(page))).toBe(inLang(page.lang, page.address))
})

test('more colors than a palette holds', () => {
  const pixels = Uint8Array.from({ length: 20 * 20 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 37) % 256))
  const { width, color } = decoded(pngOf(pixels, 20, 20, 80))
  expect(width).toBe(20)
  for (const [x, y] of [
    [0, 0],
    [19, 19],
    [7, 3],
  ] as const) {
    const at = y * 80 + x * 4
    expect(color(x, y)).toBe(((pixels[at + 2] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at] ?? 0))
  }
})
