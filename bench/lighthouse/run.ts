/**
 * Lighthouse, mobile preset, on one page of each of five kinds and the Spanish guide:
 *
 *   npm ci --prefix bench/lighthouse && node bench/lighthouse/run.ts
 *
 * Needs Chromium: CHROME_PATH, or Debian's /usr/bin/chromium (apt-get install chromium). Prints a table; exits with 1
 * where a score is below 98.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listening } from '../guides/listening.ts'

const LEAST = 98
/** Fixed, since canonical addresses must name it. */
const PORT = 18090
const PAGES = [
  '/',
  '/help/cigna/cimt/step-therapy',
  '/es/help/cigna/cimt/step-therapy',
  '/help/cigna',
  '/treatments/ocrelizumab',
  '/coverage/medicare-advantage',
  '/scenarios/deadline-missed',
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly id: string
        readonly title: string
        readonly score: number | null
        readonly scoreDisplayMode: string
        readonly details?: { readonly items?: readonly unknown[] }
      }
    >
  >
}

const here = import.meta.dirname
const chrome = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const lighthouse = join(here, 'node_modules/.bin/lighthouse')
if (!existsSync(chrome)) throw new Error('No Chromium: apt-get install chromium, or set CHROME_PATH.')
if (!existsSync(lighthouse)) throw new Error('No Lighthouse: npm ci --prefix bench/lighthouse.')

const { server, address } = await listening({ PORT: String(PORT), PUBLIC_URL: `http://127.0.0.1:${PORT}` })
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
let low = false
try {
  console.log(`| page | ${CATEGORIES.join(' | ')} |\n| --- | --- | --- | --- | --- |`)
  for (const page of process.argv.length > 2 ? process.argv.slice(2) : PAGES) {
    await (await fetch(address + page, { headers: { connection: 'close' } })).text()
    const out = join(folder, 'report.json')
    const flags = '--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu'
    const run = spawnSync(
      lighthouse,
      [address + page, '--quiet', '--output=json', `--output-path=${out}`, `--chrome-flags=${flags}`, '--form-factor=mobile'],
      { encoding: 'utf8', env: { ...process.env, CHROME_PATH: chrome, TMPDIR: folder } },
    )
    if (run.status !== 0) throw new Error(run.stderr)
    const report = JSON.parse(readFileSync(out, 'utf8')) as Report
    const scores = CATEGORIES.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100))
    console.log(`| ${page} | ${scores.join(' | ')} |`)
    if (scores.every((score) => score >= LEAST)) continue
    low = true
    for (const audit of Object.values(report.audits))
      if (audit.score !== null && audit.score < 0.9 && !audit.id.endsWith('-insight') && audit.scoreDisplayMode !== 'informative')
        console.error(`  ${page}: ${audit.id} (${audit.score}): ${audit.title}`)
  }
} finally {
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = low ? 1 : 0
