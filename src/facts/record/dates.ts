import { caseless } from '../../reading/text/caseless.ts'
import type { PartialDate } from '../casefacts.ts'
import { fullYear, monthOf, partialDate } from '../partialDate.ts'

/** A date, range or length of time in a text, with its place. `end` is 'now' for "present". */
export interface TimeMention {
  readonly kind: 'date' | 'range' | 'duration'
  readonly start: number
  readonly end: number
  readonly from: PartialDate | null
  readonly to: PartialDate | 'now' | null
  /** As written: "8 months", "12 sessions over 6 weeks". */
  readonly words: string
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const DAY_FORMS = [
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}\\/\\d{1,2}\\/(?:\\d{4}|\\d{2})',
  '\\d{1,2}-\\d{1,2}-(?:\\d{4}|\\d{2})',
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
  `\\d{1,2}\\s+${MONTH}\\s+\\d{4}`,
]
const MONTH_FORMS = [
  `${MONTH},?\\s+(?:of\\s+)?\\d{4}`,
  '(?:0?[1-9]|1[0-2])\\/(?:19|20)\\d{2}',
  '(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])',
]
const YEAR_FORM = '(?:19[5-9]|20[0-4])\\d'
const ONE = `(?:${[...DAY_FORMS, ...MONTH_FORMS, YEAR_FORM].join('|')})`
const NOW = '(?:present|current(?:ly)?|now|ongoing|today|date)'
const DASH = '\\s*(?:-|–|—|to|through|thru|until|till)\\s*'
const ALONE = '(?<![\\p{L}\\p{N}/.$-])'
const STOP = '(?![\\p{N}/%]|[.,]\\d|-\\d|\\s?(?:mg|mcg|mL|ml|units?|kg|g)\\b)'
const APPROX =
  '(?:(?:early|mid|late|spring|summer|fall|autumn|winter|approximately|approx\\.?|about|around|~)(?:\\s+of)?[\\s-]*)?'

const RANGE = new RegExp(
  caseless(
    `${ALONE}(?:from\\s+|between\\s+|since\\s+)?${APPROX}(?<a>${ONE}|${MONTH}(?:\\s+\\d{1,2}(?!\\d))?|\\d{1,2}\\/\\d{1,2})(?:${DASH}|\\s+and\\s+)(?:the\\s+)?${APPROX}(?<b>${ONE}|${NOW})${STOP}`,
  ),
  'gu',
)
const UP_TO_NOW = new RegExp(`^${NOW}$`, 'i')
const SINGLE = new RegExp(caseless(`${ALONE}(?<d>${ONE})${STOP}`), 'gu')
const NUMBER = '(?:\\d+(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)'
const UNIT = '(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|sessions?|visits?|cycles?|injections?|treatments?)'
const DURATION = new RegExp(
  caseless(
    `(?<![\\p{L}\\p{N}/.])(?:x\\s*)?(?<w>${NUMBER}(?:\\s*(?:-|–|to)\\s*${NUMBER})?[\\s-]*(?:full[\\s-]+)?(?:calendar[\\s-]+)?${UNIT}(?:\\s+(?:over|in|across|for)\\s+(?:the\\s+)?${NUMBER}[\\s-]*${UNIT})?)(?![\\p{L}\\p{N}])`,
  ),
  'gu',
)

