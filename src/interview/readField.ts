import { type CivilDate, dateOf } from '../base/date.ts'
import type { PartialDate } from '../facts/casefacts.ts'
import { icd10, npi, number, phone, state } from '../facts/casefile/fields.ts'
import { bounds, parsePartial, partialDate } from '../facts/partialDate.ts'
import { isFullName } from '../facts/person.ts'
import type { AskInput } from '../knowledge/interview.ts'

const LONGEST_LINE = 300
const LONGEST_TEXT = 2000

/** The answer as the case file takes it; null: not an answer of this kind; 'ambiguous': a date with two meanings. */
export type FieldRead = { readonly value: string | boolean } | 'ambiguous' | null

const taken =
  (schema: { safeParse(text: string): { success: boolean } }) =>
  (text: string): FieldRead =>
    schema.safeParse(text).success ? { value: text } : null

const line = (text: string): FieldRead => (text && text.length <= LONGEST_LINE && !text.includes('\n') ? { value: text } : null)

/** One reader for each kind of input; `choices` are the ids allowed. */
export const FIELD_READERS: Readonly<
  Record<AskInput, (text: string, choices: readonly string[], lang: 'en' | 'es') => FieldRead>
> = {
  choice: (text, choices) => (choices.includes(text) ? { value: text } : null),
  yes_no: (text) =>
    /^(?:yes|true|sí|si)$/i.test(text) ? { value: true } : /^(?:no|false)$/i.test(text) ? { value: false } : null,
  date: (text, _, lang) => day(text, lang, true),
  partial_date: (text, _, lang) => day(text, lang, false),
  text: line,
  long_text: (text) => (text && text.length <= LONGEST_TEXT ? { value: text.replace(/\s+/g, ' ') } : null),
  person: (text) => (line(text) && isFullName(text) ? { value: text } : null),
  address: (text) => address(text),
  phone: taken(phone),
  npi: (text) => taken(npi)(text.replace(/[\s-]/g, '')) && { value: text.replace(/[\s-]/g, '') },
  state: (text) => taken(state)(text) && { value: text.toUpperCase() },
  code: taken(icd10),
  number: taken(number),
}

/** A letter must reach it: a street or box, and a place with its ZIP code. Lines become one, parted by commas. */
function address(text: string): FieldRead {
  const whole = text
    .split(/\n+/)
    .map((l) => l.trim().replace(/,$/, ''))
    .filter(Boolean)
    .join(', ')
  const complete =
    whole.length <= LONGEST_LINE && /\d/.test(whole) && /\b[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?$/i.test(whole) && /,/.test(whole)
  return complete ? { value: whole } : null
}

const MONTHS_ES = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** In Spanish 3/8/2026 may mean the third of August; what has two meanings is asked again, since a deadline hangs on it. */
function day(text: string, lang: 'en' | 'es', whole: boolean): FieldRead {
  const words = spanish(text)
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (!words && lang === 'es' && slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])]
    if (first !== second && first <= 12 && second <= 12) return 'ambiguous'
    const value = first > 12 ? dateOf(year, second, first) : dateOf(year, first, second)
    return value && { value }
  }
  const date = words ?? parsePartial(text)
  return date && (!whole || date.length === 10) ? { value: date } : null
}

function spanish(text: string): PartialDate | null {
  const m = /^(?:(\d{1,2})\.?(?:º|°)?\s+de\s+)?([a-zé]+)\s+(?:de(?:l)?\s+)?(\d{4})$/i.exec(text.trim())
  const month = MONTHS_ES.indexOf((m?.[2] ?? '').toLowerCase().replace('setiembre', 'septiembre')) + 1
  return m?.[3] && month > 0 ? partialDate(Number(m[3]), month, m[1] ? Number(m[1]) : null) : null
}

/** Whether the whole of a date, known only in part or not, lies after a day. */
export const isAhead = (date: string, today: CivilDate): boolean => bounds(date as PartialDate).from > today
