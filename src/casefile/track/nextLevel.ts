import { addDays, type CivilDate, sameDayInMonths } from '../../base/date.ts'
import type { LetterKind } from '../../document/letter.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Bilingual } from '../../knowledge/datum.ts'
import type { AnswerReading } from '../../reading/answer/answer.ts'
import type { Ladder, LadderLevel } from '../../rights/ladder.ts'
import type { Reckoning } from '../../rights/reckoning.ts'
import { type LawSaid, right } from '../../rights/rights.ts'
import type { Awaited } from './awaited.ts'

export type NextKind =
  | 'overdue_letter'
  | 'reopening'
  | 'second_level'
  | 'external'
  | 'hearing'
  | 'administrative'
  | 'court'
  | 'automatic'
  | 'regulator'

/** Papers and steps that the next level asks for; pages put them into words. */
export type NextNeed =
  | 'decision_letter'
  | 'proof_of_sending'
  | 'reason_for_reopening'
  | 'appeal_as_sent'
  | 'new_evidence'
  | 'level_form'
  | 'lawyer'
  | 'nothing'

/** Something that is open after an answer, or after an answer that did not come. */
export interface NextStep {
  readonly kind: NextKind
  readonly level: string | null
  readonly name: Bilingual
  readonly decider: Bilingual | null
  /** The law's deadline; its dates follow once the answer is the case's notice. */
  readonly file: Reckoning | null
  /** The last day that the answer itself gives, counted from its own date, so never too late. */
  readonly stated: CivilDate | null
  /** Record of `knowledge/processes` that explains it. */
  readonly process: string | null
  readonly letter: LetterKind | null
  readonly needs: readonly NextNeed[]
  /** The law that opens it although no decision has come. */
  readonly law: LawSaid | null
}

const WORDS: Readonly<Record<'overdue_letter' | 'reopening' | 'second_level' | 'regulator', Bilingual>> = {
  overdue_letter: { en: 'Letter about the overdue decision', es: 'Carta por la decisión atrasada' },
  second_level: { en: 'Second appeal to the plan', es: 'Segunda apelación ante el plan' },
  reopening: { en: 'Asking for the dismissed appeal to be reopened', es: 'Pedir que se reabra la apelación desestimada' },
  regulator: { en: 'Complaint to the regulator', es: 'Queja ante la autoridad reguladora' },
}

const KIND: Readonly<Record<LadderLevel['kind'], NextKind | null>> = {
  claim: null,
  internal: 'second_level',
  external: 'external',
  hearing: 'hearing',
  administrative: 'administrative',
  court: 'court',
  continuation: null,
  fast_track: null,
}

const PROCESS: Readonly<Partial<Record<NextKind, string>>> = {
  second_level: 'second-level-appeal',
  external: 'external-review',
  regulator: 'complaint-to-regulator',
}
/** Processes that a coverage's family has of its own. */
const OWN_PROCESS: Readonly<Record<string, Readonly<Partial<Record<NextKind, string>>>>> = {
  medicaid: { hearing: 'medicaid-fair-hearing' },
  medicare: { external: 'medicare-reconsideration' },
  federal_employee: { external: 'fehb-disputed-claim' },
  military: { external: 'tricare-appeal', hearing: 'tricare-appeal' },
}

/** As much of an answer as a person can record who has no letter: the outcome alone. */
export type AnswerGiven = Pick<AnswerReading, 'outcome' | 'date' | 'next'>

export interface AfterAnswer {
  /** As it stood for the denial that was appealed. */
  readonly ladder: Ladder
  /** The answer; null: it is overdue. */
  readonly answer: AnswerGiven | null
  readonly awaited: Awaited | null
}

