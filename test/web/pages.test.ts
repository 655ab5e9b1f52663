import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inLang, LANGS } from '../../src/apps/web/language.ts'
import { documentOf, publishedPages } from '../../src/apps/web/published.ts'
import { minified } from '../../src/apps/web/server/assets.ts'
import { assets, get, KINDS, library } from './site.ts'

const brotli = (text: string | Buffer) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length

/** Every page that is no guide, and guides spread over the whole library. */
const published = [...publishedPages(library)]
const isGuide = (address: string) => address.startsWith('/help/') && address.split('/').length === 5
const guides = published.filter((p) => isGuide(p.address))
const step = Math.max(1, Math.floor(guides.length / 60))
const sample = [
  ...published.filter((p) => !isGuide(p.address)).filter((_, i) => i % 12 === 0),
  ...guides.filter((_, i) => i % step === 0),
]

describe('published pages', () => {
  test('there are many, each once', () => {
    const addresses = published.map((p) => inLang(p.lang, p.address))
    expect(addresses.length).toBeGreaterThan(1000)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test('a sample stands where it says, in its language, and may be indexed', () => {
    for (const one of sample) {
      const text = documentOf(library, one)
      const address = inLang(one.lang, one.address)
      expect(text, address).toContain(`<link rel="canonical" href="${address}">`)
      expect(text, address).toContain(`<html lang="${one.lang}">`)
      expect(text, address).not.toContain('noindex')
      expect(text, address).not.toMatch(/undefined|\[object|NaN|[\uE000-\uF8FF]/)
    }
  })

  test('a page weighs under 50 KB with all it needs', () => {
    const rest = brotli(assets.style.bytes) + assets.font.bytes.length + brotli(assets.icon.bytes)
    const heavy = sample.map((one) => ({ at: inLang(one.lang, one.address), bytes: brotli(documentOf(library, one)) + rest }))
    expect(heavy.filter((page) => page.bytes > 50_000)).toEqual([])
  })

  test('no page asks another server for anything, and none has a script or a style of its own', () => {
    for (const one of sample) {
      const text = documentOf(library, one)
      const fetched = [
        ...text.matchAll(
          /<(?:link(?! rel="(?:canonical|alternate)")|img|script|iframe|form|source)\b[^>]*?(?:href|src|action)="([^"]*)"/g,
        ),
      ]
      expect(fetched.map(([, to]) => to).filter((to) => !/^\/(?!\/)/.test(to ?? ''))).toEqual([])
      expect(text).not.toMatch(/<script(?! type="application\/ld\+json">)|<style|\sstyle="|\son[a-z]+="/)
    }
  })

  test('links inside the library lead to pages', async () => {
    const links = new Set<string>()
    for (const one of sample.slice(0, 40))
      for (const [, to = ''] of documentOf(library, one).matchAll(/<a [^>]*?href="(\/[^"#?]*)/g)) links.add(to)
    const spread = [...links].filter((_, i) => i % Math.ceil(links.size / 150) === 0)
    const broken: string[] = []
    for (const to of spread) {
      const { status } = await get(to)
      if (status !== 200) broken.push(`${status} ${to}`)
    }
    expect(broken).toEqual([])
  })

  test('English inside a Spanish page is marked', async () => {
    const text = await (await get(`/es${KINDS.guide}`)).text()
    expect(text).toMatch(/<span lang="en">/)
    expect(text).not.toMatch(/<h2>Sources|<label[^>]*>State<|On this page/)
  })
})

describe('headers', () => {
  test.each([...Object.values(KINDS), assets.style.path])('%s forbids scripts and other servers', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('pages are kept for minutes, files with a hash in their name for good', async () => {
    expect((await get('/')).headers.get('cache-control')).toMatch(/max-age=300/)
    expect((await get(assets.font.path)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get('/search?q=a')).headers.get('cache-control')).toBe('no-store')
  })
})

test('the style sheet is smaller and still says the same', () => {
  expect(minified('/* a */ a > b ,\n c { color : red;\n margin: 0 1px; }')).toBe('a>b,c{color :red;margin:0 1px}')
  expect(assets.style.bytes.toString()).not.toMatch(/FONT_ADDRESS|\/\*/)
  expect(LANGS).toEqual(['en', 'es'])
})
