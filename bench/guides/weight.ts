/** What a reader's browser fetches for a page, over published pages: `node bench/guides/weight.ts [every]`. Prints JSON. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { inLang } from '../../src/apps/web/language.ts'
import { bytesOf, publishedPages } from '../../src/apps/web/published.ts'
import { openLibrary } from './open.ts'

/** Every page is weighed raw; one in so many is compressed, and the heaviest hundred are. */
const EVERY = Number(process.argv[2] ?? 50)
const { library, assets } = openLibrary()
// As the server compresses.
const brotli = (bytes: Uint8Array) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
const gzip = (bytes: Uint8Array) => gzipSync(bytes, { level: 6 }).length

const raw: { readonly bytes: number; readonly at: number }[] = []
const all = [...publishedPages(library)]
const packed: { readonly address: string; readonly raw: number; readonly gzip: number; readonly br: number }[] = []
const pack = (at: number) => {
  const page = all[at]
  if (!page) return
  const bytes = Buffer.from(bytesOf(library, page))
  packed.push({ address: inLang(page.lang, page.address), raw: bytes.length, gzip: gzip(bytes), br: brotli(bytes) })
}
all.forEach((page, at) => {
  raw.push({ bytes: bytesOf(library, page).length, at })
  if (at % EVERY === 0) pack(at)
})
raw.sort((a, b) => a.bytes - b.bytes)
for (const { at } of raw.slice(-100)) pack(at)
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const sizes = (pick: (p: (typeof packed)[number]) => number) => ({
  median: middle(packed.map(pick)),
  max: Math.max(...packed.map(pick)),
})
const icon = { raw: assets.icon.bytes.length, gzip: gzip(assets.icon.bytes), br: brotli(assets.icon.bytes) }
const style = { raw: assets.style.bytes.length, gzip: gzip(assets.style.bytes), br: brotli(assets.style.bytes) }
process.stdout.write(
  `${JSON.stringify({
    pages: all.length,
    raw: { median: raw[raw.length >> 1]?.bytes, max: raw.at(-1)?.bytes },
    compressed: packed.length,
    gzip: sizes((p) => p.gzip),
    br: sizes((p) => p.br),
    heaviest: packed.reduce((a, b) => (b.gzip > a.gzip ? b : a)),
    style,
    icon,
    font: assets.font.bytes.length,
  })}\n`,
)
