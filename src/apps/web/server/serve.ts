import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type AppParts, makeApp } from './app.ts'
import { type Encoding, encodingFor, type FinishedPage } from './pageCache.ts'

/**
 * The site behind a Node server. A page that is kept, in the encoding that is asked for, is written
 * without going through the router: most of what a router does per request is then not needed.
 */
export function makeServer(parts: AppParts): Server {
  const route = getRequestListener(makeApp(parts).fetch, { overrideGlobalObjects: false })
  const fixed = Object.entries(parts.headers).flat()
  const lines = new WeakMap<FinishedPage, Map<Encoding, string[]>>()

  const headersOf = (page: FinishedPage, encoding: Encoding, body: Buffer): string[] => {
    const byEncoding = lines.get(page) ?? new Map<Encoding, string[]>()
    lines.set(page, byEncoding)
    const known = byEncoding.get(encoding)
    if (known) return known
    const made = [
      ...['content-type', page.type, 'content-length', String(body.length)],
      ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
      ...notModified(page),
    ]
    byEncoding.set(encoding, made)
    return made
  }
  const notModified = (page: FinishedPage): string[] => [
    ...['etag', page.etag, 'cache-control', page.cacheControl, 'vary', 'accept-encoding'],
    ...fixed,
  ]

  const writeKept = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET') return false
    const page = parts.cache.get(request.url ?? '')
    if (!page) return false
    const { accept, known } = askedOf(request.rawHeaders)
    if (known?.includes(page.etag)) {
      response.writeHead(304, notModified(page)).end()
      return true
    }
    const encoding = wanted(accept, page.type)
    const body = page.ready(encoding)
    if (!body) return false
    response.writeHead(200, headersOf(page, encoding, body)).end(body)
    return true
  }

  // Browsers send few different values: each is understood once.
  const understood = new Map<string, Encoding>()
  const wanted = (accept: string, type: string): Encoding => {
    const key = `${type} ${accept}`
    const known = understood.get(key)
    if (known) return known
    if (understood.size > 500) understood.clear()
    const made = encodingFor(accept, type)
    understood.set(key, made)
    return made
  }

  const listen = (request: IncomingMessage, response: ServerResponse) => {
    if (!writeKept(request, response)) void route(request, response)
  }
  const options = { requestTimeout: 300_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, optimizeEmptyRequests: true }
  return createServer(options, parts.logRequests ? logged(listen, parts.log) : listen)
}

/** The two headers that matter to a kept page, read as they came: `request.headers` would first sort and copy them all. */
function askedOf(raw: readonly string[]): { readonly accept: string; readonly known: string | null } {
  let accept = ''
  let known: string | null = null
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] ?? ''
    // Most names are told apart by their length.
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') accept += accept ? `, ${raw[i + 1]}` : (raw[i + 1] ?? '')
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match') known = raw[i + 1] ?? null
  }
  return { accept, known }
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void

const logged =
  (listen: Listener, log: AppParts['log']): Listener =>
  (request, response) => {
    const start = performance.now()
    response.once('finish', () =>
      log({
        event: 'request',
        method: request.method ?? '',
        path: (request.url ?? '').split('?')[0] ?? '',
        status: response.statusCode,
        ms: Math.round((performance.now() - start) * 10) / 10,
      }),
    )
    listen(request, response)
  }
