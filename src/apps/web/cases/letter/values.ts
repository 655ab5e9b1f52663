import { type CivilDate, longDate, parseDate } from '../../../../base/date.ts'
import type { ShownFinding } from '../../../../usecases/cases/analysis.ts'
import { sayDate } from '../../dates.ts'
import type { Lang } from '../../language.ts'
import type { Library } from '../../library.ts'
import { nameOf } from '../../pages/names.ts'
import { LETTER_WORDS } from './words.ts'

/** A finding as a person reads it. Names and numbers stand as in the letter. */
export function sayFinding(library: Library, lang: Lang, { field, value }: Pick<ShownFinding, 'field' | 'value'>): string {
  const words = LETTER_WORDS[lang]
  if (field === 'reason') return nameOf(library.knowledge, lang, 'reason', value) || value.replaceAll('_', ' ')
  if (field === 'level') return words.levels[value as keyof typeof words.levels] ?? value
  if (field === 'window') {
    const [, amount = '', unit] = /^P(\d+)([DM])$/.exec(value) ?? []
    return unit === 'D' ? words.days(amount) : unit === 'M' ? words.months(amount) : value
  }
  const date = lang === 'es' ? dateIn(value) : null
  return date ? sayDate(lang, date) : value
}

/** A day as a person states it, or as findings say it in English ("November 16, 2026"). */
function dateIn(value: string): CivilDate | null {
  const time = /^[A-Z][a-z]+ \d{1,2}, \d{4}$/.test(value) ? Date.parse(`${value} UTC`) : Number.NaN
  const date = parseDate(Number.isNaN(time) ? value : new Date(time).toISOString().slice(0, 10))
  return date && (date === value || longDate(date) === value) ? date : null
}

/** Fields in the groups in which a person looks for them; what the letter does not state is offered where `wanted`. */
export const GROUPS = [
  { group: 'who', fields: ['payer', 'administrator', 'reviewer'] },
  { group: 'what', fields: ['service', 'code', 'patient', 'provider', 'serviceDate'] },
  { group: 'why', fields: ['reason', 'policy'] },
  { group: 'dates', fields: ['noticeDate', 'level', 'window', 'memberId', 'group', 'reference'] },
  { group: 'where', fields: ['appealAddress', 'appealFax', 'appealPhone', 'appealPortal'] },
] as const

/** Fields to offer even where the letter does not state them, with the path by which they are stated. */
export const WANTED: Readonly<Record<string, string>> = {
  payer: 'plan.payer',
  service: 'treatment.name',
  patient: 'patient.name',
  noticeDate: 'denial.noticeDate',
  memberId: 'plan.memberId',
}
