/**
 * Pictures of every screen of the gallery at three widths into out/screens, with a page that shows them side by side:
 *
 *   npm run screens [-- --lang es] [-- --dark] [-- --only draft,track]
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { SCREENS } from '../src/apps/web/gallery/screens.ts'

const { values } = parseArgs({
  options: { lang: { type: 'string', default: 'en' }, dark: { type: 'boolean' }, only: { type: 'string' } },
})
const WIDTHS = [390, 768, 1280] as const
const OUT = join(import.meta.dirname, '../out/screens')
const only = values.only?.split(',')
const screens = SCREENS.filter((s) => !only || only.includes(s.id) || only.includes(s.group))

const folder = mkdtempSync(join(tmpdir(), 'screens-'))
// It unpacks into the system's temporary folder and would take over what another version left there.
process.env.TMPDIR = folder
const { default: packaged } = await import('@sparticuz/chromium')

const port = await freePort()
const server = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
  env: { ...process.env, DATA_DIR: join(folder, 'data'), PORT: String(port), HOST: '127.0.0.1' },
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  const base = `http://localhost:${port}`
  await answered(`${base}/health`)
  const browser = await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--headless=shell'],
  })
  const page = await browser.newPage({ colorScheme: values.dark ? 'dark' : 'light' })
  mkdirSync(OUT, { recursive: true })
  for (const { id } of screens) {
    await page.goto(`${base}${values.lang === 'es' ? '/es' : ''}/gallery/${id}`, { waitUntil: 'networkidle' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: join(OUT, `${id}-${width}.png`), fullPage: true })
    }
    console.log(id)
  }
  await browser.close()
  writeFileSync(join(OUT, 'index.html'), index())
  console.log(`${screens.length} screens at ${WIDTHS.join(', ')} pixels: ${join(OUT, 'index.html')}`)
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}

function index(): string {
  const row = ({ id, group, shows }: (typeof SCREENS)[number]) =>
    `<h2 id="${id}">${group}: ${shows}</h2><p>${WIDTHS.map((w) => `<a href="${id}-${w}.png"><img src="${id}-${w}.png" alt="${shows}, ${w} pixels" loading="lazy" width="${w / 3}"></a>`).join(' ')}</p>`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>body{font:16px sans-serif;margin:2rem;background:#888}img{vertical-align:top;max-height:900px;object-fit:cover;object-position:top}</style>${screens.map(row).join('')}</html>\n`
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port: free } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return free
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
