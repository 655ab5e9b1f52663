import { type CivilDate, dateOf, monthNumber } from '../../base/date.ts'

export interface DateMatch {
  readonly value: CivilDate
  readonly start: number
  readonly end: number
}

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const MONTHS_ES = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
]

const FORMS: readonly (readonly [RegExp, (m: RegExpExecArray) => CivilDate | null])[] = [
  [new RegExp(String.raw`\b(${MONTH})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, 'gi'), (m) => named(m[3], m[1], m[2])],
  [new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(${MONTH})\.?,?[\s-]+(\d{4})\b`, 'gi'), (m) => named(m[3], m[2], m[1])],
  [/\b(\d{4})-(\d{2})-(\d{2})\b/g, (m) => dateOf(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g, (m) => dateOf(year(m[4]), Number(m[1]), Number(m[3]))],
  [
    new RegExp(String.raw`\b(\d{1,2})\s+de\s+(${MONTHS_ES.join('|')}|setiembre)\s+(?:de|del)\s+(\d{4})\b`, 'gi'),
    (m) =>
      dateOf(Number(m[3]), MONTHS_ES.indexOf((m[2] ?? '').toLowerCase().replace('setiembre', 'septiembre')) + 1, Number(m[1])),
  ],
]

/** Every full date in a text, US order (month first), in order of place. A day without a year is no date. */
export function datesIn(text: string): DateMatch[] {
  const found: DateMatch[] = []
  for (const [form, read] of FORMS) {
    form.lastIndex = 0
    for (let m = form.exec(text); m; m = form.exec(text)) {
      const value = read(m)
      const end = m.index + m[0].length
      if (value && !found.some((f) => f.start < end && f.end > (m?.index ?? 0))) found.push({ value, start: m.index, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const named = (y: string | undefined, month: string | undefined, day: string | undefined) =>
  dateOf(Number(y), monthNumber(month ?? '') ?? 0, Number(day))

/** Two-digit years on a letter about present care are of this century. */
const year = (text: string | undefined) => (text?.length === 2 ? 2000 + Number(text) : Number(text))

/** "110125" as remittances print it: month, day, two-digit year. */
export const compactDate = (text: string): CivilDate | null =>
  /^\d{6}$/.test(text) ? dateOf(2000 + Number(text.slice(4)), Number(text.slice(0, 2)), Number(text.slice(2, 4))) : null
