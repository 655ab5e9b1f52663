import { type CivilDate, parseDate } from '../../../base/date.ts'
import { fail, type Outcome } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { CoverageRecord } from '../../../knowledge/coverage.ts'
import { rungs } from '../../../rights/levels.ts'
import type { Ports } from '../../../usecases/ports.ts'
import { askRights, type RightsAnswer } from '../../../usecases/rights.ts'
import { DEADLINE_FIELDS, type DeadlineAsked, TIMINGS } from './deadlineForm.ts'

/** The calculator's fields out of a form; anything else in it is dropped unread. */
export const askedOf = (form: URLSearchParams): DeadlineAsked =>
  Object.fromEntries(DEADLINE_FIELDS.flatMap((name) => (form.get(name) ? [[name, (form.get(name) ?? '').slice(0, 40)]] : [])))

/** The ladder for what was asked; a problem names the field, never its value. */
export function answerDeadline(ports: Ports, asked: DeadlineAsked): Outcome<RightsAnswer> {
  const coverage = ports.knowledge.coverage.get(asked.coverage ?? '')
  if (!coverage)
    return fail(problem('coverage-unknown', 'coverage', 'No deadline is shown without the type of coverage.', 'Choose one.'))
  const notice = dateOf(asked.notice)
  const received = asked.received ? dateOf(asked.received) : null
  if (!notice) return fail(problem('date-invalid', 'notice', 'The date on the letter is missing.', 'Give it.'))
  if (asked.received && (!received || received < notice))
    return fail(problem('date-invalid', 'received', 'A letter cannot come before its own date.', 'Correct one of the two.'))
  const level = asked.letter === 'internal_appeal' ? afterInternal(coverage) : null
  if (level === undefined)
    return fail(
      problem('no-appeal-right', 'letter', 'This type of coverage has no level after the plan’s own answer.', 'Choose another.'),
    )
  const timing = TIMINGS.find((t) => t === asked.timing) ?? null
  return askRights(ports, {
    coverage: coverage.id,
    notice,
    received,
    timing,
    urgent: asked.urgent === 'yes',
    level,
    state: ports.knowledge.states.has(asked.state ?? '') ? (asked.state ?? '').toUpperCase() : null,
  })
}

const dateOf = (text: string | undefined): CivilDate | null => {
  const date = parseDate(text ?? '')
  return date && date >= '2000-01-01' && date <= '2099-12-31' ? date : null
}

/** The level that follows the plan's own answer; undefined where the plan gives none or nothing follows it. */
function afterInternal(coverage: CoverageRecord): string | undefined {
  const all = rungs(coverage)
  const last = all.findLastIndex((level) => level.kind === 'internal')
  return last < 0 ? undefined : all[last + 1]?.id
}
