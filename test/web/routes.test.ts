import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/apps/web/language.ts'
import { inLang } from '../../src/document/pages/address.ts'
import { get, KINDS, knowledge, logged, mainOf, post, send, words } from './site.ts'

const canonical = (text: string) => /<link rel="canonical" href="([^"]*)"/.exec(text)?.[1]
const isIndexed = (text: string) => !text.includes('<meta name="robots" content="noindex">')

describe('every kind of page, in both languages', () => {
  const cases = Object.entries(KINDS).flatMap(([kind, address]) => LANGS.map((lang) => ({ kind, lang, address })))

  test.each(cases)('$kind in $lang', async ({ kind, lang, address }) => {
    const [path = '', query = ''] = address.split('?')
    const answer = await get(`${inLang(lang, path)}${query ? `?${query}` : ''}`)
    expect(answer.status).toBe(kind === 'missing' ? 404 : 200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const text = await answer.text()
    expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${lang}">`))
    expect(text.match(/<h1>/g)).toHaveLength(1)
    expect(isIndexed(text)).toBe(!query && !['missing', 'pair', 'read'].includes(kind))
    if (kind !== 'missing') expect(canonical(text)).toBe(inLang(lang, path))
    if (isIndexed(text))
      for (const other of LANGS)
        expect(text).toContain(`<link rel="alternate" hreflang="${other}" href="${inLang(other, path)}">`)
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const fragments = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(fragments.filter((id) => !ids.includes(id))).toEqual([])
    // Characters that only mark places in shared parts never reach a reader.
    expect(text).not.toMatch(/[\uE000-\uF8FF]/)
  })
})

describe('addresses that moved', () => {
  const former = [...knowledge.treatments.values()].find((t) => t.liveSlug && t.liveSlug !== t.id && t.id === 'ocrelizumab')

  test.each([
    ['/help/cigna/cimt/step-therapy/', '/help/cigna/cimt/step-therapy'],
    ['/Help/Cigna/CIMT/step-therapy', '/help/cigna/cimt/step-therapy'],
    ['/help/cigna/cimt/step-therapy?lang=es', '/es/help/cigna/cimt/step-therapy'],
    ['/es/help/cigna/cimt/step-therapy?lang=en', '/help/cigna/cimt/step-therapy'],
    ['/help/cigna/cimt/step-therapy?lang=es&state=ca', '/es/help/cigna/cimt/step-therapy?state=ca'],
    [`/help/bcbs/${former?.liveSlug}/step-therapy`, '/help/blue-cross-blue-shield/ocrelizumab/step-therapy'],
    [`/es/help/bcbs/${former?.liveSlug}/step-therapy`, '/es/help/blue-cross-blue-shield/ocrelizumab/step-therapy'],
    ['/help/bcbs', '/help/blue-cross-blue-shield'],
    ['/help/bcbs/cimt', '/help/blue-cross-blue-shield/cimt'],
    ['/reasons/step_therapy', '/reasons/step-therapy'],
    ['/coverage/erisa_self_funded', '/coverage/erisa-self-funded'],
    ['/how-it-works/process/external-review', '/process/external-review'],
    ['/es/how-it-works/process/external-review', '/es/process/external-review'],
    ['/how-it-works/scenarios/anything', '/scenarios/anything'],
    ['/es/', '/es'],
    ['//example.org/', '/example.org'],
    ['/%2Fexample.org/', null],
  ])('%s → %s', async (from, to) => {
    const answer = await get(from)
    if (to === null) {
      expect(answer.headers.get('location') ?? '/x').toMatch(/^\/[^/]/)
      return
    }
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(to)
  })
})

describe('when something is wrong', () => {
  test('a missing page leads to what its address does name', async () => {
    const answer = await get('/help/cigna/nothing/step-therapy')
    const main = mainOf(await answer.text())
    expect(answer.status).toBe(404)
    expect(main).toContain('href="/help/cigna"')
    expect(main).toContain('href="/reasons/step-therapy"')
    expect(main).toContain('action="/read"')
  })

  test.each([
    ['/nothing', 404],
    ['/es/nada', 404],
    ['/help/cigna/cimt/step-therapy/more', 404],
    ['/assets/none.css', 404],
    ['/help/../../etc/passwd', 404],
    ['/help/__proto__', 404],
    ['/coverage/constructor', 404],
  ])('%s answers %s', async (path, status) => expect((await get(path)).status).toBe(status))

  test.each([
    ['POST', '/help/cigna/cimt/step-therapy', 'GET, HEAD'],
    ['DELETE', '/', 'GET, HEAD'],
    ['PUT', '/es/deadline', 'GET, HEAD, POST'],
    ['GET', '/deadline.ics', 'POST'],
  ])('%s %s is refused, with what is allowed', async (method, path, allow) => {
    const answer = await send(method, path)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allow)
  })

  test('a form that is too large is refused', async () => {
    expect((await post('/read', { text: 'x'.repeat(100_000) })).status).toBe(413)
  })

  test('a fault of ours is logged by its place alone', async () => {
    const { makeApp } = await import('../../src/apps/web/server/app.ts')
    const { siteParts } = await import('./site.ts')
    const parts = siteParts()
    const broken = {
      ...parts.library,
      get knowledge(): never {
        throw new Error('secret of a reader')
      },
    }
    const answer = await makeApp({ ...parts, library: broken }).fetch(new Request('http://localhost/es/search?q=secret'))
    expect(answer.status).toBe(500)
    expect(words(mainOf(await answer.text()))).toMatch(/falla es nuestra/)
    const line = JSON.stringify(logged.at(-1))
    expect(line).toMatch(/"event":"fault".*"path":"\/es\/search"/)
    expect(line).not.toMatch(/secret/)
  })
})
