import type { ListName } from '../../../../casefile/event.ts'
import type { PartialDate, PriorTreatment, TrialOutcome } from '../../../../facts/casefacts.ts'
import type { Rejection } from '../../../../facts/casefile/casefile.ts'
import type { ProposedValue } from '../../../../usecases/cases/proposals.ts'
import { sayDate } from '../../dates.ts'
import type { Lang } from '../../language.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

const MONTHS = {
  en: new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es-US', { month: 'long', timeZone: 'UTC' }),
} as const satisfies Record<Lang, Intl.DateTimeFormat>

/** "March 8, 2024", "marzo de 2024", "2024": as precise as the record is. */
export function sayPartial(lang: Lang, date: PartialDate): string {
  if (date.length === 10) return sayDate(lang, date)
  if (date.length === 4) return date
  const month = MONTHS[lang].format(new Date(`${date}-01T00:00:00Z`))
  return lang === 'en' ? `${month} ${date.slice(0, 4)}` : `${month} de ${date.slice(0, 4)}`
}

/** When a treatment was taken; what is not known is left out, never guessed. */
export function sayCourse(lang: Lang, { start, end, duration }: PriorTreatment): string {
  const words = EVIDENCE_WORDS[lang]
  if (start && end) return start === end ? sayPartial(lang, start) : words.fromTo(sayPartial(lang, start), sayPartial(lang, end))
  if (start) return words.from(sayPartial(lang, start))
  if (end) return words.until(sayPartial(lang, end))
  return duration ?? words.noDates
}

export const sayOutcome = (lang: Lang, outcome: TrialOutcome): string => EVIDENCE_WORDS[lang].outcomes[outcome]

/** What a proposed fact says, in two parts: what it is about, and the rest. Names and figures stand as in the record. */
export function sayProposal(lang: Lang, p: ProposedValue): { readonly head: string; readonly rest: string } {
  const words = EVIDENCE_WORDS[lang]
  const day = (date: PartialDate | null) => (date ? sayPartial(lang, date) : '')
  switch (p.kind) {
    case 'diagnosis':
      return {
        head: p.value.name,
        rest: listed(p.value.code, p.value.since && words.since(sayPartial(lang, p.value.since))),
      }
    case 'treatment':
      return {
        head: listed(p.value.agent, p.value.dose),
        rest: listed(sayCourse(lang, p.value), sayOutcome(lang, p.value.outcome)),
      }
    case 'contraindication':
      return { head: p.value.agent, rest: oneLine(p.value.reason) }
    case 'measure':
      return {
        head: `${p.value.label} ${p.value.written ?? p.value.value}${p.value.unit ? ` ${p.value.unit}` : ''}`,
        rest: day(p.value.date),
      }
    case 'result':
      return { head: p.value.test, rest: listed(day(p.value.date), oneLine(p.value.finding)) }
    case 'event':
      return { head: oneLine(p.value.what), rest: day(p.value.date) }
    case 'birthDate':
      return { head: sayDate(lang, p.value), rest: words.kinds.birthDate }
    case 'name':
    case 'prescriber':
      return { head: p.value, rest: words.kinds[p.kind] }
  }
}

const listed = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(', ')
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The list of the case file in which a fact of this kind is stated by hand. */
export const LIST_OF: Readonly<Partial<Record<Rejection['kind'], ListName>>> = {
  diagnosis: 'diagnoses',
  treatment: 'priorTreatments',
  contraindication: 'contraindications',
  measure: 'measures',
  result: 'results',
  event: 'events',
}

/** A fact as the fields of its list, for correcting it. */
export function fieldsOf(p: ProposedValue): Readonly<Record<string, string>> {
  const given: Readonly<Record<string, string | number | null | undefined>> =
    p.kind === 'diagnosis'
      ? { name: p.value.name, code: p.value.code, since: p.value.since }
      : p.kind === 'treatment'
        ? { ...p.value, alsoKnownAs: null, outcome: p.value.outcome === 'not_stated' ? null : p.value.outcome }
        : p.kind === 'contraindication'
          ? { agent: p.value.agent, reason: p.value.reason }
          : p.kind === 'measure'
            ? { measure: p.value.label, value: p.value.written ?? p.value.value, unit: p.value.unit, date: p.value.date }
            : p.kind === 'result'
              ? { ...p.value }
              : p.kind === 'event'
                ? { ...p.value }
                : {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, oneLine(String(value))] as const],
    ),
  )
}
