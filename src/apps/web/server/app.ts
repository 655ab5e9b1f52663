import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Application } from '../../application.ts'
import type { AppRoute } from '../cases/route.ts'
import { addCases } from '../cases/server/serve.ts'
import { inLang, LANGS, type Lang, langOfPath } from '../language.ts'
import type { Library, Made } from '../library.ts'
import { faultPage, methodPage, notFoundPage, tooLargePage } from '../pages/problem.ts'
import type { Route } from '../route.ts'
import { addDiscovery } from '../routes/discover.ts'
import { ROUTES } from '../routes.ts'
import { frame, frameBytes } from '../shell/frame.ts'
import type { Assets } from './assets.ts'
import { FOREVER, type Headers, NEVER, PAGE_CACHE } from './headers.ts'
import { type Log, placeOf } from './log.ts'
import { encodingFor, FinishedPage, type PageCache } from './pageCache.ts'

export interface AppParts {
  readonly library: Library
  readonly assets: Assets
  readonly cache: PageCache
  readonly headers: Headers
  readonly log: Log
  /** One line per request. */
  readonly logRequests: boolean
  /** The application beside the guides; without it the server is a library alone. */
  readonly application?: { readonly application: Application; readonly routes: readonly AppRoute[] }
}

const FORM_MOST = 64 * 1024
const HTML = 'text/html; charset=utf-8'

/** Every address of the site; `fetch` of the result answers one request. */
export function makeApp(parts: AppParts): Hono {
  const { library, assets, headers, log } = parts
  const app = new Hono({ strict: true })

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  for (const asset of assets.byPath.values())
    app.get(asset.path, (c) => finish(parts, c.req.raw, asset.path, () => new FinishedPage(asset.bytes, asset.type, FOREVER)))
  addDiscovery(app, library, (request, address, make) => finish(parts, request, address, make))
  // Before the limit for forms: its own routes take files.
  if (parts.application)
    addCases(app, {
      app: parts.application.application,
      routes: parts.application.routes,
      library,
      frame: { ...library.frame, style: assets.appStyle.path, script: (name) => assets.scripts.get(name)?.path ?? '' },
    })
  app.use(
    bodyLimit({
      maxSize: FORM_MOST,
      onError: (c) => whole(library, { kind: 'page', page: tooLargePage(langOfPath(c.req.path).lang), status: 413 }),
    }),
  )

  for (const lang of LANGS)
    for (const route of ROUTES) {
      const path = inLang(lang, route.path)
      app.on(route.method.toUpperCase(), path, async (c) => {
        const url = new URL(c.req.url)
        const elsewhere = route.method === 'get' ? tidied(url) : null
        if (elsewhere !== null) return redirect(elsewhere, 301)
        return answer(parts, route, lang, url, c.req.raw, c.req.param())
      })
    }
  const methods = new Map<string, string[]>()
  for (const { path, method } of ROUTES) methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()])
  for (const lang of LANGS)
    for (const [path, allowed] of methods)
      app.all(inLang(lang, path), () => {
        const allow = allowed.flatMap((m) => (m === 'GET' ? ['GET', 'HEAD'] : [m])).join(', ')
        return whole(library, { kind: 'page', page: methodPage(lang), status: 405 }, { allow })
      })

  app.notFound((c) => {
    const url = new URL(c.req.url)
    // Ids of cases are told apart by their capitals.
    const elsewhere = langOfPath(url.pathname).address.startsWith('/case/') ? null : tidied(url)
    if (elsewhere !== null) return redirect(elsewhere, 301)
    return missing(library, url)
  })
  app.onError((error, c) => {
    const url = new URL(c.req.url)
    log({ event: 'fault', method: c.req.method, path: url.pathname, at: placeOf(error) })
    return whole(library, { kind: 'page', page: faultPage(langOfPath(url.pathname).lang), status: 500 })
  })
  return app
}

