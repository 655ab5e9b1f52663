import type { Support } from '../../base/support.ts'
import type { Measure } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { Brief } from '../brief.ts'
import { diagnosisName, treatedDiagnosis } from '../diagnosis.ts'
import { factTerm, supportOf, supportOfEntry } from '../evidence.ts'
import { sayPartialDate } from '../partialDate.ts'
import { type Term, type TermTree, term } from '../term.ts'
import { oneLine } from './denial.ts'
import { where } from './history.ts'

/** Diagnosis, severity and the requested treatment, as the chart has them. */
export function clinicalTerms(brief: Brief): TermTree {
  const { measures, results, events, treatment, urgency } = brief.facts
  const main = treatedDiagnosis(brief.facts, brief.treatment)
  const called = main && diagnosisName(main.value, brief.treatment)
  const codes = treatment.codes.filter((c) => ['CPT', 'HCPCS', 'NDC'].includes(c.value.system))
  const byMeasure = Map.groupBy(measures, (m) => m.value.measure)
  const dated = (entries: readonly Entry<Measure>[]) =>
    [...entries].sort((a, b) => (a.value.date ?? '').localeCompare(b.value.date ?? ''))
  return {
    diagnosis:
      main && called
        ? {
            name: term(
              inSentence(called.name),
              called.fromRegistry && brief.treatment
                ? [...supportOfEntry(main), registrySupport(brief.treatment, 'indications', called.name)]
                : supportOfEntry(main),
            ),
            code: main.value.code ? term(main.value.code, supportOfEntry(main)) : null,
            since: main.value.since ? term(sayPartialDate(main.value.since), supportOfEntry(main)) : null,
            where: where(supportOfEntry(main), brief),
          }
        : null,
    treatment: {
      name: treatmentName(brief),
      dose: factTerm(treatment.dose),
      timing: factTerm(treatment.timing),
      current:
        treatment.current.state === 'known' && treatment.current.value
          ? term('current', supportOf(treatment.current.origin))
          : null,
      codes: codes[0]
        ? term(codes.map((c) => `${c.value.system} ${c.value.code}`).join(', '), codes.flatMap(supportOfEntry))
        : null,
    },
    measures: [...byMeasure.values()].map((entries): TermTree => {
      const ordered = dated(entries)
      const last = ordered.at(-1) as Entry<Measure>
      const first = ordered[0] as Entry<Measure>
      const changed = ordered.length > 1 && first.value.date && last.value.date && first.value.value !== last.value.value
      return {
        label: term(last.value.label, supportOfEntry(last)),
        ...measured(last),
        first: changed ? measured(first) : null,
        where: where(changed ? [...supportOfEntry(first), ...supportOfEntry(last)] : supportOfEntry(last), brief),
      }
    }),
    results: results.map((entry): TermTree => {
      const support = supportOfEntry(entry)
      return {
        test: term(entry.value.test, support),
        date: entry.value.date ? term(sayPartialDate(entry.value.date), support) : null,
        finding: term(oneLine(entry.value.finding), support),
        where: where(support, brief),
      }
    }),
    events: events.map((entry): TermTree => {
      const support = supportOfEntry(entry)
      return {
        kind: term(entry.value.kind, support),
        date: entry.value.date ? term(sayPartialDate(entry.value.date), support) : null,
        what: term(oneLine(entry.value.what), support),
        where: where(support, brief),
      }
    }),
    activity: [...events, ...results, ...measures]
      .slice(0, 1)
      .map((entry): TermTree => ({ shown: term('shown', supportOfEntry(entry)) })),
    urgency: {
      urgent: urgency.state === 'known' && urgency.value.urgent ? term('urgent', supportOf(urgency.origin)) : null,
      why: factTerm(urgency, (u) => (u.urgent ? oneLine(u.why) : null)),
    },
  }
}

/**
 * How a letter calls the treatment: the registry's short name with the brand that the denial uses, where
 * the registry knows it; the words of the case otherwise. A letter's service line is often a whole order.
 */
function treatmentName({ facts, treatment }: Brief): Term | null {
  const own = factTerm(facts.treatment.name)
  const { name } = facts.treatment
  if (!own || !treatment?.shortName || (name.state === 'known' && name.origin.kind === 'person')) return own
  const words = `${own.text} ${facts.denial.reading.service?.value ?? ''}`.toLowerCase()
  const brand = treatment.brands.filter((b) => words.includes(b.toLowerCase())).sort((a, b) => b.length - a.length)[0]
  const registry = registrySupport(treatment, 'shortName', `${treatment.shortName} ${brand ?? ''}`.trim())
  return term(
    brand && brand.toLowerCase() !== treatment.shortName.toLowerCase()
      ? `${treatment.shortName} (${brand})`
      : treatment.shortName,
    [...own.support, registry],
  )
}

const registrySupport = (treatment: TreatmentRecord, pin: string, quote: string): Support => ({
  kind: 'treatment',
  source: treatment.id,
  pin,
  quote,
  status: treatment.trust.record.status,
})

/** "Relapsing-remitting multiple sclerosis" → lower case inside a sentence; names and abbreviations stay. */
const inSentence = (name: string) =>
  /^[A-Z][a-z]+(?:[ -][a-z]|$)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

const measured = (entry: Entry<Measure>): TermTree => {
  const support = supportOfEntry(entry)
  const { value, unit, date } = entry.value
  return {
    value: term(unit ? `${value}${unit === '%' ? '%' : ` ${unit}`}` : String(value), support),
    date: date ? term(sayPartialDate(date), support) : null,
  }
}
