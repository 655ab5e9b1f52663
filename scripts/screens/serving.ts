import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'

/** The application on a database of its own and a browser before it, for as long as `use` lasts. */
export async function serving(use: (base: string, browser: Browser) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'screens-'))
  const port = await freePort()
  const server = spawn(process.execPath, [join(import.meta.dirname, '../start.ts')], {
    env: { ...process.env, DATA_DIR: join(folder, 'data'), PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    // It unpacks into the system's temporary folder and would take over what another version left there.
    process.env.TMPDIR = folder
    const { default: packaged } = await import('@sparticuz/chromium')
    const base = `http://localhost:${port}`
    await answered(`${base}/health`)
    const browser = await chromium.launch({
      executablePath: await packaged.executablePath(),
      args: ['--no-sandbox', '--disable-gpu', '--headless=shell'],
    })
    try {
      await use(base, browser)
    } finally {
      await browser.close()
    }
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** The first start makes a database, which takes its time. */
async function answered(url: string): Promise<void> {
  for (let i = 0; i < 240; i++) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await sleep(500)
  }
  throw new Error('The application did not start.')
}
