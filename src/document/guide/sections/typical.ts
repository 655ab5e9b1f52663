import type { Claim } from '../../../argument/claim.ts'
import { list, paragraph, section, under } from '../blocks.ts'
import { type TypicalCriterion, typicalCriteria } from '../criteria.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideSection } from '../guide.ts'
import { capital, claimsFor } from '../notes.ts'
import { say } from '../say.ts'
import { type Subject, treatmentName } from '../subject.ts'
import { criteriaInTable } from './mapping.ts'

/** What plans usually ask for, labelled as usual. Where the criteria are the rows of the table, the table has them. */
export function typical(subject: Subject): GuideSection[] {
  const { payer, treatment } = subject
  const label = say(
    `These are criteria that plans commonly set for ${treatmentName(treatment)}. They are not ${payer.displayName}’s own text: check each against the policy when it comes.`,
    [fieldSupport(subject, 'treatment.typicalCriteria')],
  )
  const all = typicalCriteria(subject)
  const item = (c: TypicalCriterion): Claim[] => [c.asked, shown(c), ...(c.exceptions ? [c.exceptions] : [])]
  const initial = all.filter((c) => c.at === 'initial')
  const renewal = all.filter((c) => c.at === 'continuation')
  return section('typical', `What is typically asked before ${treatmentName(treatment)} is covered`, [
    ...paragraph([label, ...claimsFor(subject, 'typical')]),
    ...(criteriaInTable(subject) ? paragraph([inTable(subject, initial.length)]) : list(initial.map(item))),
    ...under('At renewal', list(renewal.map(item).map(([first, ...rest]) => (first ? [atRenewal(first), ...rest] : [])))),
  ])
}

const shown = (c: TypicalCriterion): Claim => ({ ...c.provedBy, sentence: `Shown by: ${c.provedBy.sentence}.` })

const inTable = (subject: Subject, count: number): Claim =>
  say(
    `All ${count} that are asked at the first request stand, one to a row, in the table further down, each with the page that shows it.`,
    [{ ...fieldSupport(subject, 'treatment.typicalCriteria'), quote: `${count} criteria at the first request` }],
  )

/** Records write “Renewal: …”; under its own heading the word is one too many. */
const atRenewal = (c: Claim): Claim => ({ ...c, sentence: capital(c.sentence.replace(/^Renewal: /, '')) })
