import { addDays, type CivilDate, daysBetween, firstOfMonth, sameDayInMonths } from '../../base/date.ts'
import type { PartialDate, PriorTreatment } from '../../facts/casefacts.ts'
import { bounds } from '../../facts/partialDate.ts'
import { matchRange, type Range } from './leaf.ts'
import { NUMBERS } from './numerals.ts'

const NUMBER = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)(?:\\s*\\(\\d{1,3}\\))?'
const UNIT = '[\\s-]*(?:consecutive\\s+|continuous\\s+|full\\s+)?(day|week|month|year)s?'
/** A policy's month is 30 days, as several state it outright; a year is 365. */
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 }

export interface Length {
  readonly amount: number
  readonly unit: string
  readonly days: number
  readonly said: string
  readonly range: Range
}

function lengthFrom(m: RegExpMatchArray, amount: string | undefined, unit: string | undefined): Length | null {
  const n = NUMBERS[(amount ?? '').toLowerCase()] ?? Number(amount)
  const days = DAYS[(unit ?? '').toLowerCase()]
  if (!Number.isFinite(n) || !days || !unit) return null
  return {
    amount: n,
    unit: unit.toLowerCase(),
    days: n * days,
    said: `${n} ${unit.toLowerCase()}${n === 1 ? '' : 's'}`,
    range: matchRange(m),
  }
}

const WITHIN = new RegExp(
  `\\b(?:within|in|during|over|for)\\s+(?:the\\s+)?(?:last|past|previous|prior|preceding|most recent)\\s+(?:${NUMBER})?${UNIT}|\\bno (?:more|older) than ${NUMBER}${UNIT}(?:\\s+old)?`,
  'i',
)

/** "within the last 6 months": how recent something must be. */
export function recencyIn(text: string): Length | null {
  const m = WITHIN.exec(text)
  return m ? lengthFrom(m, m[1] ?? m[3] ?? 'one', m[2] ?? m[4]) : null
}

const LASTING = [
  new RegExp(
    `\\b(?:at least|a minimum of|minimum of|minimum|greater than|more than|no less than|≥|>=)\\s*(?:a\\s+)?${NUMBER}${UNIT}`,
    'i',
  ),
  new RegExp(`${NUMBER} or more\\s+(day|week|month|year)s?`, 'i'),
  new RegExp(`\\b${NUMBER}[\\s-]*(day|week|month|year)s?[\\s-]+(?:or longer|or more|trial|course|period)`, 'i'),
  new RegExp(`\\b(?:for|of|lasting)\\s+${NUMBER}${UNIT}(?!\\s+(?:of age|old))`, 'i'),
]

/** "for at least 12 weeks": how long a trial must have lasted. Ages and recency are not durations. */
export function durationIn(text: string): Length | null {
  const rest = text.replace(WITHIN, (s) => ' '.repeat(s.length))
  for (const pattern of LASTING) {
    const m = pattern.exec(rest)
    if (m && !/^\s*(?:of age|old\b)/.test(rest.slice(m.index + m[0].length))) return lengthFrom(m, m[1], m[2])
  }
  return null
}

/** Fewest and most days that a treatment can have lasted, as its dates are known; null where nothing tells. */
export function lastedDays(t: PriorTreatment, asOf: CivilDate): { least: number; most: number } | null {
  if (t.start && (t.end || t.outcome === 'ongoing')) {
    const start = bounds(t.start)
    const end = t.end ? bounds(t.end) : { from: asOf, to: asOf }
    return { least: Math.max(0, daysBetween(start.to, end.from)), most: Math.max(0, daysBetween(start.from, end.to)) }
  }
  const said = t.duration ? new RegExp(`${NUMBER}${UNIT}`, 'i').exec(t.duration) : null
  const length = said && lengthFrom(said, said[1], said[2])
  return length ? { least: length.days, most: length.days } : null
}

/** Whether a date lies within a period before `asOf`: 'unknown' where the date is too vague to tell. */
export function isRecent(date: PartialDate | null, period: Length, asOf: CivilDate): 'yes' | 'no' | 'unknown' {
  if (!date) return 'unknown'
  const months = period.unit === 'month' ? period.amount : period.unit === 'year' ? period.amount * 12 : null
  const cutoff =
    months === null ? addDays(asOf, -period.days) : (sameDayInMonths(asOf, -months) ?? firstOfMonth(asOf, 1 - months))
  const { from, to } = bounds(date)
  return from >= cutoff ? 'yes' : to < cutoff ? 'no' : 'unknown'
}
