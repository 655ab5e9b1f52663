import { cpus, totalmem } from 'node:os'
import type { Usage } from './machine.ts'
import type { Told } from './plan.ts'

export interface Measured extends Told {
  readonly people: number
  readonly cases: number
  readonly drafters: number
  readonly think: readonly [number, number]
  /** Seconds that were counted. */
  readonly seconds: number
  readonly loadBefore: number
  readonly loadDuring: number
  readonly used: { readonly app: Usage; readonly database: Usage } | null
  /** Seconds of processor time that everything else on the machine took meanwhile, in cores. */
  readonly others: number | null
}

/** Milliseconds within which the 95th of 100 pages must be there. */
export const TARGET_MS = 200

/** Kinds of what a person looks at: a packet is asked for, and not looked at. */
const NOT_PAGES: ReadonlySet<string> = new Set(['ask for packet'])

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * q) - 1)] ?? Number.NaN
}

const sortedMs = (samples: Told['samples']) => samples.map((s) => s.ms).sort((a, b) => a - b)
const failed = (s: Told['samples'][number]) => s.status >= 400 && s.status !== 422

export const pagesOf = ({ samples }: Told) => samples.filter((s) => !NOT_PAGES.has(s.kind))

export const p95 = (told: Told): number => quantile(sortedMs(pagesOf(told)), 0.95)

/** As Markdown. */
export function sayMeasured(m: Measured): string {
  const kinds = [...new Set(m.samples.map((s) => s.kind))].sort()
  const line = (name: string, samples: Told['samples']) => {
    const ms = sortedMs(samples)
    const at = (q: number) => quantile(ms, q).toFixed(0)
    return `| ${name} | ${ms.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${(ms.at(-1) ?? 0).toFixed(0)} | ${samples.filter(failed).length} |`
  }
  const drafts = [...m.drafts].sort((a, b) => a - b)
  const cores = cpus()
  const used = m.used
  return [
    `${m.people} people at once on ${m.cases} cases, each between two pages for ${m.think[0] / 1000} to ${m.think[1] / 1000} s at their page, and ${m.drafters} who have drafts made the whole time; ${m.seconds} s counted. Milliseconds until the last byte of the page, redirects included.`,
    '',
    '| page | times | p50 | p95 | p99 | worst | refused |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...kinds.map((kind) =>
      line(
        kind,
        m.samples.filter((s) => s.kind === kind),
      ),
    ),
    line('**all pages**', pagesOf(m)),
    '',
    `${(m.samples.length / m.seconds).toFixed(1)} requests a second, ${m.answers} answers kept, ${m.broken.length} requests without an answer${m.broken.length ? ` (${[...new Set(m.broken)].join(', ')})` : ''}.`,
    drafts.length
      ? `${drafts.length} drafts made, ${(drafts.length / (m.seconds / 60)).toFixed(1)} a minute; from asking to the files ${(quantile(drafts, 0.5) / 1000).toFixed(1)} s in the middle, ${((drafts.at(-1) ?? 0) / 1000).toFixed(1)} s at worst, the wait for the other ${m.drafters - 1} included.`
      : 'No draft was finished.',
    used
      ? `Processor: the application ${(used.app.cpu / m.seconds).toFixed(2)} cores, its database ${(used.database.cpu / m.seconds).toFixed(2)}, everything else on the machine ${m.others?.toFixed(2)}. Memory at the end: the application ${used.app.memory} MB, the database ${used.database.memory} MB (shared buffers counted in each of its processes).`
      : '',
    `Machine: ${cores.length} × ${cores[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}; load ${m.loadBefore.toFixed(1)} before, ${m.loadDuring.toFixed(1)} at the end.`,
    '',
    `p95 of all pages: ${p95(m).toFixed(0)} ms; target ${TARGET_MS} ms: ${p95(m) < TARGET_MS ? 'met' : '**not met**'}.`,
    '',
  ].join('\n')
}