/** One date expression; null for a day that does not exist. */
export function readDate(words: string): PartialDate | null {
  const t = words.trim().replace(/\s+/g, ' ')
  let m = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(t)
  if (m?.[1] && m[2]) return partialDate(Number(m[1]), Number(m[2]), m[3] ? Number(m[3]) : null)
  m = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(t)
  if (m?.[1] && m[2] && m[3]) return partialDate(fullYear(m[3]), Number(m[1]), Number(m[2]))
  m = /^(\d{1,2})\/(\d{4})$/.exec(t)
  if (m?.[1] && m[2]) return partialDate(Number(m[2]), Number(m[1]))
  m = /^(\d{4})$/.exec(t)
  if (m?.[1]) return partialDate(Number(m[1]))
  m = /^([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(t)
  if (m?.[1] && m[2] && m[3]) return named(m[3], m[1], m[2])
  m = /^(\d{1,2}) ([A-Za-z]+)\.? (\d{4})$/.exec(t)
  if (m?.[1] && m[2] && m[3]) return named(m[3], m[2], m[1])
  m = /^([A-Za-z]+)\.?,? (?:of )?(\d{4})$/.exec(t)
  if (m?.[1] && m[2]) return named(m[2], m[1], null)
  return null
}

/** A word that names no month makes no date, least of all a bare year. */
function named(year: string, word: string, day: string | null): PartialDate | null {
  const month = monthOf(word)
  return month === null ? null : partialDate(Number(year), month, day ? Number(day) : null)
}

/** A range's first date may leave the year to the second: "June 1-August 1, 2024", "Jan – Aug 2023". */
function startOfRange(words: string, end: PartialDate | 'now'): PartialDate | null {
  const whole = readDate(words)
  if (whole || end === 'now') return whole
  const m = /^([A-Za-z]+)\.?(?:\s+(\d{1,2}))?$/.exec(words.trim()) ?? /^(\d{1,2})\/(\d{1,2})$/.exec(words.trim())
  const month = m?.[1] ? monthOf(m[1]) : null
  if (!m || month === null) return null
  const year = Number(end.slice(0, 4))
  const started = partialDate(year, month, m[2] ? Number(m[2]) : null)
  return started && started.slice(0, 7) > end.slice(0, 7) ? partialDate(year - 1, month, m[2] ? Number(m[2]) : null) : started
}

/** Every date, range and length of time, in order, not overlapping; impossible dates are left out. */
export function timesIn(text: string): readonly TimeMention[] {
  const known = recent.get(text)
  if (known) return known
  const found = readTimes(text)
  if (recent.size >= RECENT) recent.clear()
  recent.set(text, found)
  return found
}

/** The readers ask for the same sentences again and again; the answer depends on the text alone. */
const recent = new Map<string, readonly TimeMention[]>()
const RECENT = 400

function readTimes(text: string): TimeMention[] {
  const found: TimeMention[] = []
  const free = (start: number, end: number) => found.every((f) => end <= f.start || start >= f.end)
  const dated = /\d/.test(text)
  for (const m of dated ? text.matchAll(RANGE) : []) {
    const { a = '', b = '' } = m.groups ?? {}
    const to = UP_TO_NOW.test(b) ? ('now' as const) : readDate(b)
    const from = to && startOfRange(a, to)
    if (to && from && (to === 'now' || from.slice(0, 7) <= to.slice(0, 7) || to.startsWith(from.slice(0, 4))))
      found.push({ kind: 'range', start: m.index, end: m.index + m[0].length, from, to, words: m[0] })
  }
  for (const m of dated ? text.matchAll(SINGLE) : []) {
    const end = m.index + m[0].length
    const from = readDate(m.groups?.d ?? '')
    if (from && free(m.index, end)) found.push({ kind: 'date', start: m.index, end, from, to: null, words: m[0] })
  }
  for (const m of text.matchAll(DURATION)) {
    const end = m.index + m[0].length
    if (free(m.index, end) && !isAge(text, end))
      found.push({ kind: 'duration', start: m.index, end, from: null, to: null, words: (m.groups?.w ?? '').replace(/\s+/g, ' ') })
  }
  return found.sort((x, y) => x.start - y.start)
}

/** "8 years old", "8-year-old", "5 weeks ago" are no length of treatment. */
const isAge = (text: string, end: number) =>
  /^[\s-]*(?:old|ago|prior|earlier|later|of age|before|follow|post)/i.test(text.slice(end, end + 12))
