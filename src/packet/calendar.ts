import { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendar, ICalEventTransparency } from 'ical-generator'
import { letterCitation } from '../base/citation.ts'
import { addDays, type CivilDate, daysBetween, longDate, parseDate } from '../base/date.ts'
import type { Reckoning } from '../rights/reckoning.ts'

export interface Deadline {
  /** What is due, without health data, because calendars are shared: "Appeal", "External review request". */
  readonly what: string
  readonly reckoning: Reckoning
  /** What keeps its entries apart from those of other cases where no reference is printed; shown to nobody. */
  readonly key?: string
}

/** What a calendar says beside the reckoning itself. */
export interface CalendarWords {
  readonly language: string
  readonly name: string
  readonly summary: (what: string, kind: 'due' | 'last day', time: string | null, reference: string | null) => string
  readonly reminder: (what: string, days: number) => string
  readonly doneBy: (last: CivilDate) => string
  readonly isLast: (day: CivilDate) => string
  readonly assumed: (assumption: string) => string
}

const ENGLISH: CalendarWords = {
  language: 'EN',
  name: 'Appeal deadlines',
  summary: (what, kind, time, reference) =>
    `${what} ${kind}${time ? ` by ${time}` : ''}${reference ? ` (reference ${reference})` : ''}`,
  reminder: (what, days) => `${what}: ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`,
  doneBy: (last) => `Be done by this day. The last day in law is ${longDate(last)}.`,
  isLast: (day) => `${longDate(day)} is the last day.`,
  assumed: (assumption) => `Assumed: ${assumption}`,
}

/** Days before, at nine in the morning. */
const REMINDERS = [14, 7, 3, 1, 0]
const NINE = 9 * 3600
const DAY = 24 * 3600

/** A later file outranks an earlier one; day 0 only has to lie before the first file ever made. */
const FIRST_SEQUENCE = '2026-01-01' as CivilDate

/**
 * The deadlines as an iCalendar file: an all-day event for the safe date and, where it is another
 * day, one for the legal last day. A deadline corrected later keeps its UID, so that importing again
 * moves the event. A reckoning without a date gives no event.
 */
export function calendarIcs(
  deadlines: readonly Deadline[],
  reference: string | null,
  today: CivilDate,
  words: CalendarWords = ENGLISH,
): string {
  const calendar = new ICalCalendar({
    name: words.name,
    prodId: { company: 'Appealwright', product: 'Appealwright', language: words.language },
  })
  for (const { what, reckoning, key } of deadlines) {
    for (const day of daysOf(reckoning))
      addEvent(calendar, what, reckoning, day, { reference, key: key ?? reference, today, words })
  }
  return calendar.toString()
}

type Day = { readonly kind: 'safe' | 'legal' | 'only'; readonly at: string }

function daysOf({ safeDue, due }: Reckoning): Day[] {
  if (safeDue && due && safeDue !== due)
    return [
      { kind: 'safe', at: safeDue },
      { kind: 'legal', at: due },
    ]
  const at = safeDue ?? due
  return at ? [{ kind: 'only', at }] : []
}

function addEvent(
  calendar: ICalCalendar,
  what: string,
  reckoning: Reckoning,
  { kind, at }: Day,
  { reference, key, today, words }: { reference: string | null; key: string | null; today: CivilDate; words: CalendarWords },
) {
  const date = parseDate(at.slice(0, 10))
  if (!date) throw new Error('a reckoning with a malformed date')
  const time = at.length > 10 ? at.slice(11) : null
  const event = calendar.createEvent({
    id: `${[key ?? 'no-reference', what, kind === 'legal' ? 'last-day' : 'due'].map(slug).join('.')}@appealwright`,
    start: date,
    end: addDays(date, 1),
    allDay: true,
    sequence: Math.max(0, daysBetween(FIRST_SEQUENCE, today)),
    stamp: `${today}T12:00:00Z`,
    summary: words.summary(what, kind === 'legal' ? 'last day' : 'due', time, reference),
    description: { plain: description(reckoning, kind, date, words) },
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  for (const days of REMINDERS) {
    const description = words.reminder(what, days)
    // Said outright: left to itself the library counts a reminder after midnight from the event's end.
    event
      .createAlarm({ type: ICalAlarmType.display, trigger: days * DAY - NINE, description })
      .relatesTo(ICalAlarmRelatesTo.start)
  }
}

function description(
  { rule, arithmetic, citations, assumptions, due }: Reckoning,
  kind: Day['kind'],
  date: CivilDate,
  words: CalendarWords,
): string {
  const last = due ? parseDate(due.slice(0, 10)) : null
  return [
    kind === 'safe' && last ? words.doneBy(last) : words.isLast(date),
    rule,
    arithmetic,
    ...citations.map(letterCitation),
    ...assumptions.map(words.assumed),
  ].join('\n')
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