/** What is open now, nearest first; nothing after a full reversal, nor while an answer may still come in time. */
export function nextLevel(knowledge: Knowledge, { ladder, answer, awaited }: AfterAnswer): readonly NextStep[] {
  if (answer ? answer.outcome === 'overturned' || answer.outcome === 'not_an_answer' : !awaited?.overdue) return []
  const record = knowledge.coverage.get(ladder.coverage)
  const family = record?.family ?? ''
  const processOf = (kind: NextKind) => {
    const id = OWN_PROCESS[family]?.[kind] ?? PROCESS[kind]
    return id && (knowledge.processes.size === 0 || knowledge.processes.has(id)) ? id : null
  }
  const step = (kind: NextKind, rest: Partial<NextStep> & Pick<NextStep, 'name'>): NextStep => ({
    kind,
    level: null,
    decider: null,
    file: null,
    stated: null,
    process: processOf(kind),
    letter: null,
    needs: [],
    law: null,
    ...rest,
  })
  const skipped = answer ? null : right(knowledge, ladder.coverage, 'deemed_exhaustion')
  const { next } = ladder
  // A dismissal decided nothing, so the level above it is open only where the letter says so.
  const dismissed = answer?.outcome === 'dismissed'
  const offered = answer?.next.who === 'outside' && answer.next.window !== null
  // Without a decision the next level is open only where the law says so.
  const open = answer ? !dismissed || offered : skipped !== null || Boolean(next?.automatic)
  const goesOn = next && open ? levelStep(next, step, answer, skipped) : null
  const again = answer?.next.who === 'plan' && answer.next.window !== null ? statedDay(answer) : null
  const second = again !== null && !dismissed && next?.kind !== 'internal'
  return [
    ...(answer
      ? []
      : [step('overdue_letter', { name: WORDS.overdue_letter, letter: 'overdue_decision', needs: ['proof_of_sending'] })]),
    ...(dismissed
      ? [step('reopening', { name: WORDS.reopening, stated: again, needs: ['decision_letter', 'reason_for_reopening'] })]
      : []),
    ...(second
      ? [
          step('second_level', {
            name: WORDS.second_level,
            stated: again,
            letter: 'appeal',
            needs: ['decision_letter', 'new_evidence'],
          }),
        ]
      : []),
    ...(goesOn ? [goesOn] : []),
    ...(record
      ? [
          step('regulator', {
            name: WORDS.regulator,
            decider: record.regulator,
            needs: [answer ? 'decision_letter' : 'proof_of_sending', 'appeal_as_sent'],
          }),
        ]
      : []),
  ]
}

function levelStep(
  next: LadderLevel,
  step: (kind: NextKind, rest: Partial<NextStep> & Pick<NextStep, 'name'>) => NextStep,
  answer: AnswerGiven | null,
  law: LawSaid | null,
): NextStep | null {
  const kind = next.automatic ? 'automatic' : KIND[next.kind]
  if (!kind) return null
  const outside = answer?.next.who === 'outside' || next.kind === 'internal'
  return step(kind, {
    level: next.id,
    name: next.name,
    decider: next.decider,
    file: next.file,
    stated: answer && outside && kind !== 'automatic' ? statedDay(answer) : null,
    letter: kind === 'external' ? 'external_review_request' : kind === 'second_level' ? 'appeal' : null,
    needs: needsOf(kind, answer !== null),
    law,
  })
}

function needsOf(kind: NextKind, answered: boolean): readonly NextNeed[] {
  if (kind === 'automatic') return ['nothing']
  const paper: NextNeed = answered ? 'decision_letter' : 'proof_of_sending'
  if (kind === 'court') return [paper, 'appeal_as_sent', 'lawyer']
  return kind === 'second_level' ? [paper, 'new_evidence'] : [paper, 'appeal_as_sent', 'level_form', 'new_evidence']
}

/** The answer's own last day. Counted from its date also where it says "from receipt": that is the earlier day. */
export function statedDay({ date, next }: AnswerGiven): CivilDate | null {
  const window = next.window?.value
  if (window?.date) return window.date
  const m = /^P(\d+)([DWMY])$/.exec(window?.duration ?? '')
  if (!m || !date) return null
  const amount = Number(m[1])
  if (m[2] === 'D' || m[2] === 'W') return addDays(date.value, amount * (m[2] === 'W' ? 7 : 1))
  const months = amount * (m[2] === 'Y' ? 12 : 1)
  // Where the month has no such day, the last day it has.
  for (let back = 0; back < 4; back++) {
    const day = sameDayInMonths(addDays(date.value, -back), months)
    if (day) return day
  }
  return null
}
