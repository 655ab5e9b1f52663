import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { DESK, PHONE } from './world.ts'

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[]
  }[]
}
declare const window: { readonly axe?: { run(options: unknown): Promise<AxeResult> }; readonly innerWidth: number }
declare const document: {
  readonly documentElement: { readonly scrollWidth: number }
  getAnimations(): readonly { finish(): void }[]
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SHOTS = process.env.STORY_SHOTS ?? ''
if (SHOTS) mkdirSync(SHOTS, { recursive: true })

export interface View {
  readonly width: number
  readonly scheme: 'light' | 'dark'
}
export const LIGHT_PHONE: View = { width: PHONE, scheme: 'light' }
export const DARK_DESK: View = { width: DESK, scheme: 'dark' }

/**
 * What is wrong with the page as it stands, on a phone and a desk, in light and dark: breaches of WCAG 2.2 AA by
 * selector, and anything that scrolls sideways. The page keeps its own width afterwards.
 */
export async function faultsOf(page: Page, name: string, views: readonly View[] = [LIGHT_PHONE, DARK_DESK]): Promise<string[]> {
  const before = page.viewportSize()
  const faults: string[] = []
  for (const { width, scheme } of views) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name.replace(/\W+/g, '-')}-${width}-${scheme}.png`, fullPage: true })
    faults.push(...(await broken(page)).map((fault) => `${name} (${width} px, ${scheme}): ${fault}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (before) await page.setViewportSize(before)
  return faults
}

async function broken(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (runOnly) => window.axe?.run({ runOnly, resultTypes: ['violations'] }) ?? { violations: [] },
    RULES,
  )
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [
    ...violations.flatMap((v) => v.nodes.map((n) => `${v.id} at ${n.target.join(' ')}: ${n.html.slice(0, 140)}`)),
    ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
  ]
}
