import { dateOf, monthNumber } from '../base/date.ts'

/** A figure a sentence asserts: a date as ISO (as precise as written) or a number as written without commas. */
export interface Figure {
  readonly kind: 'date' | 'number'
  readonly value: string
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const iso = (year: string, month: number | null, day?: string) => {
  if (!month) return null
  if (day === undefined) return `${year}-${String(month).padStart(2, '0')}`
  return dateOf(Number(year), month, Number(day))
}
const century = (year: string) => (year.length === 2 ? `20${year}` : year)

/** Every way a date is written here and in charts; the first that matches at a place wins. */
const DATES: readonly { readonly form: RegExp; readonly read: (m: RegExpMatchArray) => string | null }[] = [
  {
    form: new RegExp(`\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi'),
    read: (m) => iso(m[3] ?? '', monthNumber(m[1] ?? ''), m[2]),
  },
  {
    form: new RegExp(`\\b(\\d{1,2})[\\s-](${MONTH})[\\s,-]+(\\d{4})\\b`, 'gi'),
    read: (m) => iso(m[3] ?? '', monthNumber(m[2] ?? ''), m[1]),
  },
  { form: /\b(\d{4})-(\d{2})-(\d{2})\b/g, read: (m) => iso(m[1] ?? '', Number(m[2]), m[3]) },
  { form: /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/g, read: (m) => iso(century(m[3] ?? ''), Number(m[1]), m[2]) },
  { form: new RegExp(`\\b(${MONTH}),?\\s+(\\d{4})\\b`, 'gi'), read: (m) => iso(m[2] ?? '', monthNumber(m[1] ?? '')) },
  { form: /\b(\d{1,2})\/(\d{4})\b/g, read: (m) => iso(m[2] ?? '', Number(m[1])) },
  { form: /\b(\d{4})-(\d{2})\b(?!-)/g, read: (m) => iso(m[1] ?? '', Number(m[2])) },
]

/** Dates and numbers of a text, in order of kind; each date's digits are not counted again as numbers. */
export function figuresOf(text: string): Figure[] {
  const found: Figure[] = []
  if (!/\d/.test(text)) return found
  let rest = text
  for (const { form, read } of DATES)
    rest = rest.replace(form, (...args) => {
      const groups = args.slice(
        0,
        args.findIndex((a) => typeof a === 'number'),
      ) as unknown as RegExpMatchArray
      const value = read(groups)
      if (!value) return groups[0] ?? ''
      found.push({ kind: 'date', value })
      return ' '.repeat((groups[0] ?? '').length)
    })
  for (const m of rest.matchAll(/\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g))
    found.push({ kind: 'number', value: plainNumber(m[0]) })
  return found
}

const plainNumber = (digits: string) => digits.replace(/,/g, '').replace(/^0+(?=\d)/, '')

/** Whether `figure` stands in the figures of a source: a month is carried by any day in it, a number by itself. */
export function carriedBy(figure: Figure, source: readonly Figure[]): boolean {
  if (figure.kind === 'number')
    return source.some(
      (s) => s.value === figure.value || (s.kind === 'date' && s.value.split('-').some((p) => plainNumber(p) === figure.value)),
    )
  return source.some((s) => s.kind === 'date' && s.value.startsWith(figure.value))
}
