import { cpus, totalmem } from 'node:os'
import type { Spread } from '../figures.ts'
import type { Served } from './served.ts'
import type { Start } from './start.ts'

interface Round {
  readonly pages: number
  readonly cpu: number
  readonly clock: number
  readonly bytes: number
}
export interface Render {
  readonly published: number
  readonly cold: Round
  readonly rounds: readonly Round[]
  readonly rss: number
}
export interface Export {
  readonly folder: string
  readonly pages: number
  readonly bytes: number
  readonly clock: number
  readonly cpu: number
}
interface Size {
  readonly median: number
  readonly max: number
}
export interface Weight {
  readonly pages: number
  readonly compressed: number
  readonly raw: Size
  readonly gzip: Size
  readonly br: Size
  readonly style: { readonly raw: number; readonly gzip: number; readonly br: number }
  readonly icon: { readonly raw: number; readonly gzip: number; readonly br: number }
  readonly font: number
}
interface Times {
  readonly number: number
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}
export interface Search {
  readonly build: number
  readonly search: Times
  readonly letters: Times
  readonly long: Times
}
export interface Results {
  readonly date: string | null
  readonly load: number
  readonly start: Start
  readonly mixed: Render
  readonly library: Render
  readonly served: readonly Served[]
  readonly exported: Export
  readonly weight: Weight
  readonly search: Search
}

const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n')
const whole = (n: number) => Math.round(n).toLocaleString('en-US')
const three = (s: Spread, digits = 0) => `${s.min.toFixed(digits)} / ${s.median.toFixed(digits)} / ${s.max.toFixed(digits)}`
const verdict = (met: boolean) => (met ? 'met' : '**not met**')
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`

const perSecond = (rounds: readonly Round[]) =>
  rounds.reduce((sum, r) => sum + r.pages, 0) / rounds.reduce((sum, r) => sum + r.cpu, 0)
const last = (r: Render) => perSecond(r.rounds.slice(-1))

/** The figures, each beside its target. Rates of pages are by processor time, since the machine is shared. */
export function report(r: Results): string {
  const cores = cpus()
  const heaviest = r.weight.gzip.max + r.weight.style.gzip + r.weight.icon.gzip + r.weight.font
  const [plain] = r.served
  const exported = r.exported.pages / r.exported.clock
  return `${r.date ? `${r.date}, ` : ''}${cores.length} × ${cores[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}. Load when it began: ${r.load.toFixed(1)}. ${whole(r.mixed.published)} guides in two languages, ${whole(r.weight.pages)} pages in all.

## Targets

${table(
  ['', 'target', 'measured', ''],
  [
    row(
      'uncached guides, library order, after warm-up',
      '5,000/s',
      `${whole(last(r.library))}/s`,
      verdict(last(r.library) >= 5000),
    ),
    row('uncached guides, mixed order, last round', '5,000/s', `${whole(last(r.mixed))}/s`, verdict(last(r.mixed) >= 5000)),
    row(
      'a cached page against nginx',
      '0.40',
      plain ? plain.ratio.toFixed(2) : 'not measured',
      plain ? verdict(plain.ratio >= 0.4) : '',
    ),
    row('static export', '3,000/s', `${whole(exported)}/s`, verdict(exported >= 3000)),
    row('heaviest page with all it needs, gzip', '50 KB', kb(heaviest), verdict(heaviest < 50_000)),
    row('search, 95th percentile', '20 ms', `${r.search.search.p95.toFixed(1)} ms`, verdict(r.search.search.p95 < 20)),
  ],
)}

## Uncached guides on one core

${table(
  ['order', 'pages', 'pages/s of processor time', 'pages/s of the clock'],
  [...named('mixed', r.mixed), ...named('library', r.library)],
)}

Resident memory at the end: ${whole(r.mixed.rss)} MB (mixed), ${whole(r.library.rss)} MB (library).

## A cached page against nginx

${
  r.served.length
    ? table(
        ['encoding', 'requests/s here', 'requests/s nginx', 'ratio of medians', 'bytes a request'],
        r.served.map((s) => row(s.encoding, three(s.ours), three(s.nginx), s.ratio.toFixed(2), s.bytes)),
      )
    : 'Not measured: wrk or nginx is not on this machine (apt-get install wrk nginx-light).'
}

## Static export

${whole(r.exported.pages)} pages, ${whole(r.exported.bytes / 1e6)} MB to ${r.exported.folder} in ${r.exported.clock.toFixed(1)} s (${r.exported.cpu.toFixed(1)} s of processor time): ${whole(exported)} pages a second.

## Weight

${table(
  ['', 'raw', 'gzip', 'br'],
  [
    row('page, median', kb(r.weight.raw.median), kb(r.weight.gzip.median), kb(r.weight.br.median)),
    row('page, largest', kb(r.weight.raw.max), kb(r.weight.gzip.max), kb(r.weight.br.max)),
    row('style sheet', kb(r.weight.style.raw), kb(r.weight.style.gzip), kb(r.weight.style.br)),
    row('icon', kb(r.weight.icon.raw), kb(r.weight.icon.gzip), kb(r.weight.icon.br)),
    row('heading font', kb(r.weight.font), kb(r.weight.font), kb(r.weight.font)),
  ],
)}

Raw sizes are of all pages; ${whole(r.weight.compressed)} were compressed: one in a hundred, and the hundred longest.

## Search

${table(
  ['', 'number', 'median ms', 'p95', 'p99', 'max'],
  [
    line('search', r.search.search),
    line('sentences of letters read', r.search.letters),
    line('20,000 characters read', r.search.long),
  ],
)}

The index is built in ${r.search.build.toFixed(0)} ms, at the first search.

## Start

Seconds from the start of the process, smallest / median / largest of ${r.start.listening.runs}: listening ${three(r.start.listening, 2)}; first guide received ${three(r.start.firstPage, 2)}.
`
}

const named = (name: string, r: Render) => [
  row(`${name}, the first pages`, whole(r.cold.pages), whole(perSecond([r.cold])), whole(r.cold.pages / r.cold.clock)),
  ...r.rounds.map((round) => row(name, whole(round.pages), whole(perSecond([round])), whole(round.pages / round.clock))),
]

const line = (name: string, t: Times) => row(name, t.number, ...[t.median, t.p95, t.p99, t.max].map((n) => n.toFixed(1)))
