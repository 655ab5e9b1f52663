import type { Support } from '../../../base/support.ts'
import type { CoverageRecord } from '../../../knowledge/coverage.ts'
import { bullets, paragraph, section, under } from '../blocks.ts'
import { groupName } from '../coverageNames.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { type Subject, stateOf } from '../subject.ts'
import { citeText, provisionSupport } from '../support.ts'
import { lower, tell, unstopped, wordsOf } from '../voice.ts'
import type { Words } from '../words/words.ts'

type Right = readonly [key: string, label: keyof Words['rightLabels'] | null]

/** Up to so many types the law of each is set out; of more, that of the commonest family, until one type is chosen. */
const MOST_TYPES = 3

/** The law of the appeal by coverage type: a right is stated once for all the types that give it in the same words. */
export function framework(all: Subject): GuideSection[] {
  const { headings } = wordsOf(all)
  const family = all.coverages.length > MOST_TYPES ? all.coverages[0]?.family : undefined
  const subject = family ? { ...all, coverages: all.coverages.filter((c) => c.family === family) } : all
  const narrowed = subject.coverages.length < all.coverages.length ? onlyFamily(subject) : []
  const said = new Set<string>()
  const rights = (keys: readonly Right[], after: readonly GuideClaim[]) => {
    const cited = new Set(after.flatMap((c) => c.support.map(place)))
    return keys.flatMap((right) => byCoverage(subject, right, said).filter((c) => !c.support.every((s) => cited.has(place(s)))))
  }
  /** A paragraph that puts a right into plain words; then, in the law's, those it has not. */
  const told = (claims: readonly GuideClaim[], keys: readonly Right[]) => [...paragraph(claims), ...bullets(rights(keys, claims))]
  return section('framework', headings.framework, [
    ...paragraph(narrowed),
    ...under(headings.inside, told(claimsFor(subject, 'internal'), INTERNAL)),
    ...under(headings.urgent, told(claimsFor(subject, 'expedited'), EXPEDITED)),
    ...under(headings.outside, told(claimsFor(subject, 'external'), [['external_review', null]])),
    ...under(headings.continuation, bullets(rights([['continuation', null]], []))),
    ...under(headings.acting, bullets(rights(ACTING, []))),
    ...under(
      headings.stateLaw,
      paragraph([...claimsFor(all, 'state_law'), ...(stateOf(all) ? [] : claimsFor(all, 'state_not_held'))]),
    ),
    ...under(headings.programs, bullets(claimsFor(all, 'program'))),
  ])
}

const place = (s: Support): string => ('pin' in s ? `${s.source} ${s.pin}` : '')

const onlyFamily = (subject: Subject): GuideClaim[] => {
  const [first] = subject.coverages
  if (!first) return []
  const support = first.governing.map((ref) => provisionSupport(subject.knowledge, ref))
  return [tell(subject, (v) => v.words.onlyFamily(lowerType(v.words.families[first.family])), support)]
}

const INTERNAL: readonly Right[] = [
  ['claim_file', 'claim_file'],
  ['criteria_access', 'criteria_access'],
  ['new_evidence', 'new_evidence'],
  ['reviewer_qualified', 'reviewer_qualified'],
]
const EXPEDITED: readonly Right[] = [
  ['expedited', 'expedited'],
  ['physician_decides_urgency', 'physician_decides_urgency'],
  ['external_expedited', 'external_expedited'],
]
const ACTING: readonly Right[] = [
  ['representative', null],
  ['urgent_representative', 'urgent_representative'],
]

/** Keys of the rights of a coverage type that guides put into words. */
export const RIGHTS_SHOWN: readonly string[] = [
  ...[...INTERNAL, ...EXPEDITED, ...ACTING].map(([key]) => key),
  'external_review',
  'continuation',
]

/** "Claim file. Employer plans, … : Upon request and free of charge … (29 CFR …)." */
function byCoverage(subject: Subject, [key, label]: Right, said: Set<string>): GuideClaim[] {
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
  return [...groups.values()].map(({ of, refs }) => {
    const unique = [...new Set(refs)]
    const [first = ''] = unique
    return tell(
      subject,
      (v) => {
        const types = of.length === subject.coverages.length ? '' : groupName(v.lang, of, subject.coverages)
        const named = label ? `${v.words.rightLabels[label]}${types && `, ${lowerType(types)}`}` : types
        return `${named && `${named}: `}${unstopped(v.law(first))} (${v.words.cited(citeText(subject.knowledge, unique))}).`
      },
      unique.map((ref) => provisionSupport(subject.knowledge, ref)),
    )
  })
}

const lowerType = (name: string) => (/^(Medicare|Medicaid|Federal|TRICARE|VA|Tricare)\b/.test(name) ? name : lower(name))
