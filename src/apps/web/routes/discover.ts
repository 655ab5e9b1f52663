import type { Context, Hono } from 'hono'
import { pathOfCard } from '../discover/cards.ts'
import { cardWords } from '../discover/cardWords.ts'
import { readChanges } from '../discover/changes.ts'
import { feed } from '../discover/feed.ts'
import { llmsText } from '../discover/llms.ts'
import { robotsText } from '../discover/robots.ts'
import { listedPage } from '../discover/routed.ts'
import { siteMap, siteMapIndex, siteMaps } from '../discover/siteMap.ts'
import { LANGS, type Lang } from '../language.ts'
import type { Library } from '../library.ts'
import { NEVER, PAGE_CACHE } from '../server/headers.ts'
import { FinishedPage, PageCache } from '../server/pageCache.ts'

/** Sends what is finished, or finishes and keeps it under its address. */
export type Finish = (request: Request, address: string, make: () => FinishedPage) => Promise<Response>

const XML = 'application/xml; charset=utf-8'
const RSS = 'application/rss+xml; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'

const CARDS_BYTES = 16 * 1024 * 1024
const CARD_CACHE = 'public, max-age=604800'

/** What stands beside the pages for those who look for them: site maps, feeds, texts for machines, pictures for sharing. */
export function addDiscovery(app: Hono, library: Library, finish: Finish): void {
  const { publicUrl } = library.frame
  const text = (path: string, type: string, make: () => string) =>
    app.get(path, (c) => finish(c.req.raw, path, () => new FinishedPage(Buffer.from(make()), type, PAGE_CACHE)))
  /** For formats whose every address must be whole. */
  const absolute = (c: Context, path: string, type: string, make: (base: string) => string) => {
    const base = publicUrl || ownAddress(c.req.raw)
    // Kept with the base: this machine goes by several names.
    return base === null
      ? unset()
      : finish(c.req.raw, publicUrl ? path : `${base}${path}`, () => new FinishedPage(Buffer.from(make(base)), type, PAGE_CACHE))
  }

  text('/robots.txt', TEXT, () => robotsText(publicUrl))
  text('/llms.txt', TEXT, () => llmsText(library, publicUrl))
  app.get('/sitemap.xml', (c) => absolute(c, '/sitemap.xml', XML, (base) => siteMapIndex(library, base)))
  app.get('/sitemaps/:name{[a-z]+-[0-9]+\\.xml}', (c) => {
    const name = c.req.param('name').replace(/\.xml$/, '')
    if (!siteMaps(library).has(name)) return c.notFound()
    return absolute(c, `/sitemaps/${name}.xml`, XML, (base) => siteMap(library, base, name) ?? '')
  })
  for (const lang of LANGS) addFeed(app, lang, absolute)
  const cards = new PageCache(CARDS_BYTES)
  app.get('/og/*', (c) => card(c, library, cards))
}

type Absolute = (c: Context, path: string, type: string, make: (base: string) => string) => Response | Promise<Response>

function addFeed(app: Hono, lang: Lang, absolute: Absolute) {
  const path = lang === 'en' ? '/feed.xml' : '/es/feed.xml'
  app.get(path, (c) => absolute(c, path, RSS, (base) => feed(readChanges(), lang, base)))
}

/** The host a request names is believed only where it is this machine: any other can be made up by whoever asks. */
function ownAddress(request: Request): string | null {
  const host = request.headers.get('host') ?? new URL(request.url).host
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(host) ? `http://${host}` : null
}

const unset = () =>
  new Response('The address of this site is not set. Start it with PUBLIC_URL=https://its.own.name\n', {
    status: 503,
    headers: { 'content-type': TEXT, 'cache-control': NEVER },
  })

async function card(c: Context, library: Library, cards: PageCache): Promise<Response> {
  const { path } = c.req
  const known = cards.get(path)
  if (known) return picture(c, known)
  const of = pathOfCard(path)
  const page = of === null ? null : listedPage(library, of)
  if (!page) return c.notFound()
  const png = await library.ports.drawCard(cardWords(page, library.frame.siteName))
  if (png === 'busy' || png === null)
    return new Response(null, { status: 503, headers: { 'retry-after': '30', 'cache-control': NEVER } })
  const made = new FinishedPage(Buffer.from(png), 'image/png', CARD_CACHE)
  cards.keep(path, made)
  return picture(c, made)
}

function picture(c: Context, page: FinishedPage): Response {
  // Shown by other sites, which is what it is for.
  const headers = { etag: page.etag, 'cache-control': page.cacheControl, 'cross-origin-resource-policy': 'cross-origin' }
  if (c.req.header('if-none-match')?.includes(page.etag)) return new Response(null, { status: 304, headers })
  const body = page.ready('identity') ?? Buffer.alloc(0)
  return new Response(new Uint8Array(body), {
    headers: { ...headers, 'content-type': page.type, 'content-length': String(body.length) },
  })
}
