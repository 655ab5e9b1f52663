import { connect } from 'node:net'
import { APP_ROUTES } from '../../src/apps/web/cases/routes.ts'
import { securityHeaders } from '../../src/apps/web/server/headers.ts'
import { logTo } from '../../src/apps/web/server/log.ts'
import { makeServer } from '../../src/apps/web/server/serve.ts'
import type { RunningApplication } from '../../src/apps/wireApplication.ts'
import type { Browser, TestApp, TestFile } from '../web/cases/harness.ts'
import { siteParts } from '../web/site.ts'

export const letterOf = (name: string, drug = 'ocrelizumab (Ocrevus)', id = 'AB1234567'): TestFile => ({
  field: 'letter',
  name: 'letter.txt',
  bytes: new TextEncoder().encode(
    `Date of notice: October 6, 2026\nMember: ${name}\nMember ID: ${id}\nWe have denied your request for ${drug} because step therapy was not completed.\nYou may appeal within 180 days.\n`,
  ),
})

export interface LoggedServer {
  readonly base: string
  /** What the log holds, one line per entry, as it is written. */
  readonly lines: readonly string[]
  close(): Promise<void>
}

/** The same application behind a second server that logs every request. */
export async function loggedServer({ application }: RunningApplication, https = false): Promise<LoggedServer> {
  const lines: string[] = []
  const server = makeServer({
    ...siteParts(),
    headers: securityHeaders(https),
    log: logTo((text) => lines.push(text), true),
    logRequests: true,
    application: { application, routes: APP_ROUTES },
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    base: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    lines,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** A browser signed in with an address. */
export async function signedIn(app: TestApp, email: string): Promise<Browser> {
  const { people, cases, cookie } = app.running.application
  const browser = app.browser()
  const now = cases.clock.now()
  const person = await people.people.ofEmail(email, 'en', now)
  browser.cookie = cookie.set(await people.sessions.start(person, now)).split(';')[0] ?? null
  return browser
}

/** Bytes as they are, down a socket; everything that comes back until it closes or `ms` have passed. */
export function raw(base: string, sent: string | Buffer, ms = 5000): Promise<string> {
  const { hostname, port } = new URL(base)
  return new Promise((done) => {
    const socket = connect(Number(port), hostname)
    let got = ''
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      done(got)
    }
    const timer = setTimeout(end, ms)
    socket.on('data', (part) => {
      got += part.toString('latin1')
    })
    socket.on('close', end)
    socket.on('error', end)
    socket.write(sent)
  })
}

/** "HTTP/1.1 431 …" → 431; 0: no answer. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

export const tokenOf = async (app: TestApp, { cookie }: Browser): Promise<string> => {
  const { application } = app.running
  const token = application.cookie.read(cookie)
  const session = token ? await application.people.sessions.find(token, application.cases.clock.now()) : null
  return session ? application.forms.of(session.id) : ''
}

export const idOf = (location: string | null): string => /\/case\/([^/?#]+)/.exec(location ?? '')?.[1] ?? ''
