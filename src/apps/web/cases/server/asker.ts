import type { Application } from '../../../application.ts'
import { isLoopbackAddress, isLoopbackHost } from '../../../wireAddresses.ts'
import type { AppAsked } from '../route.ts'

/** What a proxy, a tunnel or a content network adds to what it passes on. */
const PASSED_ON = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
  'cf-connecting-ip',
]

/** Where a request comes from, as far as it can be believed. */
export function asker(
  request: Request,
  env: unknown,
  app: Pick<Application, 'proxies' | 'origin'>,
): Pick<AppAsked, 'from' | 'onThisMachine'> {
  const socket = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress
  return { from: addressOf(request, socket, app.proxies), onThisMachine: isOnThisMachine(request, socket, app) }
}

/** The asker's address: of the connection, or as many hops before it as are trusted. */
function addressOf(request: Request, socket: string | undefined, proxies: number): string {
  if (proxies === 0) return socket ?? 'unknown'
  const hops = (request.headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((h) => h.trim())
    .filter(Boolean)
  return hops.at(-proxies) ?? socket ?? 'unknown'
}

/**
 * A connection from this machine is no proof of a browser on it: a proxy or a tunnel here passes on the whole
 * world. So nothing may say that it was passed on, the service is set up for this machine only, and it was
 * asked by this machine's name, which a page that turned its own name round (DNS rebinding) can not say.
 */
function isOnThisMachine(request: Request, socket: string | undefined, app: Pick<Application, 'proxies' | 'origin'>): boolean {
  const host = request.headers.get('host')
  const name = host !== null && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  return (
    app.proxies === 0 &&
    isLoopbackAddress((socket ?? '').replace(/^::ffff:/i, '')) &&
    isLoopbackHost(new URL(app.origin).hostname) &&
    isLoopbackHost(name) &&
    PASSED_ON.every((header) => !request.headers.has(header))
  )
}
