import type { Claim } from '../../../argument/claim.ts'
import type { CoverageRecord } from '../../../knowledge/coverage.ts'
import { bullets, paragraph, section, under } from '../blocks.ts'
import { groupName } from '../coverageNames.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { say } from '../say.ts'
import type { Subject } from '../subject.ts'
import { citeText, provisionSupport } from '../support.ts'

/** The law of the appeal by coverage type: a right is stated once for all the types that give it in the same words. */
export function framework(subject: Subject): GuideSection[] {
  const said = new Set<string>()
  const rights = (keys: readonly (readonly [string, string])[]) =>
    keys.flatMap(([key, label]) => byCoverage(subject, key, label, said))
  return section('framework', 'The law of the appeal, by type of coverage', [
    ...under('Inside the plan', [...paragraph(claimsFor(subject, 'internal')), ...bullets(rights(INTERNAL))]),
    ...under('If waiting would do harm', [
      ...paragraph([...urgency(subject), ...claimsFor(subject, 'expedited')]),
      ...bullets(rights(EXPEDITED)),
    ]),
    ...under('Outside the plan', [...paragraph(claimsFor(subject, 'external')), ...bullets(rights(EXTERNAL))]),
    ...under('Care that has already begun', bullets(rights([['continuation', '']]))),
    ...under('Who may act for you', bullets(rights(ACTING))),
    ...under('State law', paragraph(stateLaw(subject))),
    ...under('Programs and laws that bear on this care', bullets(claimsFor(subject, 'program'))),
  ])
}

const INTERNAL = [
  ['claim_file', 'Claim file'],
  ['criteria_access', 'The criterion applied'],
  ['new_evidence', 'New evidence'],
  ['reviewer_qualified', 'Who reviews'],
] as const
const EXPEDITED = [
  ['expedited', 'Expedited appeal'],
  ['physician_decides_urgency', 'Who says it is urgent'],
  ['external_expedited', 'Expedited outside review'],
] as const
const EXTERNAL = [['external_review', '']] as const
const ACTING = [
  ['representative', ''],
  ['urgent_representative', 'Urgent claims'],
] as const

/** When delay harms in this care, in the treatment record's own words. */
const urgency = (subject: Subject): Claim[] =>
  subject.treatment.urgency ? [say(subject.treatment.urgency, [fieldSupport(subject, 'treatment.urgency')])] : []

/** "Claim file. Employer plans, … : Upon request and free of charge … (29 CFR …)." */
function byCoverage(subject: Subject, key: string, label: string, said: Set<string>): Claim[] {
  const groups = new Map<string, { of: CoverageRecord[]; refs: string[] }>()
  for (const coverage of subject.coverages) {
    const ref = coverage.rights[key]?.[0]
    if (!ref) continue
    const words = provisionSupport(subject.knowledge, ref).quote
    // One provision can give two rights (Medicaid: who says it is urgent): it is stated under the first.
    if (said.has(`${coverage.id} ${words}`)) continue
    said.add(`${coverage.id} ${words}`)
    const group = groups.get(words) ?? { of: [], refs: [] }
    group.of.push(coverage)
    group.refs.push(ref)
    groups.set(words, group)
  }
  return [...groups].map(([words, { of, refs }]) => {
    const unique = [...new Set(refs)]
    return say(
      `${label ? `${label}, ` : ''}${label ? lowerName(groupName(of, subject.coverages)) : groupName(of, subject.coverages)}: ${words.replace(/\.$/, '')} (${citeText(subject.knowledge, unique)}).`,
      unique.map((ref) => provisionSupport(subject.knowledge, ref)),
    )
  })
}

const lowerName = (name: string) =>
  /^(Employer|Individual|State or|Church|Student|Grandfathered|Every)/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name

/** The State's own exception law where its record has one; never for a service, whose statutes do not reach it. */
function stateLaw(subject: Subject): Claim[] {
  const record = subject.state ? subject.knowledge.states.get(subject.state.toLowerCase()) : undefined
  const statute = subject.reason.id === 'step_therapy' && !subject.sibling ? record?.stepTherapy?.statute : undefined
  if (!record || !statute) return [...claimsFor(subject, 'state_law'), ...claimsFor(subject, 'state_not_held')]
  const cite = statute.cite ? ` (${statute.cite})` : ''
  return [
    ...claimsFor(subject, 'state_law'),
    say(`${record.name}: ${statute.says.replace(/\.$/, '')}${cite}.`, [
      { kind: 'law', source: `state-${record.id}`, pin: statute.cite ?? '', quote: statute.says, status: statute.status },
    ]),
  ]
}
