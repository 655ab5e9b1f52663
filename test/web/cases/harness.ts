import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppSettings, readAppSettings } from '../../../src/apps/appSettings.ts'
import { APP_ROUTES } from '../../../src/apps/web/cases/routes.ts'
import { makeServer } from '../../../src/apps/web/server/serve.ts'
import { openApplication, type RunningApplication } from '../../../src/apps/wireApplication.ts'
import type { CaseRole } from '../../../src/casefile/event.ts'
import type { CaseId, PersonId } from '../../../src/usecases/cases/ports.ts'
import { freshDatabase, type TestDatabase } from '../../infra/testDatabase.ts'
import { knowledge, siteParts } from '../site.ts'

/** One browser: it keeps its cookie, follows no redirect, and fills in the form token by itself. */
export interface Browser {
  readonly person: () => Promise<PersonId>
  get(path: string): Promise<Response>
  /** Sends a form from the page it stands on; `files` makes it multipart. */
  post(
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
    files?: readonly TestFile[],
  ): Promise<Response>
  cookie: string | null
}

export interface TestFile {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface TestApp {
  readonly base: string
  readonly running: RunningApplication
  /** Places where something broke, as the log has them. */
  readonly faults: readonly string[]
  /** Where files and keys lie. */
  readonly dataDir: string
  /** Connection of the database this application alone uses. */
  readonly database: TestDatabase['config']
  browser(): Browser
  /** A case opened with this letter and read; the browser is its opener. */
  caseOf(browser: Browser, letter: TestFile, as?: CaseRole): Promise<CaseId>
  close(): Promise<void>
}

let shared: Promise<TestApp> | null = null

/**
 * One application for all test files of a thread that need no settings of their own: its engine takes seconds
 * to start. Nobody closes it; it ends with the thread.
 */
export function sharedTestApp(): Promise<TestApp> {
  shared ??= openTestApp()
  return shared
}

/** The whole application on a database of its own, behind a real server on a free port. `env`: settings beside the usual. */
export async function openTestApp(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const database = await freshDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'app-'))
  const settings = readAppSettings({ DATA_DIR: dataDir, ENGINE_THREADS: '2', OCR: 'packaged', PROXIES: '1', ...env })
  if (!settings.ok) throw new Error(settings.problems.map((p) => p.say).join('\n'))
  const given: AppSettings = { ...settings.value, databaseUrl: database.url }
  const faults: string[] = []
  const opened = await openApplication(knowledge, given, (at) => faults.push(at))
  if (!opened.ok) throw new Error(opened.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
  const running = opened.value
  await running.startWorkers()
  const { application } = running
  const server = makeServer({ ...siteParts(), application: { application, routes: APP_ROUTES } })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    base,
    running,
    faults,
    dataDir,
    database: database.config,
    browser: () => makeBrowser(base, running),
    async caseOf(browser, letter, as = 'patient') {
      const answer = await browser.post('/start', { as }, [{ ...letter, field: 'letter' }])
      const id = /\/case\/([^/]+)\//.exec(answer.headers.get('location') ?? '')?.[1] as CaseId | undefined
      if (!id) throw new Error(`no case was opened: ${answer.status}`)
      for (let i = 0; i < 300; i++) {
        const page = await (await browser.get(`/case/${id}/letter`)).text()
        if (!page.includes('data-again')) return id
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`the letter was not read: ${faults.join(', ')}`)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await running.stop()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

let browsers = 0

export function makeBrowser(base: string, { application }: RunningApplication): Browser {
  // Each in a network of its own, else all tests of a thread would use up one allowance of tries.
  const network = `10.${(browsers >> 16) & 255}.${(browsers >> 8) & 255}.${browsers++ & 255}`
  const forwarded = application.proxies > 0 ? { 'x-forwarded-for': network } : {}
  const browser: Browser = {
    cookie: null,
    async person() {
      const session = await sessionOf(browser)
      if (!session) throw new Error('this browser has no session yet')
      return session.person.id
    },
    get: (path) => send(path, {}),
    async post(path, fields = {}, files = []) {
      const session = await sessionOf(browser)
      const form = files.length ? new FormData() : new URLSearchParams()
      if (session && fields.csrf === undefined) form.append('csrf', application.forms.of(session.id))
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
      for (const file of files)
        if (form instanceof FormData) form.append(file.field, new Blob([new Uint8Array(file.bytes)]), file.name)
      return send(path, { method: 'POST', body: form })
    },
  }
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers({ origin: base, ...forwarded, ...(browser.cookie ? { cookie: browser.cookie } : {}) })
    const answer = await fetch(base + path, { ...init, headers, redirect: 'manual' })
    const set = answer.headers.getSetCookie()[0]
    if (set) browser.cookie = set.includes('Max-Age=0') ? null : (set.split(';')[0] ?? null)
    return answer
  }
  const sessionOf = async ({ cookie }: Browser) => {
    const token = application.cookie.read(cookie)
    return token ? application.people.sessions.find(token, application.cases.clock.now()) : null
  }
  return browser
}
