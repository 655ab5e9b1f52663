import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { World } from '../wire.ts'
import type { RunningApplication } from '../wireApplication.ts'
import { APP_ROUTES } from './cases/routes.ts'
import { makeLibrary } from './makeLibrary.ts'
import { readAssets } from './server/assets.ts'
import { securityHeaders } from './server/headers.ts'
import { type Log, logTo } from './server/log.ts'
import { PageCache } from './server/pageCache.ts'
import { makeServer } from './server/serve.ts'
import type { Settings } from './settings.ts'

/** Opens the application beside the guides; without it the site is the library alone. */
export type OpenApplication = (knowledge: Knowledge, log: (at: string) => void) => Promise<Outcome<RunningApplication>>

export interface RunningSite {
  /** "http://127.0.0.1:8080". */
  readonly address: string
  /** Answers what has begun, takes nothing new, and closes. */
  stop(): Promise<void>
}

const STOP_MS = 5000

/** Loads the knowledge and listens. Fails, with what to do, where the records are broken or the port is taken. */
export async function startSite(
  world: World,
  settings: Settings,
  write: (text: string) => void,
  open?: OpenApplication,
): Promise<Outcome<RunningSite>> {
  const ports = world.ports()
  if (!ports.ok) return ports
  const assets = readAssets()
  const log = logTo(write, settings.logRequests)
  const opened = open ? await open(ports.value.knowledge, (at) => log({ event: 'fault', at })) : null
  if (opened && !opened.ok) return opened
  const running = opened?.value ?? null
  const server = makeServer({
    library: makeLibrary(ports.value, world.exampleLetters(), assets, settings.publicUrl, () => world.today(), running !== null),
    assets,
    cache: new PageCache(settings.cacheBytes),
    headers: securityHeaders(settings.publicUrl.startsWith('https:')),
    log,
    logRequests: settings.logRequests,
    ...(running ? { application: { application: running.application, routes: APP_ROUTES } } : {}),
  })
  const listening = await listen(server, settings)
  if (!listening.ok) {
    await running?.stop()
    return listening
  }
  await running?.startWorkers()
  const address = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${listening.value}`
  log({ event: 'ready', address })
  return ok({ address, stop: () => stop(server, log).then(() => running?.stop()) })
}

const listen = (server: Server, { port, host }: Settings): Promise<Outcome<number>> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(fail(whyNot(error.code, port, host))))
    server.listen(port, host, () => resolve(ok((server.address() as AddressInfo).port)))
  })

function whyNot(code: string | undefined, port: number, host: string) {
  if (code === 'EADDRINUSE')
    return problem(
      'usage',
      'PORT',
      `Port ${port} is already in use.`,
      `Stop what uses it, or start with another: PORT=${port + 1} npm start.`,
    )
  if (code === 'EACCES')
    return problem('usage', 'PORT', `Port ${port} may not be used by this user.`, 'Use a port above 1023: PORT=8080 npm start.')
  return problem('usage', 'HOST', `It cannot listen on "${host}" (${code ?? 'unknown error'}).`, 'Use 127.0.0.1 or 0.0.0.0.')
}

const stop = (server: Server, log: Log): Promise<void> =>
  new Promise((resolve) => {
    log({ event: 'stop' })
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), STOP_MS).unref()
  })
