import type { z } from 'zod'
import { failAll, type Outcome, ok } from '../base/outcome.ts'
import type { Problem } from '../base/problem.ts'
import { argumentRecord, groundRecord } from './argument.ts'
import { coverageRecord } from './coverage.ts'
import { guideRecord } from './guide.ts'
import { interviewRecord } from './interview.ts'
import { letterRecord } from './letter.ts'
import { payerRecord } from './payer.ts'
import { reasonRecord } from './reason.ts'
import { broken, idOfPath, keyOfPath, type RecordFile, readRecord } from './record.ts'
import { sourceRecord } from './source.ts'
import { stateRecord } from './state.ts'
import { treatmentRecord } from './treatment.ts'
import { vocabularyRecord } from './vocabulary.ts'

export type { RecordFile } from './record.ts'

/** Folder of `knowledge/` → schema of its records. One line makes a new kind, and its map in `Knowledge`. */
const KINDS = {
  sources: sourceRecord,
  coverage: coverageRecord,
  payers: payerRecord,
  treatments: treatmentRecord,
  reasons: reasonRecord,
  arguments: argumentRecord,
  grounds: groundRecord,
  letters: letterRecord,
  guides: guideRecord,
  facts: vocabularyRecord,
  states: stateRecord,
  interview: interviewRecord,
} as const

/** Folders whose records join another kind's map. */
const JOINS: Readonly<Record<string, keyof typeof KINDS>> = { law: 'sources' }

/** Every record by kind and id, and the version of the whole: a hash of all record texts. */
export type Knowledge = { readonly version: string } & {
  readonly [K in keyof typeof KINDS]: ReadonlyMap<string, z.infer<(typeof KINDS)[K]>>
}

/** The map that a file's record goes into; undefined where its folder holds no known kind. */
export function kindOf(path: string): keyof typeof KINDS | undefined {
  const folder = path.split('/')[0] ?? ''
  return JOINS[folder] ?? (Object.hasOwn(KINDS, folder) ? (folder as keyof typeof KINDS) : undefined)
}

/** Types and indexes every record, or fails with every broken place at once, file and line. */
export function assemble(files: readonly RecordFile[], version = 'unversioned'): Outcome<Knowledge> {
  const problems: Problem[] = []
  const maps = new Map(Object.keys(KINDS).map((kind) => [kind, new Map<string, unknown>()]))
  for (const file of files) {
    const kind = kindOf(file.path)
    const record = kind
      ? typeRecord(file, KINDS[kind])
      : failAll([broken(file.path, 1, 'no kind of record belongs in this folder')])
    const map = maps.get(kind ?? '')
    if (!record.ok) problems.push(...record.problems)
    else if (map?.has(keyOfPath(file.path)))
      problems.push(broken(file.path, 1, `another record already has the id "${record.value.id}"`))
    else map?.set(keyOfPath(file.path), record.value)
  }
  // Each map was filled only with what its kind's schema returned.
  return problems.length ? failAll(problems) : ok({ version, ...Object.fromEntries(maps) } as unknown as Knowledge)
}

function typeRecord(file: RecordFile, schema: z.ZodType<{ id: string }>): Outcome<{ id: string }> {
  const record = file.typed ? ok(file.typed) : readRecord(file, schema)
  if (!record.ok || record.value.id === idOfPath(file.path)) return record
  return failAll([broken(file.path, 1, `id is "${record.value.id}" but the file is named "${idOfPath(file.path)}"`)])
}
