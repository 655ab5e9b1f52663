import type { CivilDate } from '../../../base/date.ts'
import type { Answer, CaseState } from '../../../casefile/state.ts'
import { type Awaited, awaited } from '../../../casefile/track/awaited.ts'
import { lastDecision } from '../../../casefile/track/filed.ts'
import { type NextStep, nextLevel } from '../../../casefile/track/nextLevel.ts'
import { everyReminder, type Reminder } from '../../../casefile/track/reminders.ts'
import { caseTimeline, type TimelineRow } from '../../../casefile/track/timeline.ts'
import { factValue } from '../../../facts/fact.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import type { AnswerReading } from '../../../reading/answer/answer.ts'
import { type Ladder, ladder as ladderFrom } from '../../../rights/ladder.ts'
import type { Analysis } from '../analysis.ts'

/** Where a case stands: what is owed, what comes next, what to be reminded of. */
export interface Tracking {
  /** As it stands after the last decision: what can be done now, with its dates. Null: nothing is to be sent. */
  readonly ladder: Ladder | null
  readonly awaited: Awaited | null
  readonly timeline: readonly TimelineRow[]
  /** Those gone by among them. */
  readonly reminders: readonly Reminder[]
  /** Open after the last decision, or because none came in time; empty where neither is so. */
  readonly next: readonly NextStep[]
}

const DRUGS: ReadonlySet<string> = new Set(['drug', 'biologic', 'cell_gene_therapy'])

/** `reading`: the last decision as it was read, where there is a letter of it. */
export function trackingOf(
  knowledge: Knowledge,
  state: CaseState,
  analysis: Analysis,
  today: CivilDate,
  reading: AnswerReading | null = null,
): Tracking {
  const { ladder, facts } = analysis
  const kind = knowledge.treatments.get(analysis.treatment ?? '')?.kind
  const care = {
    urgent: analysis.urgent,
    timing: facts ? factValue(facts.treatment.timing) : null,
    drug: kind !== undefined && DRUGS.has(kind),
    conditions: {},
  }
  const owed = awaited(knowledge, state, ladder, care, today)
  const decided = decidedSince(state)
  const now = decided ? ladderAfter(knowledge, analysis, decided) : ladder
  const next =
    ladder && !state.closed && (decided || owed?.overdue)
      ? nextLevel(knowledge, { ladder, awaited: owed, answer: decided && given(decided.outcome, reading) })
      : []
  return {
    ladder: now,
    awaited: owed,
    timeline: caseTimeline({
      state,
      ladder: now,
      awaited: owed,
      noticeDate: facts ? factValue(facts.denial.noticeDate) : null,
      receivedDate: facts ? factValue(facts.denial.receivedDate) : null,
      today,
    }),
    reminders: everyReminder(state, now, owed),
    next: next.map((step) =>
      step.level !== null && step.level === now?.current?.id ? { ...step, file: now.current.file } : step,
    ),
  }
}

/**
 * The levels above a decision, their times counted from its date. It says nothing of its receipt, so that the days
 * are early ones. Null where all is granted, or where it was dismissed: nothing then runs that the law names.
 */
function ladderAfter(knowledge: Knowledge, { ladder, facts, urgent }: Analysis, { outcome, on }: Answer): Ladder | null {
  if (!ladder?.current || !facts || (outcome !== 'upheld' && outcome !== 'partly_overturned')) return null
  const made = ladderFrom(knowledge, ladder.coverage, {
    noticeDate: on,
    receivedDate: null,
    receiptProven: false,
    timing: factValue(facts.treatment.timing),
    urgent,
    levelReached: ladder.current.id,
    state: factValue(facts.plan.state),
    conditions: {},
  })
  return made.ok ? made.value : null
}

/** The decision that nothing was done about yet: the case went to no later level since. */
export function decidedSince(state: CaseState) {
  const decision = lastDecision(state)
  return decision && (state.levelSince === null || decision.recorded > state.levelSince) ? decision : null
}

/** What a person recorded outweighs what was read; the letter still says who hears the next appeal, and until when. */
const given = (outcome: AnswerReading['outcome'], reading: AnswerReading | null) =>
  reading
    ? { outcome, date: reading.date, next: reading.next }
    : { outcome, date: null, next: { who: 'outside' as const, window: null } }
