import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { failAll, type Outcome, ok } from '../base/outcome.ts'
import { type Problem, problem } from '../base/problem.ts'
import { type CoverageRecord, coverageRecord } from './coverage.ts'
import { type SourceRecord, sourceRecord } from './source.ts'

/** One file of `knowledge/`, path relative to it: "law/29-cfr-2560.503-1.yaml". */
export interface RecordFile {
  readonly path: string
  readonly text: string
}

export interface Knowledge {
  readonly sources: ReadonlyMap<string, SourceRecord>
  readonly coverage: ReadonlyMap<string, CoverageRecord>
}

interface Kind {
  readonly schema: z.ZodType<{ id: string }>
  readonly into: keyof Knowledge
}

/** Folder of `knowledge/` → schema of its records and the map they go into. */
const KINDS: Readonly<Record<string, Kind>> = {
  law: { schema: sourceRecord, into: 'sources' },
  sources: { schema: sourceRecord, into: 'sources' },
  coverage: { schema: coverageRecord, into: 'coverage' },
}

/** Parses, types and indexes every record, or fails with every broken place at once, file and line. */
export function assemble(files: readonly RecordFile[]): Outcome<Knowledge> {
  const problems: Problem[] = []
  const maps: Record<keyof Knowledge, Map<string, unknown>> = { sources: new Map(), coverage: new Map() }
  for (const file of files) {
    const folder = file.path.split('/')[0] ?? ''
    const kind = KINDS[folder]
    const parsed = kind
      ? parseRecord(file, kind.schema)
      : failAll([broken(file.path, 1, `no record kind for folder "${folder}"`)])
    if (!parsed.ok) problems.push(...parsed.problems)
    else if (kind) maps[kind.into].set(parsed.value.id, parsed.value)
  }
  // Each map was filled only with what its kind's schema returned.
  return problems.length ? failAll(problems) : ok(maps as unknown as Knowledge)
}

function parseRecord<T extends { id: string }>(file: RecordFile, schema: z.ZodType<T>): Outcome<T> {
  const lines = new LineCounter()
  const doc = parseDocument(file.text, { schema: 'failsafe', lineCounter: lines })
  if (doc.errors.length)
    return failAll(doc.errors.map((e) => broken(file.path, lines.linePos(e.pos[0]).line, e.message.split('\n')[0] ?? '')))
  const result = schema.safeParse(doc.toJS())
  if (!result.success)
    return failAll(
      result.error.issues.map((issue) => {
        const node = doc.getIn(issue.path as string[], true) as { range?: [number, number, number] } | undefined
        const line = node?.range ? lines.linePos(node.range[0]).line : 1
        return broken(file.path, line, `${issue.path.join('.')}: ${issue.message}`)
      }),
    )
  const expected = file.path.replace(/^.*\//, '').replace(/\.yaml$/, '')
  if (result.data.id !== expected)
    return failAll([broken(file.path, 1, `id is "${result.data.id}" but the file is named "${expected}"`)])
  return ok(result.data)
}

const broken = (path: string, line: number, say: string): Problem =>
  problem('knowledge-invalid', `knowledge/${path}:${line}`, say, 'Correct the record; docs/adding shows the form.')
