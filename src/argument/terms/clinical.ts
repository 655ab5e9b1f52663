import type { Measure } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import type { Brief } from '../brief.ts'
import { factTerm, supportOf, supportOfEntry } from '../evidence.ts'
import { sayPartialDate } from '../partialDate.ts'
import { type TermTree, term } from '../term.ts'
import { oneLine } from './denial.ts'
import { where } from './history.ts'

/** Diagnosis, severity and the requested treatment, as the chart has them. */
export function clinicalTerms(brief: Brief): TermTree {
  const { diagnoses, measures, results, events, treatment, urgency } = brief.facts
  const main = diagnoses[0]
  const byMeasure = Map.groupBy(measures, (m) => m.value.measure)
  const dated = (entries: readonly Entry<Measure>[]) =>
    [...entries].sort((a, b) => (a.value.date ?? '').localeCompare(b.value.date ?? ''))
  return {
    diagnosis: main
      ? {
          name: term(main.value.name, supportOfEntry(main)),
          code: main.value.code ? term(main.value.code, supportOfEntry(main)) : null,
          since: main.value.since ? term(sayPartialDate(main.value.since), supportOfEntry(main)) : null,
          where: where(supportOfEntry(main), brief),
        }
      : null,
    treatment: {
      name: factTerm(treatment.name),
      dose: factTerm(treatment.dose),
      timing: factTerm(treatment.timing),
      current: treatment.current.state === 'known' && treatment.current.value ? term('current', supportOf(treatment.current.origin)) : null,
      codes: treatment.codes[0] ? term(treatment.codes.map((c) => `${c.value.system} ${c.value.code}`).join(', '), treatment.codes.flatMap(supportOfEntry)) : null,
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
    urgency: {
      urgent: urgency.state === 'known' && urgency.value.urgent ? term('urgent', supportOf(urgency.origin)) : null,
      why: factTerm(urgency, (u) => (u.urgent ? oneLine(u.why) : null)),
    },
  }
}

const measured = (entry: Entry<Measure>): TermTree => {
  const support = supportOfEntry(entry)
  const { value, unit, date } = entry.value
  return {
    value: term(unit ? `${value}${unit === '%' ? '%' : ` ${unit}`}` : String(value), support),
    date: date ? term(sayPartialDate(date), support) : null,
  }
}
