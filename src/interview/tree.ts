import type { Knowledge } from '../knowledge/assemble.ts'
import type { Answer, Question } from '../knowledge/interview.ts'

/** The first question. */
export const ROOT = 'source-of-coverage'

export function questionOf(knowledge: Knowledge, id: string): Question {
  const record = knowledge.interview.get(id)
  if (record?.kind !== 'question') throw new Error(`no interview question "${id}"`)
  return record
}

/** Every coverage type that an answer can still lead to. */
export function reaches(knowledge: Knowledge, answer: Answer): ReadonlySet<string> {
  if (answer.settles) return new Set([answer.settles])
  const ids = new Set<string>()
  if (answer.next) for (const a of questionOf(knowledge, answer.next).answers) for (const id of reaches(knowledge, a)) ids.add(id)
  return ids
}
