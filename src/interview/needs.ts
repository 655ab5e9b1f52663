import type { Fact } from '../facts/fact.ts'
import { factValue } from '../facts/fact.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { CareKind } from '../knowledge/care.ts'
import type { Ask, AskNeed } from '../knowledge/interview.ts'
import type { InterviewState, KnownFacts } from './question.ts'

/** Kinds of care that a person takes or goes through over time, so that "now" has a meaning. */
const COURSES: ReadonlySet<CareKind> = new Set(['drug', 'biologic', 'device', 'therapy', 'level_of_care', 'service'])
/** Grounds that only a refusal on medical grounds is answered by. */
const MEDICAL = ['criteria_met', 'denial_answered', 'established_evidence']

type Asking = Pick<InterviewState, 'facts' | 'ladder' | 'treatment'> & {
  readonly grounds: ReadonlySet<string>
  /** The value was read, with doubt. */
  readonly doubted: boolean
}

const NEEDS: Readonly<Record<AskNeed, (knowledge: Knowledge, s: Asking) => boolean>> = {
  /** While the coverage is unknown most clocks are possible, and most run from receipt. */
  receipt_counts: (_, { ladder }) => !ladder || /receipt of the notice/.test(ladder.current?.file?.trigger.event ?? ''),
  state_counts: (knowledge, { facts }) => {
    const law = knowledge.coverage.get(factValue(facts.plan.coverage) ?? '')?.stateLaw
    return law === 'applies' || law === 'insured_only' || law === 'program_rules'
  },
  care_cut: (_, { facts }) => factValue(facts.treatment.timing) === 'concurrent',
  not_given_yet: (_, { facts }) => factValue(facts.treatment.timing) !== 'post_service',
  nowhere_to_send: (_, { facts }) => [facts.denial.appealFax, facts.denial.appealPortal].every((f) => f.state === 'unknown'),
  drug_or_course: (knowledge, { treatment }) => {
    const kind = treatment ? knowledge.treatments.get(treatment)?.kind : undefined
    return kind === undefined || COURSES.has(kind)
  },
  medical_reason: (_, { grounds }) => MEDICAL.some((g) => grounds.has(g)),
  only_if_doubted: (_, { doubted }) => doubted,
}

/** Grounds that can answer the stated reasons; a reason that is not known is argued as medical necessity. */
export function groundsOf(knowledge: Knowledge, reasons: readonly string[]): ReadonlySet<string> {
  const known = reasons.filter((r) => knowledge.arguments.has(r))
  return new Set((known.length ? known : ['medical_necessity']).flatMap((r) => knowledge.arguments.get(r)?.grounds ?? []))
}

/** Whether the answer can change anything in this case. */
export const isNeeded = (knowledge: Knowledge, ask: Ask, state: Asking): boolean =>
  (ask.needs ?? []).every((need) => NEEDS[need](knowledge, state)) &&
  (ask.grounds === undefined || ask.grounds.some((g) => state.grounds.has(g)))

/** Whether the case knows it already. */
export function isKnown(ask: Ask, facts: KnownFacts): boolean {
  if (ask.list === 'statements')
    return facts.statements.some((s) =>
      ask.ground ? s.value.ground === ask.ground : !s.value.ground && s.value.who === ask.sets?.who,
    )
  if (ask.list) return facts[ask.list].length > 0
  const [part = '', key] = (ask.fact ?? '').split('.')
  const held = (facts as unknown as Readonly<Record<string, unknown>>)[part]
  const fact = key === undefined ? held : (held as Readonly<Record<string, unknown>> | undefined)?.[key]
  if (typeof fact !== 'object' || fact === null || !('state' in fact))
    throw new Error(`the question "${ask.id}" names no fact of a case: ${ask.fact ?? ''}`)
  return (fact as Fact<unknown>).state !== 'unknown'
}
