import type { z } from 'zod'
import { failAll, type Outcome, ok } from '../base/outcome.ts'
import type { Problem } from '../base/problem.ts'
import { argumentRecord, groundRecord } from './argument.ts'
import { type ClassRecord, classRecord, withClass } from './careClass.ts'
import { coverageRecord } from './coverage.ts'
import { figureRecord } from './figure.ts'
import { guideRecord } from './guide.ts'
import { interviewRecord } from './interview.ts'
import { letterRecord } from './letter.ts'
import { payerRecord } from './payer.ts'
import { processRecord, scenarioRecord } from './process.ts'
import { reasonRecord } from './reason.ts'
import { broken, idOfPath, keyOfPath, type RecordFile, readRecord } from './record.ts'
import { sourceRecord } from './source.ts'
import { spanishRecord } from './spanish.ts'
import { stateRecord } from './state.ts'
import { type TreatmentRecord, treatmentRecord } from './treatment.ts'
import { vocabularyRecord } from './vocabulary.ts'

export type { RecordFile } from './record.ts'

/** Folder of `knowledge/` → schema of its records. One line makes a new kind, and its map in `Knowledge`. */
const KINDS = {
  sources: sourceRecord,
  coverage: coverageRecord,
  payers: payerRecord,
  classes: classRecord,
  treatments: treatmentRecord,
  reasons: reasonRecord,
  arguments: argumentRecord,
  grounds: groundRecord,
  letters: letterRecord,
  guides: guideRecord,
  facts: vocabularyRecord,
  states: stateRecord,
  interview: interviewRecord,
  processes: processRecord,
  scenarios: scenarioRecord,
  spanish: spanishRecord,
  figures: figureRecord,
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

/**
 * Types and indexes every record, or fails with every broken place at once, file and line. `keep` is
 * given each record as its own file states it, before treatments take over what their class holds.
 */
export function assemble(
  files: readonly RecordFile[],
  version = 'unversioned',
  keep: (file: RecordFile, record: { readonly id: string }) => void = () => {},
): Outcome<Knowledge> {
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
    else {
      keep(file, record.value)
      map?.set(keyOfPath(file.path), record.value)
    }
  }
  problems.push(...joinClasses(maps))
  // Each map was filled only with what its kind's schema returned.
  return problems.length ? failAll(problems) : ok({ version, ...Object.fromEntries(maps) } as unknown as Knowledge)
}

/** Gives every treatment what it takes from its class, in place. */
function joinClasses(maps: ReadonlyMap<string, Map<string, unknown>>): Problem[] {
  const treatments = maps.get('treatments') as Map<string, TreatmentRecord> | undefined
  const classes = maps.get('classes') as Map<string, ClassRecord> | undefined
  return [...(treatments ?? [])].flatMap(([id, treatment]) => {
    const ofClass = classes?.get(treatment.group)
    if (!treatment.takes.criteria.length && !treatment.takes.parts.length) return []
    const missing = treatment.takes.criteria.filter((key) => !ofClass?.typicalCriteria.some((c) => c.key === key))
    if (ofClass && !missing.length) treatments?.set(id, withClass(treatment, ofClass))
    const say = ofClass
      ? `takes ${missing.join(', ')}, which the class "${treatment.group}" does not have`
      : `takes from the class "${treatment.group}", which does not exist`
    return ofClass && !missing.length ? [] : [broken(`treatments/${id}.yaml`, 1, say)]
  })
}

function typeRecord(file: RecordFile, schema: z.ZodType<{ id: string }>): Outcome<{ id: string }> {
  const record = file.typed ? ok(file.typed) : readRecord(file, schema)
  if (!record.ok || record.value.id === idOfPath(file.path)) return record
  return failAll([broken(file.path, 1, `id is "${record.value.id}" but the file is named "${idOfPath(file.path)}"`)])
}