/** One spelling of each address: no closing slash, lower case, and the earlier service's `?lang=es` as "/es/…". */
function tidied(url: URL): string | null {
  const { lang, address } = langOfPath(url.pathname.toLowerCase().replace(/(?<=.)\/+$/, ''))
  const asked = url.searchParams.get('lang')
  const language = asked === 'es' || asked === 'en' ? asked : lang
  const path = inLang(language, address)
  if (path === url.pathname && asked === null) return null
  const query = new URLSearchParams(url.searchParams)
  query.delete('lang')
  // A second slash at the front would lead to another host.
  return `${path.replace(/^\/+/, '/')}${query.size ? `?${query}` : ''}`
}

async function answer(parts: AppParts, route: Route, lang: Lang, url: URL, request: Request, params: Record<string, string>) {
  const { library } = parts
  const form = route.method === 'post' ? await formOf(request) : new URLSearchParams()
  const make = () => route.make({ library, lang, params, query: url.searchParams, form })
  // Only an address without a query is one page for all readers.
  if (route.method === 'get' && url.search === '') {
    const kept = parts.cache.get(url.pathname)
    if (kept) return send(parts, request, url.pathname, kept)
    const made = make()
    if (made?.kind !== 'page') return whole(library, made, {}, url)
    return finish(
      parts,
      request,
      url.pathname,
      () => new FinishedPage(Buffer.from(frameBytes(made.page, library.frame)), HTML, PAGE_CACHE),
    )
  }
  const made = make()
  return made?.kind === 'page' ? once(parts, request, made) : whole(library, made, {}, url)
}

async function formOf(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  return type.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(await request.text()) : new URLSearchParams()
}

function finish(parts: AppParts, request: Request, address: string, make: () => FinishedPage): Promise<Response> {
  const made = parts.cache.get(address) ?? make()
  parts.cache.keep(address, made)
  return send(parts, request, address, made)
}

async function send(parts: AppParts, request: Request, address: string, page: FinishedPage): Promise<Response> {
  const headers = { etag: page.etag, 'cache-control': page.cacheControl, vary: 'accept-encoding' }
  if (request.headers.get('if-none-match')?.includes(page.etag)) return new Response(null, { status: 304, headers })
  const encoding = encodingFor(request.headers.get('accept-encoding'), page.type)
  const body = await page.body(encoding)
  parts.cache.recount(address)
  return new Response(new Uint8Array(body), {
    headers: {
      ...headers,
      'content-type': page.type,
      'content-length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  })
}

/** A page for this reader alone: compressed like any other, kept by nobody. */
async function once({ library }: AppParts, request: Request, { page, status = 200 }: Extract<Made, { kind: 'page' }>) {
  const made = new FinishedPage(Buffer.from(frameBytes(page, library.frame)), HTML, NEVER)
  const encoding = encodingFor(request.headers.get('accept-encoding'), HTML)
  const body = await made.body(encoding)
  return new Response(new Uint8Array(body), {
    status,
    headers: {
      'content-type': HTML,
      'cache-control': NEVER,
      vary: 'accept-encoding',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  })
}

const redirect = (to: string, status: 301 | 302 | 303) =>
  new Response(null, { status, headers: { location: to, 'cache-control': status === 301 ? PAGE_CACHE : NEVER } })

const missing = (library: Library, url: URL): Response => {
  const { lang, address } = langOfPath(url.pathname)
  return whole(library, { kind: 'page', page: notFoundPage(library, lang, address), status: 404 })
}

/** An answer that is made for this request alone. */
function whole(library: Library, made: Made, more: Headers = {}, url?: URL): Response {
  if (!made) return url ? missing(library, url) : new Response(null, { status: 404 })
  if (made.kind === 'moved') return redirect(inLang(made.lang, made.to), made.forGood ? 301 : 303)
  const headers = { 'cache-control': NEVER, ...more }
  if (made.kind === 'file')
    return new Response(made.text, {
      headers: { ...headers, 'content-type': made.type, 'content-disposition': `attachment; filename="${made.name}"` },
    })
  return new Response(frame(made.page, library.frame), {
    status: made.status ?? 200,
    headers: { ...headers, 'content-type': HTML },
  })
}
