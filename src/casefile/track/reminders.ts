import { addDays, type CivilDate, parseDate } from '../../base/date.ts'
import type { Ladder, LadderLevel } from '../../rights/ladder.ts'
import type { CaseState } from '../state.ts'
import type { Awaited } from './awaited.ts'
import { filed } from './filed.ts'

/** Days before the day that counts. */
export const REMIND_BEFORE = [14, 7, 3, 1, 0] as const

/** `what`: "file:internal_appeal", "decision:internal_appeal", "overdue:internal_appeal"; it names nothing of the person. */
export interface Reminder {
  readonly what: string
  readonly days: number
  readonly on: CivilDate
  /** The day it is about. */
  readonly day: CivilDate
}

/** Reminders still to come, earliest first: none for a day gone by, nor for what was reminded of. */
export const reminders = (state: CaseState, ladder: Ladder | null, owed: Awaited | null, today: CivilDate): readonly Reminder[] =>
  everyReminder(state, ladder, owed).filter((r) => r.on >= today && !wasReminded(state, r))

export const wasReminded = (state: CaseState, { what, days }: Pick<Reminder, 'what' | 'days'>): boolean =>
  state.reminded.has(`${what}@${days}`)

/**
 * Of the safe day for each thing to be filed now, of the day by which the decision is owed, and of the day after
 * it; earliest first, those gone by among them. None for what is filed or closed.
 */
export function everyReminder(state: CaseState, ladder: Ladder | null, owed: Awaited | null): readonly Reminder[] {
  if (state.closed) return []
  const open = (ladder?.levels ?? []).filter((l) => l.standing === 'current' && !(isMain(l, ladder) && filed(state)))
  const filing = open.flatMap((l) => before(`file:${l.id}`, dayOf(l.file?.safeDue ?? null)))
  const due = owed?.due ? last(owed.due, state) : null
  const decision = owed && due ? before(`decision:${owed.level}`, due) : []
  const late = owed && due ? afterwards(`overdue:${owed.level}`, addDays(last(owed.reckoning.alternative ?? due, state), 1)) : []
  return [...filing, ...decision, ...late].sort((a, b) => (a.on === b.on ? a.what.localeCompare(b.what) : a.on < b.on ? -1 : 1))
}

/**
 * The reminder to give today for this one's turn; null: it is not its turn (any more). One that could not be given
 * on its day is given late, unless a nearer one's day has come or its own day has gone by.
 */
export function reminderDue(all: readonly Reminder[], what: string, days: number, today: CivilDate): Reminder | null {
  const own = all.find((r) => r.what === what && r.days === days)
  if (!own || own.on > today || (own.day < today && !what.startsWith('overdue:'))) return null
  return all.some((r) => r.what === what && r.days < days && r.on <= today) ? null : own
}

/** An extension that the decider announced moves the day it is waited for. */
const last = (day: CivilDate, { extended }: CaseState): CivilDate => (extended && extended.until > day ? extended.until : day)

const isMain = (level: LadderLevel, ladder: Ladder | null): boolean => level.id === ladder?.current?.id

const dayOf = (when: string | null): CivilDate | null => (when ? parseDate(when.slice(0, 10)) : null)

const before = (what: string, day: CivilDate | null): Reminder[] =>
  day ? REMIND_BEFORE.map((days) => ({ what, days, on: addDays(day, -days), day })) : []

const afterwards = (what: string, day: CivilDate): Reminder[] => [{ what, days: 0, on: day, day }]
