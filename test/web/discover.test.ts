import { describe, expect, test } from 'vitest'
import { readChanges } from '../../src/apps/web/discover/changes.ts'
import { dataBlock } from '../../src/apps/web/discover/jsonLd.ts'
import { robotsText } from '../../src/apps/web/discover/robots.ts'
import { siteMaps } from '../../src/apps/web/discover/siteMap.ts'
import { inLang, LANGS } from '../../src/apps/web/language.ts'
import { makeApp } from '../../src/apps/web/server/app.ts'
import { guideAsOf } from '../../src/document/guide/asOf.ts'
import { planGuide } from '../../src/document/guide/plan.ts'
import { published } from '../../src/document/guide/publish.ts'
import { get, KINDS, knowledge, library, post, siteParts } from './site.ts'

interface Node {
  readonly '@type': string
  readonly [property: string]: unknown
}

const PUBLIC = 'https://guides.example.org'
const publicApp = makeApp({ ...siteParts(), library: { ...library, frame: { ...library.frame, publicUrl: PUBLIC } } })
const at = async (path: string, headers: Record<string, string> = {}) =>
  publicApp.fetch(new Request(`http://inside.example${path}`, { headers }))

const graphOf = (markup: string): readonly Node[] => {
  const blocks = [...markup.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
  expect(blocks.length).toBeLessThan(2)
  return blocks[0] ? (JSON.parse(blocks[0][1] ?? '') as { '@graph': Node[] })['@graph'] : []
}
const unescaped = (text: string) =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const meta = (markup: string, property: string) =>
  unescaped(new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(markup)?.[1] ?? '')

const PAGES = LANGS.flatMap((lang) => Object.entries(KINDS).map(([kind, path]) => ({ lang, kind, path: inLang(lang, path) })))

describe('structured data', () => {
  test.each(PAGES)('$kind in $lang', async ({ kind, lang, path }) => {
    const text = await (await at(path)).text()
    const graph = graphOf(text)
    if (text.includes('content="noindex"')) {
      expect(graph).toEqual([])
      expect(text).not.toContain('og:')
      return
    }
    const page = graph[0]
    expect(page?.['@type']).toMatch(/^(?:Medical|Collection)?(?:Web)?Page$/)
    expect(page).toMatchObject({ url: PUBLIC + path, inLanguage: lang, isPartOf: { '@type': 'WebSite', url: `${PUBLIC}/` } })
    expect(page?.name).toBe(unescaped(/<title>(.*?)(?: · Appealwright)?<\/title>/.exec(text)?.[1] ?? ''))
    // No record names a reviewer, so none may be claimed.
    expect(JSON.stringify(graph)).not.toMatch(/reviewedBy|lastReviewed|aggregateRating/)
    if (kind === 'guide' || kind === 'treatment')
      expect(page).toMatchObject({
        '@type': 'MedicalWebPage',
        about: { '@type': 'MedicalTherapy' },
        audience: { '@type': 'Patient' },
      })
    if (kind === 'guide') expect(page?.dateModified).toMatch(/^\d{4}-\d\d-\d\d$/)
    const crumbs = graph.find((node) => node['@type'] === 'BreadcrumbList')
    if (kind !== 'home') {
      const items = crumbs?.itemListElement as { position: number; item: string }[]
      expect(items.map((i) => i.position)).toEqual(items.map((_, i) => i + 1))
      expect(items.at(-1)?.item).toBe(PUBLIC + path)
      for (const { item } of items) expect((await at(item.slice(PUBLIC.length))).status, item).toBe(200)
    }
    const question = graph.find((node) => node['@type'] === 'FAQPage')
    expect(question !== undefined).toBe(kind === 'scenario')
    if (question) {
      const [entry] = question.mainEntity as { name: string; acceptedAnswer: { text: string } }[]
      const shown = unescaped(text.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]+>/g, ''))
      expect(shown).toContain(entry?.name)
      expect(shown).toContain(entry?.acceptedAnswer.text)
    }
  })

  test('each kind of care is the thing it is', async () => {
    const types = {
      ocrelizumab: 'Drug',
      cgm: 'MedicalDevice',
      'brca-testing': 'MedicalTest',
      'knee-replacement': 'MedicalProcedure',
      snf: 'Service',
    }
    for (const [id, type] of Object.entries(types))
      expect(graphOf(await (await get(`/treatments/${id}`)).text())[0]).toMatchObject({ about: { '@type': type } })
  })

  test('no text can end the block', () => {
    const block = dataBlock([{ '@type': 'WebPage', name: '</script><script>alert(1)</script><!--' }])
    expect(block.match(/<\/?script/g)).toHaveLength(2)
    expect(block).not.toContain('<!--')
    expect(graphOf(block)[0]?.name).toBe('</script><script>alert(1)</script><!--')
  })
})

