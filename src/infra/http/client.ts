import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { type ClientRequest, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import { isLoopbackAddress, isLoopbackHost, isPrivateAddress, isPublicAddress } from './addresses.ts'

export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

export interface HttpSettings {
  /** Scheme, host and port, "https://api.example.com"; requests name only what follows. */
  readonly origin: string
  /** For the whole exchange, from the name's resolution to the last byte. */
  readonly timeoutMs: number
  /** Of an answer. */
  readonly maxBytes: number
  /** Plain http, to this machine only; for tests and development. */
  readonly allowLoopback?: boolean
  /** A gateway within the operator's own network; named on purpose. */
  readonly allowPrivate?: boolean
  readonly resolve?: Resolve
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** From the first slash; "/v1/letters?limit=1". */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

/**
 * What became of a request. `unreached`: nothing of it left this machine. `lost`: it left, wholly or in part,
 * and no whole answer came; the other side may have acted on it. Neither carries a word of what was sent.
 */
export type HttpReply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: Buffer }
  | { readonly kind: 'unreached'; readonly why: 'address' | 'name' | 'connection' | 'timeout' }
  | { readonly kind: 'lost'; readonly why: 'timeout' | 'cut' | 'too_large' | 'redirect' }

export interface HttpClient {
  readonly request: (request: HttpRequest) => Promise<HttpReply>
}

const resolveAll: Resolve = (hostname) =>
  new Promise((done, failed) => systemLookup(hostname, { all: true }, (error, found) => (error ? failed(error) : done(found))))

/** A client that can reach one host and nothing else, whatever an answer or a name server says. */
export function openClient(settings: HttpSettings): Outcome<HttpClient> {
  const origin = URL.canParse(settings.origin) ? new URL(settings.origin) : null
  const bad = (say: string, fix: string) => fail(problem('setting-invalid', 'address of a provider', say, fix))
  if (origin?.pathname !== '/' || origin.search || origin.hash || origin.username || origin.password)
    return bad('The address is not a plain scheme and host.', 'Write it such as https://api.example.com.')
  const local = isLoopbackHost(origin.hostname)
  const plain = origin.protocol === 'http:'
  if (!plain && origin.protocol !== 'https:') return bad('The address is not one of the web.', 'Begin it with https://.')
  if (plain && !(local && settings.allowLoopback))
    return bad('The address does not begin with https.', 'Begin it with https://: health records travel over it.')
  const allowed = (address: string) =>
    isPublicAddress(address) ||
    (settings.allowPrivate === true && isPrivateAddress(address)) ||
    (settings.allowLoopback === true && isLoopbackAddress(address))
  return ok({ request: (request) => exchange(origin, settings, allowed, request) })
}

/** The very addresses that were checked are connected to, so a name that changes its mind in between gains nothing. */
function guardedLookup(resolve: Resolve, allowed: (address: string) => boolean, refused: () => void): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (found) => {
        const usable = found.filter((a) => !options.family || options.family === a.family || options.family === `IPv${a.family}`)
        const [first] = usable
        if (!first || !usable.every((a) => allowed(a.address))) {
          refused()
          return done(new Error('address refused'), '', 0)
        }
        return options.all ? done(null, [...usable]) : done(null, first.address, first.family)
      },
      () => done(new Error('name unknown'), '', 0),
    )
  }
}

function exchange(
  origin: URL,
  settings: HttpSettings,
  allowed: (address: string) => boolean,
  { method, path, headers = {}, body }: HttpRequest,
): Promise<HttpReply> {
  const target = new URL(path, origin)
  if (target.origin !== origin.origin || !path.startsWith('/') || path.startsWith('//'))
    throw new Error('a request names a path of its own host')
  const literal = origin.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !allowed(literal)) return Promise.resolve({ kind: 'unreached', why: 'address' })

  return new Promise((resolve) => {
    let connected = false
    let refused = false
    let named = isIP(literal) !== 0
    let request: ClientRequest | null = null
    const settle = (reply: HttpReply) => {
      clearTimeout(timer)
      resolve(reply)
      request?.destroy()
    }
    const broken = (): HttpReply => {
      if (connected) return { kind: 'lost', why: 'cut' }
      return { kind: 'unreached', why: refused ? 'address' : named ? 'connection' : 'name' }
    }
    const timer = setTimeout(
      () => settle(connected ? { kind: 'lost', why: 'timeout' } : { kind: 'unreached', why: 'timeout' }),
      settings.timeoutMs,
    )
    const send = origin.protocol === 'https:' ? secureRequest : plainRequest
    request = send(target, {
      method,
      headers: { accept: 'application/json', ...headers, ...(body ? { 'content-length': String(body.byteLength) } : {}) },
      // A connection of its own: what is true of one exchange is then true of its connection.
      agent: false,
      lookup: guardedLookup(settings.resolve ?? resolveAll, allowed, () => {
        refused = true
      }),
    })
    request.on('socket', (socket) => {
      socket.once('lookup', (error) => {
        named = named || !error
      })
      // Over TLS nothing of the request is written before the handshake stands.
      socket.once(origin.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    request.on('error', () => settle(broken()))
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      if (status >= 300 && status < 400) return settle({ kind: 'lost', why: 'redirect' })
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size > settings.maxBytes) return settle({ kind: 'lost', why: 'too_large' })
        parts.push(part)
      })
      response.on('end', () =>
        settle(response.complete ? { kind: 'answer', status, body: Buffer.concat(parts) } : { kind: 'lost', why: 'cut' }),
      )
      response.on('error', () => settle({ kind: 'lost', why: 'cut' }))
    })
    request.end(body)
  })
}
