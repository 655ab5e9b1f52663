import type { ClinicalEvent, Measure, PartialDate, ResultFinding } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import { sayPartialDate } from '../../facts/partialDate.ts'
import type { Brief } from '../brief.ts'
import { supportOfEntry } from '../evidence.ts'
import { concernsMind, fitToSay } from '../fitToSay.ts'
import { argumentsOf } from '../grounds.ts'
import { quotedPassages, toldInPassage } from '../quotedPassages.ts'
import { type TermTree, term } from '../term.ts'
import { where } from './history.ts'
import { quotable } from './quote.ts'

/** More figures than this in one letter hide those that decide. */
const MOST = 4

/**
 * The measures worth arguing: those the denial or its criteria name; else dated scores of the condition,
 * and laboratory values only where they moved the wrong way. Weight and its like argue nothing unless
 * named; a mood score belongs to a mental condition. `better`: those that improved between two dates.
 */
export function measureTerms(brief: Brief): { readonly worse: TermTree[]; readonly better: TermTree[] } {
  const known = measureRecords(brief)
  const spoken = spokenOf(brief)
  const quoted = quotedPassages(brief)
  const mental = concernsMind(brief)
  const series = [...Map.groupBy(brief.facts.measures, (m) => m.value.measure).values()].flatMap((entries): Series[] => {
    const ordered = entries
      .filter((e) => e.value.date && !ofTrial(e, brief) && !contested(e, entries))
      .sort((a, b) => (a.value.date ?? '').localeCompare(b.value.date ?? ''))
    const last = ordered.at(-1)
    const first = ordered[0]
    if (!last || !first) return []
    const record = known.get(last.value.measure)
    const named = [last.value.label, ...(record?.aliases ?? [])].some((a) => spoken.includes(` ${a.toLowerCase()} `))
    const step = last.value.value - first.value.value
    const moved =
      step === 0 || first.value.date === last.value.date || !record || record.higher === 'neither'
        ? 'not'
        : step > 0 === (record.higher === 'worse')
          ? 'worse'
          : 'better'
    const apt =
      named ||
      (record !== undefined &&
        record.higher !== 'neither' &&
        (record.family !== 'mental-health' || mental) &&
        (!record.family.startsWith('laboratory') || moved === 'worse'))
    return apt ? [{ first, last, moved, named }] : []
  })
  const rank = (s: Series) => (s.named ? 2 : 0) + (s.moved === 'worse' ? 1 : 0)
  const untold = series.filter((s) => s.moved !== 'not' || !toldInPassage(s.last, quoted))
  const sorted = untold.sort((a, b) => rank(b) - rank(a) || (b.last.value.date ?? '').localeCompare(a.last.value.date ?? ''))
  const said = (list: readonly Series[]) => list.slice(0, MOST).map((s) => seriesTerms(s, brief))
  return { worse: said(sorted.filter((s) => s.moved !== 'better')), better: said(sorted.filter((s) => s.moved === 'better')) }
}

/** A figure told as the outcome of a trial was not measured on the day of the note. */
const ofTrial = (entry: Entry<Measure>, { facts }: Brief): boolean => {
  const { origin } = entry
  if (origin.kind !== 'document') return false
  const words = quotable(origin.span.quote).toLowerCase()
  return facts.priorTreatments.some(({ value: { reason } }) => {
    const told = reason ? quotable(reason).toLowerCase() : ''
    return told.length > 5 && (told.includes(words) || words.includes(told))
  })
}

/** Two figures for one day: neither is said. */
const contested = (entry: Entry<Measure>, entries: readonly Entry<Measure>[]) =>
  entries.some((e) => e.value.date === entry.value.date && e.value.value !== entry.value.value)

interface Series {
  readonly first: Entry<Measure>
  readonly last: Entry<Measure>
  readonly moved: 'worse' | 'better' | 'not'
  readonly named: boolean
}

function seriesTerms({ first, last, moved }: Series, brief: Brief): TermTree {
  const both = moved === 'not' ? supportOfEntry(last) : [...supportOfEntry(first), ...supportOfEntry(last)]
  return {
    label: term(last.value.label, supportOfEntry(last)),
    ...measured(last),
    first: moved === 'not' ? null : measured(first),
    where: where(both, brief),
  }
}

const measured = (entry: Entry<Measure>): TermTree => {
  const support = supportOfEntry(entry)
  const { value, written, unit, date } = entry.value
  const figure = written ?? String(value)
  return {
    value: term(unit ? `${figure}${unit.startsWith('%') ? '' : ' '}${unit}` : figure, support),
    date: date ? term(sayPartialDate(date), support) : null,
    /** "on October 12, 2026", "in 2025". */
    when: date ? term(`${date.length === 10 ? 'on' : 'in'} ${sayPartialDate(date)}`, support) : null,
  }
}

