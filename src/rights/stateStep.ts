import type { Citation } from '../base/citation.ts'
import type { CivilDate } from '../base/date.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { CoverageRecord } from '../knowledge/coverage.ts'
import {
  type ExceptionGround,
  type StateDatum,
  type StatePeriod,
  type StateRecord,
  type StateStepTherapy,
  stateSource,
} from '../knowledge/state.ts'
import { sayAmount } from './count.ts'
import { stateNamed } from './stateRules.ts'

export interface StepQuestion {
  readonly coverage: string
  /** Two letters; null: not known. */
  readonly state: string | null
  /** Null: not known whether it is a drug. */
  readonly drug: boolean | null
  /** Whether an insurer carries the risk, where the coverage type leaves that open. */
  readonly insured?: boolean | undefined
  /** The day of the denial: the law must have been in effect. */
  readonly on: CivilDate | null
}

/** A State's law on step therapy as it may be used for one denial; only what was looked up. */
export interface StateStepLaw {
  readonly state: string
  readonly kind: 'exception' | 'ban'
  /** In one sentence, with the grounds and the clocks that were looked up. */
  readonly says: string
  readonly citations: readonly Citation[]
  readonly grounds: readonly ExceptionGround[]
  readonly standard: StatePeriod | null
  readonly urgent: StatePeriod | null
  /** Null: not known. */
  readonly deemedGranted: boolean | null
}

/** Why no State law on step therapy is used. */
export type NoStepLaw =
  | 'state_unknown'
  | 'preempted'
  | 'program_has_its_own'
  | 'not_known_insured'
  | 'not_a_drug'
  | 'state_not_held'
  | 'no_law'
  | 'narrow_law'
  | 'not_in_effect'
  | 'not_looked_up'

export type StepAnswer = { readonly law: StateStepLaw; readonly why: null } | { readonly law: null; readonly why: NoStepLaw }

/**
 * The step-therapy law that this State gives to this coverage. State law binds insurers: never a
 * self-funded ERISA plan, never a Federal program, Medicaid only where the statute says so, and drugs
 * only. A law that is only remembered gives no right here.
 */
export function stateStep(knowledge: Knowledge, question: StepQuestion): StepAnswer {
  const coverage = knowledge.coverage.get(question.coverage)
  const record = stateNamed(knowledge, question.state)
  const why = coverage ? shut(coverage, question) : 'state_not_held'
  if (why) return no(why)
  const step = record?.stepTherapy
  if (!record || !step || step.status === 'unknown') return no('state_not_held')
  if (coverage?.stateLaw === 'program_rules' && (step.medicaid?.reaches !== 'yes' || step.medicaid.status === 'recalled'))
    return no('program_has_its_own')
  if (step.status === 'none' || step.status === 'none_found') return no('no_law')
  if (step.status === 'limited') return no('narrow_law')
  if (!inEffect(step, question.on)) return no('not_in_effect')
  if (!step.statute?.cite || step.statute.status === 'recalled') return no('not_looked_up')
  return { law: lawOf(record, step, step.statute), why: null }
}

const no = (why: NoStepLaw): StepAnswer => ({ law: null, why })

/** What shuts State law out whatever the State is. */
function shut(coverage: CoverageRecord, { drug, insured, state }: StepQuestion): NoStepLaw | null {
  if (coverage.stateLaw === 'self_funded_preempted' || coverage.stateLaw === 'none') return 'preempted'
  if (coverage.stateLaw === 'insured_only' && insured !== true) return insured === false ? 'preempted' : 'not_known_insured'
  // Short-term and limited policies stand outside most of these laws; CHIP and fee-for-service are not managed care.
  if (coverage.id === 'stldi_limited_hcsm') return 'not_known_insured'
  if (coverage.stateLaw === 'program_rules' && coverage.id !== 'medicaid_managed_care') return 'program_has_its_own'
  if (!drug) return 'not_a_drug'
  return state ? null : 'state_unknown'
}

/** A law known only by its year counts from the next one. A day that is not known is no reason to doubt a law of the past. */
function inEffect({ effectiveFrom }: StateStepTherapy, on: CivilDate | null): boolean {
  if (!effectiveFrom || !on) return true
  return effectiveFrom.length === 4 ? effectiveFrom < on.slice(0, 4) : effectiveFrom <= on
}

const GROUND_WORDS: Readonly<Record<ExceptionGround, string>> = {
  contraindicated_or_harm: 'is contraindicated or would likely cause harm',
  expected_ineffective: 'is expected not to work',
  tried_and_failed: 'was already tried and failed',
  stable_on_drug: 'would replace one on which the patient is stable',
  not_in_best_interest: 'is not in the patient’s best interest',
}

function lawOf(record: StateRecord, step: StateStepTherapy, statute: StateDatum): StateStepLaw {
  const checked = <T extends { readonly status: string }>(datum: T | undefined): T | null =>
    datum && datum.status !== 'recalled' ? datum : null
  const grounds = checked(step.grounds)
  // A time without its section was read in a summary only: too little for a letter to name it.
  const timed = (period: StatePeriod | undefined) => (period?.cite ? checked(period) : null)
  const standard = timed(step.decisionStandard)
  const urgent = timed(step.decisionUrgent)
  const where = grounds ? `, including where the required drug ${listed(grounds.list.map((g) => GROUND_WORDS[g]))}` : ''
  const times = [
    standard ? `${sayAmount(standard.amount, standard.unit)}` : null,
    urgent ? `${sayAmount(urgent.amount, urgent.unit)} when urgent` : null,
  ].filter((t) => t !== null)
  const answer = times.length ? `; a request must be answered within ${times.join(', or ')}` : ''
  const rule = statute.says.replace(/\.$/, '')
  const of = (d: {
    readonly cite?: string | undefined
    readonly pin?: string | undefined
    readonly status: Citation['status']
  }) => (d.cite ? [{ source: stateSource(record), cite: d.cite, pin: d.pin ?? '', status: d.status }] : [])
  const main = grounds?.cite === statute.cite && grounds?.pin ? grounds : statute
  // The section of the clock is added only where the statute's own citation does not already name it.
  const clock = standard?.cite && !statute.cite?.includes(standard.cite.replace(/^.*§+ /, '')) ? standard : null
  const cited = [...of(main), ...(clock ? of(clock) : [])]
  return {
    state: record.name,
    kind: step.status === 'ban' ? 'ban' : 'exception',
    says: `Under the law of ${record.name}, ${rule.charAt(0).toLowerCase()}${rule.slice(1)}${where}${answer}.`,
    citations: cited,
    grounds: grounds?.list ?? [],
    standard,
    urgent,
    deemedGranted: checked(step.deemedGranted)?.granted ?? null,
  }
}

/** "a", "a or b", "a, b or c". */
const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
