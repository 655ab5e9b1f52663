import { cpus, totalmem } from 'node:os'
import type { Cold } from './cold.ts'
import { type Spread, spread } from './figures.ts'
import { type Growth, WARM_UP } from './growth.ts'
import type { Letters } from './letters.ts'
import type { Office } from './office.ts'
import type { Packets } from './packets.ts'
import type { Reckonings } from './reckonings.ts'

export interface Results {
  readonly date: string | null
  /** Load average of the last minute before the start. */
  readonly load: number
  readonly cold: Cold
  readonly packet: Packets
  readonly office: Office | null
  readonly letters: readonly Letters[]
  readonly deadlines: Reckonings
  readonly written: readonly Growth[]
  readonly whole: readonly Growth[]
}

const three = (s: Spread, digits = 0) => `${s.min.toFixed(digits)} / ${s.median.toFixed(digits)} / ${s.max.toFixed(digits)}`
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n')
const verdict = (met: boolean) => (met ? 'met' : '**not met**')

/** The page of figures, each beside the target it was measured for. */
export function report(results: Results): string {
  return `# Benchmarks

Written by \`npm run bench -- --date YYYY-MM-DD\`; nothing here is typed by hand. Three figures are smallest / median / largest.
Processor time counts every thread of the process, so "per core" is what one core would do if it did nothing else.

${machine(results)}

## Targets

${targets(results)}

## A draft from a cold start

One process through \`bin/appealwright draft\` on \`examples/ocrelizumab-step-therapy\`, files written, in a fresh copy of the repository.

${coldTable(results.cold)}

## Packets in one process

${packetTable(results.packet)}

The whole of it is the ${results.packet.letters} letters that are of use now, each as PDF and DOCX, and a packet of ${results.packet.pages} pages; every case comes with other bytes, so nothing kept from the case before is found again.

## The same letter through LibreOffice

${officeTable(results.office)}

## Letters read

${table(
  ['letters', 'files', 'ms a letter', 'letters/s'],
  results.letters.map((l) => row(l.set, l.files, three(l.perLetter, 1), (1000 / l.perLetter.median).toFixed(0))),
)}

## Deadlines

${three(results.deadlines.perSecond)} reckonings a second (rounds of ${results.deadlines.perRound} over every coverage type and the days of a year).

## Growth

Variations of \`examples/cgrp-part-d\`, each number of cases in a process of its own. Memory is the process's resident set after the first tenth of the cases and at the end, ${WARM_UP} cases having gone before.

${growthTable('read, argued, checked, written down; no pages set', results.written)}

${growthTable('the whole draft, its letters typeset', results.whole)}
`
}

function machine({ date, load }: Results): string {
  const cores = cpus()
  return `${date ? `${date}, ` : ''}${cores.length} × ${cores[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}. Load when it began: ${load.toFixed(1)}.`
}

const perSecond = (values: readonly number[]) => 1000 / spread(values).median

function targets({ cold, packet, office, written, whole }: Results): string {
  const wholeRate = perSecond(packet.whole.map((c) => c.wall))
  const packetRate = perSecond(packet.packetOnly.map((c) => c.wall))
  const ratio = office ? office.office.median / office.ours.median : null
  const rates = written.filter((g) => g.done > 0).map((g) => g.seconds / g.done)
  const slope = (rates.at(-1) ?? Number.NaN) / (rates[0] ?? Number.NaN)
  const grown = Math.max(...[written.at(-1), whole.at(-1)].map((g) => (g ? g.end - g.early : 0)))
  return table(
    ['', 'target', 'measured', ''],
    [
      row('cold draft', 'under 1.5 s', `${cold.later.median.toFixed(2)} s`, verdict(cold.later.median < 1.5)),
      row('warm packets, the packet alone', '15 a second', packetRate.toFixed(1), verdict(packetRate >= 15)),
      row('warm packets, the whole draft', '15 a second', wholeRate.toFixed(1), verdict(wholeRate >= 15)),
      row(
        'against LibreOffice',
        '10 times',
        ratio ? `${ratio.toFixed(0)} times` : 'not measured',
        ratio ? verdict(ratio >= 10) : '',
      ),
      row('time grows in line with cases', 'a case costs the same', `× ${slope.toFixed(2)} at most cases`, verdict(slope < 1.25)),
      row('memory flat', 'no growth', `${grown >= 0 ? '+' : ''}${grown} MB`, verdict(grown < 25)),
    ],
  )
}

const coldTable = ({ first, later, processor }: Cold) =>
  table(
    ['run', 'seconds', 'seconds of processor'],
    [
      row('the very first, no caches', first.toFixed(2), ''),
      row(`later ones (${later.runs}, after one warm-up)`, three(later, 2), three(processor, 2)),
    ],
  )

function packetTable({ whole, packetOnly }: Packets): string {
  const line = (name: string, costs: Packets['whole']) => {
    const cpu = costs.map((c) => c.cpu)
    const wall = costs.map((c) => c.wall)
    return row(name, three(spread(wall)), three(spread(cpu)), perSecond(wall).toFixed(1), perSecond(cpu).toFixed(1))
  }
  return table(
    ['', 'ms', 'ms of processor', 'a second', 'a second per core'],
    [line('whole draft', whole), line('packet alone: letter.pdf and packet.pdf', packetOnly)],
  )
}

const officeTable = (office: Office | null) =>
  office === null
    ? 'Not measured: LibreOffice (`soffice`) is not on this machine.'
    : table(
        ['way', 'ms a letter', 'ratio of medians'],
        [
          row('letter to PDF here', three(office.ours), '1'),
          ratioRow(`DOCX, then ${office.version}, one process a letter`, office.office, office.ours),
          ratioRow(`DOCX, then ${office.version}, ten letters a process`, office.officeOfTen, office.ours),
        ],
      )

const ratioRow = (name: string, theirs: Spread, ours: Spread) =>
  row(name, three(theirs), `× ${(theirs.median / ours.median).toFixed(1)}`)

const growthTable = (name: string, sizes: readonly Growth[]) =>
  table(
    [name, 'seconds', 'ms a case', 'MB early', 'MB at the end'],
    sizes.map((g) =>
      row(
        g.done < g.cases ? `${g.done} of ${g.cases} cases (time allowed ran out)` : `${g.cases} cases`,
        g.seconds.toFixed(1),
        ((g.seconds * 1000) / g.done).toFixed(0),
        g.early,
        g.end,
      ),
    ),
  )
