import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

export interface Chromium {
  readonly browser: Browser
  close(): Promise<void>
}

/**
 * The browser of the package `@sparticuz/chromium`, or why it cannot start here. It unpacks into the
 * system's temporary folder and would take over whatever another version left there, so it gets its own.
 */
export async function startChromium(): Promise<Chromium | { readonly why: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const browser = await chromium.launch({
      executablePath: await packaged.executablePath(),
      args: ['--no-sandbox', '--disable-gpu', '--headless=shell'],
    })
    return {
      browser,
      async close() {
        await browser.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    return { why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
