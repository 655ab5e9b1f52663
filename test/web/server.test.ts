import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportSite } from '../../src/apps/web/export.ts'
import { inLang } from '../../src/apps/web/language.ts'
import { documentOf, publishedPages } from '../../src/apps/web/published.ts'
import { logTo } from '../../src/apps/web/server/log.ts'
import { encodingFor, FinishedPage, PageCache } from '../../src/apps/web/server/pageCache.ts'
import { makeServer } from '../../src/apps/web/server/serve.ts'
import { startSite } from '../../src/apps/web/site.ts'
import { openWorld } from '../../src/apps/wire.ts'
import { KINDS, siteParts } from './site.ts'

describe('the server', () => {
  const parts = siteParts()
  const lines: string[] = []
  const server = makeServer({ ...parts, log: logTo((text) => void lines.push(text), true), logRequests: true })
  let base = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  const ask = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })

  test('the first and the kept answer are the same, in every encoding', async () => {
    const plain = async (encoding: string) => {
      const answer = await ask(KINDS.guide, { headers: { 'accept-encoding': encoding } })
      const text = await answer.text()
      const { headers } = answer
      return {
        text,
        etag: headers.get('etag'),
        type: headers.get('content-type'),
        policy: headers.get('content-security-policy'),
      }
    }
    const first = await plain('identity')
    for (const encoding of ['identity', 'br', 'br', 'gzip', 'gzip']) expect(await plain(encoding)).toEqual(first)
    expect(first.text).toContain('</html>')
    expect(first.policy).toContain("default-src 'none'")
    expect(parts.cache.size).toBe(1)
  })

  test('304 for a page that the reader has, from the router and from the cache', async () => {
    for (const path of ['/es', '/es']) {
      const { headers } = await ask('/es')
      const again = await ask(path, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect((await ask(path, { headers: { 'if-none-match': 'W/"another"' } })).status).toBe(200)
    }
  })

  test('HEAD has the headers and no body', async () => {
    const answer = await ask(KINDS.guide, { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect((await ask('/nothing', { method: 'HEAD' })).status).toBe(404)
  })

  test('log lines hold no query and nothing that was typed', async () => {
    await ask('/search?q=secretillness')
    await ask('/read', { method: 'POST', body: new URLSearchParams({ text: 'secretillness' }) })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(lines.join('')).toMatch(/"path":"\/search"/)
    expect(lines.join('')).not.toMatch(/secretillness|\?/)
    expect(lines.every((line) => JSON.parse(line).event === 'request')).toBe(true)
  })
})

describe('starting and stopping', () => {
  const settings = { port: 0, host: '127.0.0.1', publicUrl: '', cacheBytes: 1e6, logRequests: false }

  test('listens, answers, and stops when told', async () => {
    const site = await startSite(openWorld(), settings, () => {})
    if (!site.ok) throw new Error('did not start')
    expect((await fetch(`${site.value.address}/deadline`)).status).toBe(200)
    await site.value.stop()
    await expect(fetch(`${site.value.address}/deadline`)).rejects.toThrow()
  })

  test('a port in use is a problem that names the port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const site = await startSite(openWorld(), { ...settings, port }, () => {})
    other.close()
    expect(site.ok ? '' : site.problems[0].say).toContain(`Port ${port} is already in use`)
  })
})

describe('npm start', () => {
  const script = join(import.meta.dirname, '../../scripts/start.ts')
  const run = (env: Record<string, string>) =>
    spawn(process.execPath, [script], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })

  test('prints where the guides are, serves them, and ends well when told', async () => {
    const child = run({ PORT: '0' })
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())?.[0] ?? ''
    expect((await fetch(`${address}/es`)).status).toBe(200)
    child.kill('SIGTERM')
    expect((await once(child, 'exit'))[0]).toBe(0)
  })

  test('a wrong setting is named, and nothing starts', async () => {
    const child = run({ PORT: 'eighty' })
    const [text] = (await once(child.stderr, 'data')) as [Buffer]
    expect(text.toString()).toMatch(/^Problem: PORT: PORT must be a whole number from 0 to 65535/)
    expect((await once(child, 'exit'))[0]).toBe(2)
  })
})

test('the export writes each page where its address is, with the files it needs', async () => {
  const out = mkdtempSync(join(tmpdir(), 'export-'))
  const { library, assets } = siteParts()
  const some = [...publishedPages(library)].filter((_, i) => i % 500 === 0).slice(0, 70)
  const done = await exportSite(library, assets, out, () => {}, some)
  expect(done.pages).toBe(some.length)
  for (const page of some) {
    const file = join(out, inLang(page.lang, page.address), 'index.html')
    expect(readFileSync(file, 'utf8')).toBe(documentOf(library, page))
  }
  for (const path of assets.byPath.keys()) expect(readFileSync(join(out, path)).length).toBeGreaterThan(0)
  rmSync(out, { recursive: true, force: true })
})

describe('finished pages', () => {
  const page = (text: string) => new FinishedPage(Buffer.from(text), 'text/html', '')

  test('compressed bodies hold the same text', async () => {
    const text = 'appeal '.repeat(500)
    const made = page(text)
    expect(brotliDecompressSync(await made.body('br')).toString()).toBe(text)
    expect(gunzipSync(await made.body('gzip')).toString()).toBe(text)
    expect(made.etag).toBe(page(text).etag)
    expect(made.etag).not.toBe(page(`${text}.`).etag)
  })

  test('the cache never holds more than its bound, the newest aside', () => {
    const cache = new PageCache(1000)
    for (let i = 0; i < 50; i++) {
      cache.keep(`/${i}`, page('x'.repeat(90)))
      expect(cache.bytes).toBeLessThanOrEqual(1000)
    }
    expect(cache.get('/49')).toBeDefined()
    expect(cache.get('/0')).toBeUndefined()
    cache.keep('/large', page('x'.repeat(5000)))
    expect([cache.size, cache.bytes]).toEqual([1, 5000])
    cache.keep('/large', page('x'))
    expect(cache.bytes).toBe(1)
  })

  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['identity', 'identity'],
    ['brotli', 'identity'],
  ])('accept-encoding %s: %s', (accept, encoding) => expect(encodingFor(accept, 'text/html')).toBe(encoding))

  test('a font is compressed already', () => expect(encodingFor('br', 'font/woff2')).toBe('identity'))
})
