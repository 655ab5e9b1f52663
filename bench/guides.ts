/**
 * Measures what `docs/benchmarks-guides.md` says, and writes its figures.
 *
 *   npm run bench:guides -- --date YYYY-MM-DD [--print]
 *
 * Each part runs in a process of its own, pinned to core 0. --print leaves the page alone.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './example.ts'
import { type Export, type Render, report, type Search, type Weight } from './guides/report.ts'
import { missingTools, served } from './guides/served.ts'
import { starts } from './guides/start.ts'

const { values } = parseArgs({ options: { date: { type: 'string' }, print: { type: 'boolean' } } })

function alone<T>(file: string, ...args: readonly string[]): T {
  process.stderr.write(`${file} ${args.join(' ')} …\n`)
  const path = join(root, 'bench/guides', file)
  const run = spawnSync('taskset', ['-c', '0', process.execPath, path, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as T
}

const load = loadavg()[0] ?? 0
const missing = missingTools()
if (missing) process.stderr.write(`Not measured against nginx; missing ${missing}\n`)
const page = report({
  date: values.date ?? null,
  load,
  start: await starts(5),
  mixed: alone<Render>('render.ts', '60000', 'mixed'),
  library: alone<Render>('render.ts', '60000', 'library'),
  served: missing ? [] : [await served('identity'), await served('gzip')],
  exported: alone<Export>('export.ts', '60000'),
  weight: alone<Weight>('weight.ts', '100'),
  search: alone<Search>('search.ts'),
})
const file = join(root, 'docs/benchmarks-guides.md')
const MARK = '<!-- written by npm run bench:guides from here -->'
if (values.print) process.stdout.write(page)
else writeFileSync(file, `${readFileSync(file, 'utf8').split(MARK)[0]}${MARK}\n\n${page}`)
