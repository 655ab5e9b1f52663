import { type CivilDate, parseDate, parseMoment } from '../base/date.ts'
import { type Problem, problem } from '../base/problem.ts'
import { type Condition, condition } from '../knowledge/coverage.ts'
import type { Anchor } from '../knowledge/source.ts'
import type { Conditions } from './conditions.ts'
import type { Timeline, When } from './events.ts'

/** A case's `inputs`, read: what happened, what is so, and the words that choose among clocks. */
export interface CaseInputs {
  readonly timeline: Timeline
  readonly conditions: Conditions
  readonly qualifiers: readonly string[]
  readonly problems: readonly Problem[]
  readonly unused: readonly string[]
}

/** Names of dates as notices, forms and clerks word them; the first pattern that fits says which event it is. */
const DATES: readonly (readonly [RegExp, Anchor])[] = [
  [/case_?file/, 'receipt_of_case_file'],
  [/information.*(request|asked)|(request|asked).*information/, 'date_of_request'],
  [
    /information.*(receiv|receipt|provided|supplied|submitted)|receipt_of_information|respond|claimant_response/,
    'receipt_of_information',
  ],
  [/discharge/, 'discharge_date'],
  [/course.*end|end.*course/, 'end_of_approved_course'],
  [/(service|coverage)s?_(end|terminat|stop)|last_(covered_)?day|termination_effective/, 'end_of_services'],
  [/effective|date_of_action|action_date|change_date/, 'effective_date_of_change'],
  [
    /^receipt$|^received$|^receipt_(date|of_(notice|letter|decision|denial))|received_notice|delivered|delivery/,
    'receipt_of_notice',
  ],
  [/(notice|letter|decision|denial|determination|eob|resolution).*(receipt|received)/, 'receipt_of_notice'],
  [/appeal.*(filed|requested)|filed.*appeal/, 'filing_of_plan_appeal'],
  [/claim.*received|receipt_of_claim/, 'receipt_of_claim'],
  [/appeal.*received|receipt_of_appeal/, 'receipt_of_appeal'],
  [/received|receipt/, 'receipt_of_request'],
  [/mailed|mailing|postmark/, 'date_mailed'],
  [/sent/, 'notice_sent'],
  [/request|asked|filed|submitted/, 'date_of_request'],
  [/service|care/, 'date_of_service'],
  [
    /notice|letter|decision|dismiss|resolution|eob|explanation_of_benefits|msn|determination|reconsideration_date|denial|response|date_on/,
    'date_on_notice',
  ],
]

/** Conditions under other names. */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  previously_authorized: 'cut_of_authorized_care',
  surprise_bill: 'no_surprises_dispute',
}

/** Flags that choose a clock rather than state a condition. */
const FLAGS: Readonly<Record<string, string>> = {
  prior_authorization: 'prior_authorization',
  part_b_drug: 'drug',
  drug: 'drug',
  two_levels: 'each_of_two',
  no_response: 'no_response',
  clean_claim: 'clean_claim',
}

export function caseInputs(inputs: Readonly<Record<string, unknown>>): CaseInputs {
  const events: Partial<Record<Anchor, When>> = {}
  const conditions: Partial<Record<Condition, boolean>> = {}
  const qualifiers: string[] = []
  const problems: Problem[] = []
  const unused: string[] = []
  let receiptProven: boolean | null = null
  let extension: Timeline['extension'] = null
  let ratingPeriodStart: CivilDate | null = null
  let stateWindow: Timeline['stateWindow'] = null
  let statement: When | null = null

  for (const [key, value] of Object.entries(inputs)) {
    if (value === null || value === undefined) {
      if (/response|reply|decision/.test(key)) qualifiers.push('no_response')
      continue
    }
    const window = /^state_window_(days|months|hours)$/.exec(key)
    if (window) {
      if (typeof value === 'number') stateWindow = { amount: value, unit: window[1] as 'days' | 'months' | 'hours', cite: null }
      else problems.push(bad(key, 'is not a number'))
    } else if (typeof value === 'boolean') {
      const named = condition.safeParse(CONDITIONS[key] ?? key)
      if (/proof|proven/.test(key)) receiptProven = value
      else if (/extended|extension/.test(key)) extension = value ? { noticedOn: null } : null
      else if (named.success) conditions[named.data] = value
      else if (FLAGS[key] !== undefined) {
        if (value) qualifiers.push(FLAGS[key])
      } else unused.push(key)
    } else if (typeof value === 'number') {
      if (/exten/.test(key)) extension = { noticedOn: null }
      else if (/levels/.test(key)) {
        if (value >= 2) qualifiers.push('each_of_two')
      } else unused.push(key)
    } else {
      const when = typeof value === 'string' ? (parseDate(value) ?? parseMoment(toTheMinute(value))) : null
      if (!when) {
        if (/date|received|receipt|sent|mailed|noticed|start|end/.test(key))
          problems.push(bad(key, 'is not a date as YYYY-MM-DD'))
        else unused.push(key)
        continue
      }
      if (/extension|extended/.test(key)) extension = { noticedOn: when.slice(0, 10) as CivilDate }
      else if (/rating_period/.test(key)) ratingPeriodStart = when.slice(0, 10) as CivilDate
      else {
        const anchor = DATES.find(([pattern]) => pattern.test(key))?.[1]
        if (/statement/.test(key)) statement = when
        else if (!anchor) unused.push(key)
        else events[anchor] = when
        if (/resolution/.test(key)) qualifiers.push('resolution')
        if (anchor === 'receipt_of_information') qualifiers.push('information_received')
        if (/information/.test(key) && anchor === 'date_of_request') qualifiers.push('information')
      }
    }
  }
  // The time to decide an exception runs from the prescriber's supporting statement, whenever the request came.
  if (statement) events.receipt_of_request = statement
  return {
    timeline: { events, receiptProven, stateWindow, extension, ratingPeriodStart },
    conditions,
    qualifiers,
    problems,
    unused,
  }
}

/** "2026-04-10 09:30:00" as "2026-04-10T09:30"; a time with a zone is left alone, because it is not local time. */
const toTheMinute = (value: string): string => value.replace(/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/, '$1T$2')

const bad = (key: string, say: string): Problem =>
  problem('date-invalid', `inputs.${key}`, `This value ${say}.`, 'Correct it, or leave it out if it is not known.')
