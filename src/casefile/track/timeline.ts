import { type CivilDate, parseDate } from '../../base/date.ts'
import type { Bilingual } from '../../knowledge/datum.ts'
import type { Ladder } from '../../rights/ladder.ts'
import type { Reckoning } from '../../rights/reckoning.ts'
import type { CaseState, Sending } from '../state.ts'
import type { Awaited } from './awaited.ts'
import { dayOfInstant, filed } from './filed.ts'

export type TimelineKind =
  | 'denied'
  | 'notice_received'
  | 'drafted'
  | 'signed'
  | 'sent'
  | 'delivered'
  | 'not_sent'
  | 'answered'
  | 'file_by'
  | 'decision_due'
  | 'next_level'
  | 'closed'

/** One row of the picture. `gone`: happened; `now`: to be done; `late`: its day passed; `ahead`: may come. */
export interface TimelineRow {
  readonly kind: TimelineKind
  readonly on: CivilDate | null
  readonly standing: 'gone' | 'now' | 'late' | 'ahead'
  /** The level it belongs to, where it belongs to one. */
  readonly level: Bilingual | null
  /** Who acts: the person's side or the decider. */
  readonly whose: 'ours' | 'theirs'
  /** Code of what happened: a channel, an outcome, how it was closed. */
  readonly detail: string | null
  readonly reckoning: Reckoning | null
}

export interface TimelineAsked {
  readonly state: CaseState
  readonly ladder: Ladder | null
  readonly awaited: Awaited | null
  readonly noticeDate: CivilDate | null
  readonly receivedDate: CivilDate | null
  readonly today: CivilDate
}

/** What happened, where the case stands, what comes next, and what is owed by when; in the order of time. */
export function caseTimeline(asked: TimelineAsked): readonly TimelineRow[] {
  const { state } = asked
  const gone = happened(asked)
  const rows = state.closed ? gone : [...gone, ...toDo(asked)]
  const rank = (r: TimelineRow) => (r.standing === 'gone' ? 0 : r.kind === 'next_level' ? 2 : 1)
  return rows.toSorted((a, b) => rank(a) - rank(b) || (a.on ?? '9999').localeCompare(b.on ?? '9999'))
}

const row = (kind: TimelineKind, on: CivilDate | null, rest: Partial<TimelineRow> = {}): TimelineRow => ({
  kind,
  on,
  standing: 'gone',
  level: null,
  whose: 'ours',
  detail: null,
  reckoning: null,
  ...rest,
})

function happened({ state, noticeDate, receivedDate }: TimelineAsked): TimelineRow[] {
  return [
    ...(noticeDate ? [row('denied', noticeDate, { whose: 'theirs' })] : []),
    ...(receivedDate && receivedDate !== noticeDate ? [row('notice_received', receivedDate)] : []),
    ...(state.drafted ? [row('drafted', dayOfInstant(state.drafted.at))] : []),
    ...state.signings.flatMap((s) =>
      s.signed && !s.voided ? [row('signed', dayOfInstant(s.signed.at), { detail: s.letter })] : [],
    ),
    ...state.sendings.flatMap(sendingRows),
    ...state.answers.map((a) => row('answered', a.on, { whose: 'theirs', detail: a.outcome })),
    ...(state.closed ? [row('closed', state.closed.on, { detail: state.closed.how })] : []),
  ]
}

function sendingRows({ destination, steps, byHand }: Sending): TimelineRow[] {
  const detail = destination.channel
  if (byHand) return [row('sent', byHand.on, { detail })]
  const accepted = steps.find((s) => s.step.step === 'accepted')
  const delivered = steps.find((s) => s.step.step === 'delivered')
  const last = steps.at(-1)
  return [
    ...(accepted ? [row('sent', dayOfInstant(accepted.at), { detail })] : []),
    ...(delivered?.step.step === 'delivered'
      ? [row('delivered', dayOfInstant(delivered.step.on), { detail, whose: 'theirs' })]
      : []),
    ...(!delivered && last?.step.step === 'failed' ? [row('not_sent', dayOfInstant(last.at), { detail })] : []),
  ]
}

function toDo({ state, ladder, awaited, today }: TimelineAsked): TimelineRow[] {
  const sent = filed(state)
  const filing = (ladder?.levels ?? [])
    .filter((l) => l.standing === 'current' && l.file && !(l.id === ladder?.current?.id && sent))
    .map((l) => {
      const on = day(l.file?.safeDue ?? null)
      // The safe day may be gone while the law's last day is not.
      const last = day(l.file?.due ?? null)
      const standing = last && last < today ? 'late' : 'now'
      return row('file_by', on, { standing, level: l.name, reckoning: l.file })
    })
  const decision = awaited
    ? [
        row('decision_due', awaited.due, {
          standing: awaited.overdue === null ? 'ahead' : 'late',
          level: awaited.name,
          whose: 'theirs',
          reckoning: awaited.reckoning,
        }),
      ]
    : []
  const next = ladder?.next
    ? [
        row('next_level', null, {
          standing: 'ahead',
          level: ladder.next.name,
          reckoning: ladder.next.file,
          detail: ladder.next.automatic ? 'automatic' : null,
        }),
      ]
    : []
  return [...filing, ...decision, ...next]
}

const day = (when: string | null): CivilDate | null => (when ? parseDate(when.slice(0, 10)) : null)
