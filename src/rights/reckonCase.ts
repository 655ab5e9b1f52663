import { fail, failAll, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import { joinCitations } from '../knowledge/citations.ts'
import { caseInputs } from './caseInputs.ts'
import type { hold } from './conditions.ts'
import { coverageNamed } from './coverageNamed.ts'
import { reckonLevel } from './level.ts'
import { levelNamed } from './levels.ts'
import type { Reckoning } from './reckoning.ts'

/** One question about a deadline. Further keys are allowed and ignored. */
export interface DeadlineCase {
  readonly id: string
  readonly coverage_type: string
  readonly level: string
  readonly clock: string
  readonly urgency: string
  readonly inputs: Readonly<Record<string, unknown>>
}

/** `due` null with a `rule`: no such deadline. `due` null with a `problem`: it could not be counted. */
export interface CaseAnswer {
  readonly id: string
  readonly due: string | null
  readonly safeDue: string | null
  readonly alternative: string | null
  readonly citation: string
  readonly rule: string
  readonly arithmetic: string
  readonly assumptions: readonly string[]
  readonly problem: { readonly code: string; readonly where: string; readonly say: string; readonly fix: string } | null
}

export function reckonCase(knowledge: Knowledge, asked: DeadlineCase): CaseAnswer {
  const result = reckoningOf(knowledge, asked)
  if (!result.ok) {
    const none = { due: null, safeDue: null, alternative: null, citation: '', rule: '', arithmetic: '', assumptions: [] }
    return { id: asked.id, ...none, problem: result.problems[0] }
  }
  const { due, safeDue, alternative, rule, arithmetic, citations, assumptions } = result.value
  return {
    id: asked.id,
    due,
    safeDue,
    alternative,
    citation: joinCitations(citations),
    rule,
    arithmetic,
    assumptions,
    problem: null,
  }
}

function reckoningOf(knowledge: Knowledge, asked: DeadlineCase): Outcome<Reckoning> {
  const coverage = coverageNamed(knowledge, asked.coverage_type)
  if (!coverage.ok) return coverage
  const named = levelNamed(coverage.value, asked.level)
  if (!named)
    return fail(
      problem(
        'record-unknown',
        asked.level,
        `${coverage.value.name.en} has no level of this name.`,
        `Use one of: ${coverage.value.levels.map((l) => l.id).join(', ')}.`,
      ),
    )
  if (asked.clock !== 'file' && asked.clock !== 'decide')
    return fail(problem('usage', `${asked.id}.clock`, 'A clock is either "file" or "decide".', 'Use one of the two.'))
  const read = caseInputs(asked.inputs)
  if (read.problems.length) return failAll(read.problems)
  const urgency = asked.urgency.toLowerCase()
  const said = careConditions(urgency)
  const twoLevels = named.qualifiers.includes('of') && named.qualifiers.includes('2')
  const last = named.qualifiers.filter((q) => q === '1' || q === '2')[0]
  const result = reckonLevel(knowledge, named.level, asked.clock, {
    care: named.qualifiers.some((q) => q === 'expedited' || q === 'urgent') ? 'urgent' : urgency,
    qualifiers: [
      ...(twoLevels ? ['each_of_two', ...(last === '2' ? ['second_level'] : [])] : []),
      ...named.qualifiers,
      named.qualifiers.join('_'),
      ...read.qualifiers,
      urgency,
    ],
    conditions: { ...said, ...read.conditions },
    timeline: read.timeline,
  })
  if (!result.ok || read.unused.length === 0) return result
  const note = `Not used: ${read.unused.join(', ')}.`
  return ok({ ...result.value, assumptions: [...result.value.assumptions, note] }, result.warnings)
}

/** What the word for the kind of care says about the denial. */
function careConditions(urgency: string): Parameters<typeof hold>[1] {
  if (/new_service|new_care/.test(urgency)) return { cut_of_authorized_care: false }
  if (/^(reduction|termination|suspension|cut|concurrent)$/.test(urgency)) return { cut_of_authorized_care: true }
  if (urgency === 'medical_necessity') return { medical_necessity: true, factual: false }
  if (urgency === 'factual') return { medical_necessity: false, factual: true }
  return {}
}
