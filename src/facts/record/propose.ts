import type { SourceDocument } from '../../reading/document.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { allergiesOf } from './allergies.ts'
import { diagnosesOf } from './diagnoses.ts'
import { eventsOf } from './events.ts'
import { fillsOf } from './fills.ts'
import { formTrials } from './formtrials.ts'
import { labRows } from './labs.ts'
import { measuresOf } from './measures.ts'
import { mergeWithin } from './merge.ts'
import { molecularFindings } from './molecular.ts'
import { peopleOf } from './people.ts'
import type { ProposedFacts } from './proposed.ts'
import type { RecordReading } from './reading.ts'
import { resultsOf } from './results.ts'
import { withDatedRows } from './rows.ts'
import { scoreTables } from './scores.ts'
import { trialTables } from './tables.ts'
import { agentsOfUnit } from './trials.ts'
import { unitsOf } from './units.ts'

/** Everything a clinical document offers as fact, each with the words it was read from. */
export function proposeFacts(doc: SourceDocument, vocabulary: Vocabulary): ProposedFacts {
  const reading: RecordReading = { doc, vocabulary, units: withDatedRows(unitsOf(doc, vocabulary)) }
  const people = peopleOf(reading)
  const dated = people.documentDate
  const day = dated?.value ?? null
  const fills = fillsOf(reading)
  const table = trialTables({ ...reading, units: reading.units.filter((u) => !fills.used.has(u)) })
  const scores = scoreTables({ ...reading, units: reading.units.filter((u) => !fills.used.has(u) && !table.used.has(u)) })
  const form = formTrials(reading)
  const labs = labRows({ ...reading, units: reading.units.filter((u) => !scores.used.has(u)) }, day)
  const said = reading.units.filter((u) => u.kind !== 'heading')
  const free = said.filter((u) => !fills.used.has(u) && !table.used.has(u) && !form.used.has(u) && !scores.used.has(u))
  const agents = free.map((u) => agentsOfUnit(reading, u))
  const rest = free.filter((u) => !labs.used.has(u))
  const merged = mergeWithin({
    doc: doc.id,
    name: doc.name,
    ...people,
    requested: agents.flatMap((a) => a.requested),
    diagnoses: said.flatMap((u) => diagnosesOf(reading, u)),
    priorTreatments: [...table.tried, ...form.tried, ...fills.tried, ...agents.flatMap((a) => a.tried)],
    contraindications: [...table.against, ...agents.flatMap((a) => a.against), ...said.flatMap((u) => allergiesOf(reading, u))],
    measures: [...scores.measures, ...labs.measures, ...rest.flatMap((u) => measuresOf(reading, u))],
    results: [
      ...resultsOf({ ...reading, units: reading.units.filter((u) => !table.used.has(u)) }, day),
      ...molecularFindings(reading, day),
    ],
    events: rest.flatMap((u) => eventsOf(reading, u)),
  })
  return {
    ...merged,
    measures: merged.measures.map((m) =>
      m.value.date || !dated ? m : { ...m, value: { ...m.value, date: dated.value }, also: [...(m.also ?? []), dated.origin] },
    ),
  }
}
