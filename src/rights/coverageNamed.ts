import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { CoverageRecord } from '../knowledge/coverage.ts'

/** The record of a coverage type; an unknown one is a question to ask, never a default. */
export function coverageNamed(knowledge: Knowledge, id: string): Outcome<CoverageRecord> {
  const record = knowledge.coverage.get(id)
  if (record) return ok(record)
  return fail(
    problem(
      'coverage-unknown',
      id || 'coverage',
      'The type of coverage is not known, and which deadlines and rights exist depends on it.',
      `Where does the coverage come from: a job, a Marketplace or insurer, Medicare, Medicaid or CHIP, a Federal job, the military or VA, a school, or something else? Types: ${[...knowledge.coverage.keys()].join(', ')}.`,
    ),
  )
}