interface Known {
  readonly family: string
  readonly higher: 'worse' | 'better' | 'neither'
  readonly aliases: readonly string[]
}

const measureRecords = ({ knowledge }: Brief): ReadonlyMap<string, Known> =>
  new Map(
    [...knowledge.facts.values()].flatMap((record) =>
      record.kind === 'measures'
        ? Object.entries(record.measures).map(
            ([id, m]) => [id, { family: record.id, higher: m.higher, aliases: m.aliases }] as const,
          )
        : [],
    ),
  )

/** The words of the denial and the criteria, lower case, each between spaces. */
function spokenOf({ facts, criteria }: Brief): string {
  const reasons = facts.denial.reasons.map((r) => (r.origin.kind === 'document' ? r.origin.span.quote : ''))
  const words = (m: NonNullable<Brief['criteria']>['match']): string[] => [m.requirement.words, ...m.children.flatMap(words)]
  const all = [...reasons, ...(criteria ? words(criteria.match) : [])].join(' \n ').toLowerCase()
  return ` ${all.replace(/[^a-z0-9%-]+/g, ' ')} `
}

/** A result without a finding shows nothing of the condition. */
const NOTHING_FOUND = /\b(?:normal|unremarkable|within normal limits|no acute)\b/i

/** The latest results, each once, in the report's own words. */
export function resultTerms(brief: Brief): TermTree[] {
  const telling = brief.facts.results.filter((r) => !NOTHING_FOUND.test(r.value.finding))
  return latest(brief, telling, (r: ResultFinding) => r.finding)
    .slice(0, MOST)
    .map((entry): TermTree => {
      const support = supportOfEntry(entry)
      const { test, date, finding } = entry.value
      const words = quotable(finding)
      return {
        test: term(/^[A-Z\s(),0-9-]+$/.test(test) ? test.replace(/\s*\(.*$/, '') : test, support),
        date: date ? term(sayPartialDate(date), support) : null,
        finding: term(words, support),
        /** Set where the quoted words carry neither the test's name nor a date of their own. */
        bare: words.toLowerCase().includes(test.toLowerCase()) ? null : term('bare', support),
        where: where(support, brief),
      }
    })
}

/** What happened in the last two years, latest first, each once, in the chart's own words. */
export function eventTerms(brief: Brief, which: (event: ClinicalEvent) => boolean = () => true): TermTree[] {
  const since = `${Number(brief.today.slice(0, 4)) - 2}${brief.today.slice(4)}`
  const recent = brief.facts.events.filter(
    (e) =>
      which(e.value) &&
      (e.value.date ?? '') >= since &&
      quotable(e.value.what).split(' ').length > 3 &&
      (e.value.kind === 'emergency' || !/^Admitted:.*\bDischarged:/i.test(quotable(e.value.what))),
  )
  return latest(brief, recent, (e: ClinicalEvent) => e.what)
    .slice(0, 3)
    .map((entry): TermTree => {
      const support = supportOfEntry(entry)
      const words = quotable(entry.value.what)
      return {
        date: entry.value.date && !/\d{4}/.test(words) ? term(sayPartialDate(entry.value.date), support) : null,
        what: term(words, support),
        where: where(support, brief),
      }
    })
}

/** Whether the entry's words are a trial's own line, which the letter tells as a treatment taken and stopped. */
function toldAsTrial({ origin }: Entry<unknown>, brief: Brief): boolean {
  if (origin.kind !== 'document' || !argumentsOf(brief).some((f) => f.grounds.includes('taken_and_stopped'))) return false
  const { doc, page, start, end } = origin.span
  return brief.facts.priorTreatments.some(
    ({ value, origin: o }) =>
      value.end !== null &&
      value.reason !== null &&
      o.kind === 'document' &&
      o.span.doc === doc &&
      o.span.page === page &&
      o.span.start <= start &&
      o.span.end >= end,
  )
}

function latest<T extends { readonly date: PartialDate | null }>(
  brief: Brief,
  entries: readonly Entry<T>[],
  words: (value: T) => string,
): Entry<T>[] {
  const quoted = quotedPassages(brief)
  const apt = entries.filter((e) => fitToSay(words(e.value), brief) && !toldInPassage(e, quoted) && !toldAsTrial(e, brief))
  const once = new Map(apt.map((e) => [quotable(words(e.value)), e]))
  return [...once.values()].sort((a, b) => (b.value.date ?? '').localeCompare(a.value.date ?? ''))
}
