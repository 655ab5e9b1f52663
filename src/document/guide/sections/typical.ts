import { list, paragraph, section, under } from '../blocks.ts'
import { type TypicalCriterion, typicalCriteria } from '../criteria.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { argued, isMedical, type Subject } from '../subject.ts'
import { capital, tell, treatmentInSentence, wordsOf } from '../voice.ts'
import { criteriaInTable } from './mapping.ts'

/** What plans usually ask for, labelled as usual. Where the criteria are the rows of the table, the table has them. */
export function typical(subject: Subject): GuideSection[] {
  const all = typicalCriteria(subject)
  if (!all.length || !isMedical(argued(subject))) return []
  const { headings } = wordsOf(subject)
  const name = treatmentInSentence(subject, subject.treatment)
  const label = tell(subject, (v) => v.words.commonly(name), [fieldSupport(subject, 'treatment.typicalCriteria')])
  const initial = all.filter((c) => c.at === 'initial')
  const renewal = all.filter((c) => c.at === 'continuation')
  const item = (c: TypicalCriterion): GuideClaim[] => [c.asked, c.shownBy, ...(c.exceptions ? [c.exceptions] : [])]
  return section('typical', headings.typical(name), [
    ...paragraph([label, ...claimsFor(subject, 'typical')]),
    ...(criteriaInTable(subject) ? paragraph([inTable(subject, initial.length)]) : list(initial.map(item))),
    ...under(headings.renewal, list(renewal.map(item).map(([first, ...rest]) => (first ? [atRenewal(first), ...rest] : [])))),
  ])
}

const inTable = (subject: Subject, count: number): GuideClaim =>
  tell(subject, (v) => v.words.inTable(count), [
    { ...fieldSupport(subject, 'treatment.typicalCriteria'), quote: `${count} criteria at the first request` },
  ])

/** Records write “Renewal: …”; under its own heading the word is one too many. */
const atRenewal = (c: GuideClaim): GuideClaim => ({
  ...c,
  sentence: capital(c.sentence.replace(/^(Renewal|Renovación|En la renovación): /, '')),
})
