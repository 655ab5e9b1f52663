/**
 * Writes docs/knowledge-status.md: how much of the knowledge was seen in its own source, how much was
 * seen quoted elsewhere, and how much is only remembered. Same records, same text.
 *
 *   node scripts/knowledge-status.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Status } from '../src/base/citation.ts'
import { loadKnowledge, readRecordFiles } from '../src/infra/knowledge/load.ts'
import { kindOf } from '../src/knowledge/assemble.ts'
import { walk } from '../src/knowledge/lint/walk.ts'
import { keyOfPath } from '../src/knowledge/record.ts'

const STATUSES: readonly Status[] = ['verified', 'secondary', 'recalled']

interface Row {
  readonly name: string
  readonly records: number
  readonly data: Readonly<Record<Status, number>>
}

interface Datum {
  readonly status: Status
  readonly checked: string
}

const isDatum = (value: unknown): value is Datum =>
  typeof value === 'object' &&
  value !== null &&
  'checked' in value &&
  'status' in value &&
  STATUSES.some((s) => s === value.status)

function dataIn(record: unknown): readonly Datum[] {
  const found: Datum[] = []
  walk(record, (value) => {
    if (isDatum(value)) found.push(value)
  })
  return found
}

const count = (data: readonly Datum[]): Row['data'] => ({
  verified: data.filter((d) => d.status === 'verified').length,
  secondary: data.filter((d) => d.status === 'secondary').length,
  recalled: data.filter((d) => d.status === 'recalled').length,
})

const loaded = loadKnowledge()
if (!loaded.ok) throw new Error('the knowledge does not load; see npm run knowledge:check')
const knowledge = loaded.value

const records = readRecordFiles().flatMap((file) => {
  const kind = kindOf(file.path)
  const record = kind && knowledge[kind].get(keyOfPath(file.path))
  return record ? [{ folder: file.path.split('/')[0] ?? '', record, data: dataIn(record) }] : []
})

const byFolder = Map.groupBy(records, (r) => r.folder)
const kinds = [...byFolder].map(([name, of]): Row => ({ name, records: of.length, data: count(of.flatMap((r) => r.data)) }))

/** Records that print the same citation are parts of one section. */
function sections(folder: string): Row[] {
  const of = (byFolder.get(folder) ?? []).flatMap(({ record, data }) => ('cite' in record ? [{ cite: record.cite, data }] : []))
  const rows = [...Map.groupBy(of, (r) => r.cite)].map(
    ([name, same]): Row => ({ name, records: same.length, data: count(same.flatMap((r) => r.data)) }),
  )
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}

const cells = ({ name, records: n, data }: Row) =>
  `| ${[name, n, data.verified, data.secondary, data.recalled].map((c) => c || '').join(' | ')} |`

const table = (first: string, rows: readonly Row[]) =>
  [`| ${first} | records | verified | secondary | recalled |`, '|---|--:|--:|--:|--:|', ...rows.map(cells)].join('\n')

/** The same count before the library was widened to the whole field: commit 3030514. */
const BEFORE: Readonly<Record<string, readonly [records: number, verified: number, secondary: number, recalled: number]>> = {
  facts: [89, 0, 0, 84],
  guides: [15, 0, 2, 13],
  law: [156, 261, 127, 64],
  payers: [137, 14, 25, 149],
  reasons: [37, 6, 59, 82],
  sources: [40, 22, 43, 31],
  treatments: [7, 10, 12, 26],
}

const sum = (rows: readonly Row[]): Row => ({
  name: '**all**',
  records: rows.reduce((n, r) => n + r.records, 0),
  data: count(records.filter((r) => rows.some((row) => row.name === r.folder)).flatMap((r) => r.data)),
})

const compared = (rows: readonly Row[]) =>
  [
    '| folder of `knowledge/` | records | verified | secondary | recalled |',
    '|---|--:|--:|--:|--:|',
    ...[...rows, sum(rows)].map(({ name, records: n, data }) => {
      const was = BEFORE[name] ?? (name === '**all**' ? totals(Object.values(BEFORE)) : [0, 0, 0, 0])
      const now = [n, data.verified, data.secondary, data.recalled]
      return `| ${[name, ...now.map((value, i) => `${was[i] ?? 0} → ${value}`)].join(' | ')} |`
    }),
  ].join('\n')

const totals = (rows: readonly (readonly number[])[]): readonly number[] =>
  [0, 1, 2, 3].map((i) => rows.reduce((n, row) => n + (row[i] ?? 0), 0))

const rated = kinds.filter((k) => STATUSES.some((s) => k.data[s] > 0))
const unrated = kinds.filter((k) => !rated.includes(k)).map((k) => `${k.name} (${k.records})`)
const newest = records
  .flatMap((r) => r.data.map((d) => d.checked))
  .sort()
  .at(-1)

const text = `# What the knowledge rests on

Written by \`node scripts/knowledge-status.ts\`; do not edit. Newest check: ${newest}.

- **verified**: seen in the source's own text. **secondary**: seen quoted or summarised elsewhere. **recalled**:
  neither; a letter then cites the section and never the paragraph.
- None of it has been reviewed by a lawyer or a clinician yet.
- One datum is one statement with its own status: a provision of law, a fact about a payer, a rule of a treatment.

## By kind

From the count before the library was widened to the whole field (commit 3030514) to this one.

${compared(rated)}

Without statements of their own, because they refer to the above or hold our own words: ${unrated.join(', ')}.

## Law, section by section

${table('section', sections('law'))}

## Guidelines, labels, publications and pages

${table('source', sections('sources'))}
`
writeFileSync(join(import.meta.dirname, '../docs/knowledge-status.md'), text)
process.stderr.write(`docs/knowledge-status.md  ${records.length} records\n`)
