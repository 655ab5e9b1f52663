import { COUNT_IN_WORDS, countOf } from './numerals.ts'

export type DurationUnit = 'hour' | 'day' | 'week' | 'month' | 'year'

export interface DurationMatch {
  readonly amount: number
  readonly unit: DurationUnit
  /** The letter says business or working days. */
  readonly business: boolean
  /** Words and figures disagree ("sixty (30) days"); `amount` is the smaller. */
  readonly contradicts: boolean
  readonly start: number
  readonly end: number
}

const UNIT: Record<string, DurationUnit> = {
  hour: 'hour',
  hora: 'hour',
  day: 'day',
  día: 'day',
  dia: 'day',
  week: 'week',
  semana: 'week',
  month: 'month',
  mes: 'month',
  year: 'year',
  año: 'year',
}

const PATTERN = new RegExp(
  String.raw`(?<![\w.,$-])(?:(${COUNT_IN_WORDS})\s*(?:\(\s*(\d{1,3})\s*\))?|(\d{1,3})(?:\s*\(\s*(${COUNT_IN_WORDS})\s*\))?)[\s-]*(calendar|business|working|consecutive|h[áa]biles)?[\s-]*(hour|day|week|month|year|hora|d[íi]a|semana|mes|año)(?:e?s)?(?:\s+(naturales|calendario|h[áa]biles))?(?![\p{L}\d])`,
  'giu',
)

/** Every "180 days", "six months", "one hundred eighty (180) calendar days" of a text. */
export function durationsIn(text: string): DurationMatch[] {
  return [...text.matchAll(PATTERN)].flatMap((m) => {
    const [whole, words, inBrackets, figures, wordsInBrackets, before, unit, after] = m
    const counts = [words ?? wordsInBrackets, inBrackets ?? figures].flatMap((c) =>
      c ? [/^\d/.test(c) ? Number(c) : countOf(c)] : [],
    )
    const known = counts.filter((c): c is number => c !== null && c > 0)
    const kind = UNIT[(unit ?? '').toLowerCase()]
    if (known.length === 0 || !kind) return []
    return {
      amount: Math.min(...known),
      unit: kind,
      business: /business|working|h[áa]biles/i.test(`${before ?? ''}${after ?? ''}`),
      contradicts: known.length === 2 && known[0] !== known[1],
      start: m.index,
      end: m.index + whole.length,
    }
  })
}

/** ISO 8601: "P180D", "P6M", "PT72H". */
export const isoDuration = (d: DurationMatch): string => {
  const letter = { hour: 'H', day: 'D', week: 'W', month: 'M', year: 'Y' }[d.unit]
  return `P${d.unit === 'hour' ? 'T' : ''}${d.amount}${letter}`
}
