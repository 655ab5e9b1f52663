import { type Outcome, ok } from '../../base/outcome.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { missingSpanish } from '../../document/guide/missingSpanish.ts'
import { assemble, type Knowledge } from '../../knowledge/assemble.ts'
import { type Change, knowledgeDiff } from '../../knowledge/diff.ts'
import { knowledgeCheck } from '../../knowledge/lint/check.ts'
import { loadCodes } from './codes.ts'
import { loadKnowledge, readRecordFiles } from './load.ts'
import { recordFilesOf } from './past.ts'

/** What a check of the records found, and how many there are of each kind. */
export interface KnowledgeCheck {
  readonly problems: readonly Problem[]
  readonly counts: readonly (readonly [string, number])[]
}

export function checkKnowledge(): Outcome<KnowledgeCheck> {
  const loaded = loadKnowledge()
  if (!loaded.ok) return loaded
  const { version: _, ...kinds } = loaded.value
  const counts = Object.entries(kinds).map(([kind, records]) => [kind, records.size] as const)
  return ok({
    problems: [...knowledgeCheck(loaded.value, readRecordFiles(), loadCodes()), ...untranslated(loaded.value)],
    counts,
  })
}

/** A sentence that a patient can be shown and that has no Spanish fails the check like any broken record. */
const untranslated = (knowledge: Knowledge): readonly Problem[] =>
  missingSpanish(knowledge).map(({ where, en }) =>
    problem(
      'knowledge-invalid',
      `knowledge/${where}`,
      `No Spanish for “${en}”. (spanish)`,
      'docs/adding/spanish.md says where it goes.',
    ),
  )

/** What differs from the records of a commit or of another folder. */
export function diffKnowledge(commitOrFolder: string): Outcome<readonly Change[]> {
  const now = loadKnowledge()
  const files = recordFilesOf(commitOrFolder)
  if (!now.ok) return now
  if (!files.ok) return files
  const before = assemble(files.value)
  return before.ok ? ok(knowledgeDiff(before.value, now.value)) : before
}
