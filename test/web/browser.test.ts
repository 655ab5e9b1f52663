import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inLang, LANGS } from '../../src/apps/web/language.ts'
import { makeServer } from '../../src/apps/web/server/serve.ts'
import { startChromium } from './chromium.ts'
import { KINDS, siteParts } from './site.ts'

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}
declare const window: { readonly axe: { run(options: unknown): Promise<AxeResult> }; readonly innerWidth: number }
declare const document: {
  readonly documentElement: { readonly scrollWidth: number }
  readonly activeElement: { readonly className: string; readonly id: string; getBoundingClientRect(): { left: number } } | null
  readonly fonts: { readonly ready: Promise<unknown>; check(font: string): boolean }
}

const started = await startChromium()
const why = 'why' in started ? started.why : ''
if (why) console.warn(`The pages are not looked at in a browser: Chromium does not start here (${why}).`)

describe.skipIf(why !== '')(`in a real browser${why && ` (skipped: ${why})`}`, () => {
  const server = makeServer(siteParts())
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  let base = ''

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    if ('close' in started) await started.close()
    server.close()
  })

  const addressOf = (lang: (typeof LANGS)[number], address: string) => {
    const [path = '', query = ''] = address.split('?')
    return `${inLang(lang, path)}${query ? `?${query}` : ''}`
  }
  const kinds = LANGS.flatMap((lang) =>
    Object.entries(KINDS).map(([kind, address]) => [`${lang} ${kind}`, addressOf(lang, address)] as const),
  )

  /** `bypassCSP`: axe is put into the page as a script, which our policy rightly forbids. */
  async function open<T>(
    options: { width: number; dark?: boolean; bypassCSP?: boolean },
    use: (page: Page) => Promise<T>,
  ): Promise<T> {
    if (!('browser' in started)) throw new Error('no browser')
    const context = await started.browser.newContext({
      viewport: { width: options.width, height: 900 },
      colorScheme: options.dark ? 'dark' : 'light',
      bypassCSP: options.bypassCSP ?? false,
    })
    try {
      return await use(await context.newPage())
    } finally {
      await context.close()
    }
  }

  test.each([
    { width: 360, dark: true },
    { width: 1280, dark: false },
  ])(
    'no page breaks WCAG 2.2 AA at $width px (dark: $dark)',
    async ({ width, dark }) => {
      const broken: string[] = []
      await open({ width, dark, bypassCSP: true }, async (page) => {
        for (const [name, address] of kinds) {
          await page.goto(base + address)
          await page.evaluate(axe)
          const { violations } = await page.evaluate(() =>
            window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }),
          )
          broken.push(...violations.map((v) => `${name}: ${v.id} ${v.nodes[0]?.html.slice(0, 140)}`))
        }
      })
      expect(broken).toEqual([])
    },
    240_000,
  )

  test('nothing scrolls sideways at 320 px, which is also 1280 px at four times the size', async () => {
    const wide: string[] = []
    await open({ width: 320 }, async (page) => {
      for (const [name, address] of kinds) {
        await page.goto(base + address)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (over > 0) wide.push(`${name}: ${over} px`)
      }
    })
    expect(wide).toEqual([])
  }, 120_000)

  test('a page asks for its style, its font and its icon, and the policy refuses nothing it needs', async () => {
    const asked: string[] = []
    const said: string[] = []
    await open({ width: 1280 }, async (page) => {
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => said.push(message.text()))
      await page.goto(base + KINDS.guide)
      await page.evaluate(() => document.fonts.ready)
      expect(await page.evaluate(() => document.fonts.check('600 20px Fraunces'))).toBe(true)
    })
    expect(asked.filter((url) => !url.startsWith(`${base}/`))).toEqual([])
    expect(
      asked
        .map((url) => url.replace(/^.*\.(\w+)$/, '$1'))
        .filter((ending) => /^(css|woff2)$/.test(ending))
        .sort(),
    ).toEqual(['css', 'woff2'])
    expect(said).toEqual([])
  })

  test('the first key leads to the skip link, which leads to the text', async () => {
    await open({ width: 1280 }, async (page) => {
      await page.goto(base + KINDS.guide)
      await page.keyboard.press('Tab')
      const skip = await page.evaluate(() => [
        document.activeElement?.className,
        document.activeElement?.getBoundingClientRect().left,
      ])
      expect(skip[0]).toBe('skip')
      expect(Number(skip[1])).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    })
  })

  test('whatever has the focus shows it', async () => {
    await open({ width: 1280 }, async (page) => {
      await page.goto(base + KINDS.deadline)
      for (let i = 0; i < 20; i++) {
        await page.keyboard.press('Tab')
        const outline = await page.locator(':focus').evaluate((e) => {
          const style = (globalThis as unknown as { getComputedStyle(e: unknown): Record<string, string> }).getComputedStyle(e)
          return `${style.outlineStyle} ${style.outlineWidth}`
        })
        expect(outline).toMatch(/^(solid|auto) [1-9]/)
      }
    })
  })

  test('the picker and the calculator work with scripting switched off', async () => {
    if (!('browser' in started)) return
    const context = await started.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(base + KINDS.guide)
    await page.locator('#pick-coverage').selectOption('medicare_advantage')
    await page.locator('.picker button').click()
    expect(page.url()).toContain('coverage=medicare_advantage')
    expect(await page.locator('.right').count()).toBe(1)
    await page.locator('#deadline-notice').fill('2026-10-06')
    await page.locator('form[action="/deadline"] button').click()
    expect(page.url()).toBe(`${base}/deadline`)
    expect(await page.locator('.due').first().textContent()).toMatch(/Be done by .*2026/)
    await context.close()
  })
})
