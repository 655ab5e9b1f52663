import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openTestApp, type TestApp } from '../cases/harness.ts'
import { startChromium } from '../chromium.ts'

export const EXAMPLES = join(import.meta.dirname, '../../../examples')
export const PHONE = 390
export const DESK = 1280

/** The application in front of a real browser, under an address known before it starts: links and passkeys are bound to it. */
export interface StoryWorld {
  readonly app: TestApp
  readonly base: string
  /** A person with a browser of their own, who shares no cookie with anybody. */
  person(options?: BrowserContextOptions): Promise<{ readonly context: BrowserContext; readonly page: Page }>
  close(): Promise<void>
}

const started = await startChromium()
/** Why there is no browser here; empty where there is one. */
export const WHY = 'why' in started ? started.why : ''
if (WHY) console.warn(`The stories are not walked through in a browser: Chromium does not start here (${WHY}).`)

/** Ends with the thread, as the application that its test files share does. */
function browser(): Browser {
  if (!('browser' in started)) throw new Error(WHY)
  return started.browser
}

export async function openStory(env: Readonly<Record<string, string>> = {}): Promise<StoryWorld> {
  const door = await openDoor()
  const app = await openTestApp({ PUBLIC_URL: door.base, PROXIES: '0', ...env })
  door.leadTo(Number(new URL(app.base).port))
  const contexts: BrowserContext[] = []
  return {
    app,
    base: door.base,
    async person(options = {}) {
      const context = await browser().newContext({
        baseURL: door.base,
        viewport: { width: PHONE, height: 844 },
        locale: 'en-US',
        timezoneId: 'America/Chicago',
        // axe is put into the page as a script, which our policy rightly forbids.
        bypassCSP: true,
        ...options,
      })
      context.setDefaultTimeout(45_000)
      contexts.push(context)
      return { context, page: await context.newPage() }
    },
    async close() {
      for (const context of contexts) await context.close()
      await app.close()
      door.close()
    },
  }
}

/** A port that passes everything on to another one, once that is known. */
async function openDoor() {
  let to = 0
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://localhost:${port}`,
    leadTo: (other: number) => {
      to = other
    },
    close: () => void server.close(),
  }
}