describe('cards for sharing', () => {
  test.each(PAGES.filter(({ kind }) => ['home', 'guide', 'payer', 'scenario'].includes(kind)))(
    '$kind in $lang',
    async ({ path, lang }) => {
      const text = await (await at(path)).text()
      expect(meta(text, 'og:url')).toBe(PUBLIC + path)
      expect(meta(text, 'og:title').length).toBeGreaterThan(10)
      expect(meta(text, 'og:locale')).toBe(`${lang}_US`)
      expect(meta(text, 'twitter:card')).toBe('summary_large_image')
      expect(meta(text, 'og:image')).toMatch(/^https:\/\/guides\.example\.org\/og\/[a-z0-9/-]+\.png$/)
    },
  )
})

describe('site maps', () => {
  test('each published address stands in one map, in each language, with its alternates', async () => {
    const index = await (await at('/sitemap.xml')).text()
    const maps = [...index.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc ?? '')
    expect(maps).toHaveLength(siteMaps(library).size)
    const seen = new Set<string>()
    for (const map of maps) {
      const answer = await at(map.slice(PUBLIC.length))
      const text = await answer.text()
      expect(answer.headers.get('content-type')).toContain('xml')
      expect(text.length).toBeLessThan(50_000_000)
      const urls = [...text.matchAll(/<url><loc>(.*?)<\/loc>(?:<lastmod>(\d{4}-\d\d-\d\d)<\/lastmod>)?(.*?)<\/url>/g)]
      expect(urls.length).toBeGreaterThan(0)
      expect(urls.length).toBeLessThanOrEqual(50_000)
      expect(text.match(/<url>/g)).toHaveLength(urls.length)
      for (const [, loc = '', , alternates = ''] of urls) {
        expect(seen.has(loc)).toBe(false)
        seen.add(loc)
        expect(alternates).toContain(`href="${loc}"`)
      }
      const [, first = '', , alternates = ''] = urls[0] ?? []
      expect([...alternates.matchAll(/hreflang="([^"]+)"/g)].map(([, lang]) => lang)).toEqual(['en', 'es', 'x-default'])
      const page = await (await at(first.slice(PUBLIC.length))).text()
      expect(page).not.toContain('noindex')
      expect(page).toContain(`<link rel="canonical" href="${first}">`)
    }
    const guides = published(knowledge)
    expect([...seen].filter((loc) => loc.split('/').length === 7 && !loc.includes('/es/')).length).toBe(guides.length)
    expect(seen.size).toBeGreaterThan(guides.length * 2)
  }, 120_000)

  test('the date of a guide is the one its page states', () => {
    const all = published(knowledge)
    for (const key of all.filter((_, i) => i % 997 === 0)) {
      const plan = planGuide(knowledge, key)
      const [p, t, r] = [
        knowledge.payers.get(key.payer),
        knowledge.treatments.get(key.treatment),
        knowledge.reasons.get(key.reason),
      ]
      if (!plan.ok || !p || !t || !r) throw new Error('published and no guide')
      expect(guideAsOf(knowledge, p, t, r)).toBe(plan.value.knowledgeAsOf)
    }
  })

  test('compressed where asked', async () => {
    const answer = await at('/sitemap.xml', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
  })

  test('without PUBLIC_URL the host of a request counts only where it is this machine', async () => {
    const from = async (host: string) => get('/sitemap.xml', { host })
    expect(await (await from('localhost:8080')).text()).toContain('<loc>http://localhost:8080/sitemaps/')
    for (const host of ['evil.example', 'localhost.evil.example', 'localhost:80@evil.example', 'localhost:999999']) {
      const answer = await from(host)
      expect(answer.status, host).toBe(503)
      expect(await answer.text()).toContain('PUBLIC_URL')
    }
    expect(await (await from('127.0.0.1')).text()).toContain('<loc>http://127.0.0.1/sitemaps/')
  })

  test('a map that there is not', async () => expect((await at('/sitemaps/guide-9999.xml')).status).toBe(404))
})

describe('robots.txt and llms.txt', () => {
  test('robots.txt names the site map where it can', async () => {
    expect(await (await at('/robots.txt')).text()).toContain(`Sitemap: ${PUBLIC}/sitemap.xml`)
    expect(robotsText('')).not.toContain('Sitemap:')
  })

  test('llms.txt: its addresses are pages', async () => {
    const text = await (await get('/llms.txt')).text()
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to ?? '')
    expect(links.length).toBe(16)
    for (const to of [...links, '/help/cigna/cimt/step-therapy']) expect((await get(to)).status, to).toBe(200)
    expect(text).toContain(`${published(knowledge).length} guides`)
  })
})

describe('feeds', () => {
  test.each(LANGS)('%s: every change, and the pages it names exist', async (lang) => {
    const answer = await at(inLang(lang, '/feed.xml'))
    expect(answer.headers.get('content-type')).toContain('application/rss+xml')
    const text = await answer.text()
    const items = [
      ...text.matchAll(
        /<item><title>(.*?)<\/title><link>(.*?)<\/link><guid isPermaLink="false">(.*?)<\/guid><pubDate>(.*?)<\/pubDate>/g,
      ),
    ]
    const all = readChanges()
    expect(items.map(([, title]) => unescaped(title ?? ''))).toEqual(all.map((c) => c.title[lang]))
    expect(new Set(items.map(([, , , guid]) => guid)).size).toBe(all.length)
    for (const [, , , , day = ''] of items)
      expect(day).toMatch(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} 12:00:00 \+0000$/)
    for (const page of all.flatMap((c) => c.pages)) expect((await at(inLang(lang, page))).status, page).toBe(200)
  })
})

describe('search and reading a letter', () => {
  test('the guide stands first, the rest by kind', async () => {
    const text = await (await get('/search?q=cigna+ocrevus+step+therapy')).text()
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? ''
    expect(/<ul class="links"><li><a href="([^"]+)"/.exec(main)?.[1]).toBe('/help/cigna/ocrelizumab/step-therapy')
    expect([...main.matchAll(/<h2>([^<]*)/g)].map(([, h]) => h).slice(0, 1)).toEqual(['Guides for your denial'])
    expect(text).toContain('noindex')
  })

  test.each(LANGS)('%s: nothing found says what can help', async (lang) => {
    const text = await (await get(inLang(lang, '/search?q=xqzzv'))).text()
    expect(text).toContain(`action="${inLang(lang, '/read')}"`)
    expect(text).toContain(`href="${inLang(lang, '/reasons')}"`)
  })

  test('what is pasted stands in no address and is kept by nobody', async () => {
    const secret = 'Dear Jane Roe, member id 777-secret.'
    const answer = await post('/read', { text: `${secret} Cigna has denied Ocrevus. Ocrevus is not medically necessary.` })
    expect(answer.headers.get('location') ?? '').not.toContain('secret')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
