import type { Problem } from '../../base/problem.ts'
import { problem } from '../../base/problem.ts'
import { type Knowledge, kindOf } from '../assemble.ts'
import type { Codes } from '../codes.ts'
import { keyOfPath, type RecordFile } from '../record.ts'

/** Every kind of record: "payers", "sources" … */
export type Kind = Exclude<keyof Knowledge, 'version'>

export interface LintInput {
  readonly knowledge: Knowledge
  readonly files: readonly RecordFile[]
  readonly codes: Codes
}

/** One thing that must hold of the records. `why` is printed beside what it finds. */
export interface Rule {
  readonly name: string
  readonly why: string
  readonly check: (input: LintInput) => readonly Finding[]
}

/** Where in which record, and what is wrong with it. `at` is the path inside the record, "indications.0.label". */
export interface Finding {
  readonly kind: Kind
  readonly id: string
  readonly at: string
  readonly say: string
}

export const toProblem = (rule: Rule, finding: Finding, files: readonly RecordFile[]): Problem => {
  const file = files.find((f) => kindOf(f.path) === finding.kind && keyOfPath(f.path) === finding.id)
  const where = `knowledge/${file?.path ?? `${finding.kind}/${finding.id}`}${finding.at ? `, ${finding.at}` : ''}`
  return problem('knowledge-invalid', where, `${finding.say} (${rule.name})`, rule.why)
}

/** Every kind with its records, in the order of the registry. */
export const allRecords = (knowledge: Knowledge): readonly (readonly [Kind, string, unknown])[] =>
  (Object.keys(knowledge) as (keyof Knowledge)[]).flatMap((kind) => {
    if (kind === 'version') return []
    return [...knowledge[kind]].map(([id, record]) => [kind, id, record] as const)
  })
