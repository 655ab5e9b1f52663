import type { Claim } from '../../argument/claim.ts'
import { forWhom } from './criteria.ts'
import { fieldSupport } from './fields.ts'
import { say } from './say.ts'
import type { Subject } from './subject.ts'
import { citeText, provisionSupport } from './support.ts'

export interface EvidenceGroup {
  /** Conditions it is about; empty for all. */
  readonly who: string
  readonly claims: readonly Claim[]
}

/**
 * What labels, guidelines and studies say, by condition, each with its source in front. A guideline of
 * which nothing is held is named with what to look up, never paraphrased.
 */
export function evidence(subject: Subject): readonly EvidenceGroup[] {
  const groups = new Map<string, Claim[]>()
  const add = (who: string, claims: readonly Claim[]) => groups.set(who, [...(groups.get(who) ?? []), ...claims])
  for (const [i, indication] of subject.treatment.indications.entries())
    add(forWhom(subject, [indication.id]), labelClaims(subject, i))
  for (const [i, use] of subject.treatment.guidelines.entries()) add(forWhom(subject, use.for), guidelineClaims(subject, i))
  return [...groups].map(([who, claims]) => ({ who, claims }))
}

function labelClaims({ treatment, knowledge }: Subject, index: number): Claim[] {
  if (!treatment.fdaLabelApplicable) return []
  return (treatment.indications[index]?.label ?? []).map((ref) => {
    const support = provisionSupport(knowledge, ref)
    return say(`${citeText(knowledge, [ref])}: ${support.quote}`, [support])
  })
}

function guidelineClaims(subject: Subject, index: number): Claim[] {
  const { treatment, knowledge } = subject
  const use = treatment.guidelines[index]
  const source = use && knowledge.sources.get(use.source)
  if (!use || !source) return []
  const own = fieldSupport(subject, `treatment.guidelines.${index}`)
  if (!use.provisions.length) {
    const publisher = source.publisher ? `, ${source.publisher}` : ''
    return [
      say(`To look up: “${source.title}”${publisher}, in its current version; cite it by version and page.`, [
        own,
        provisionSupport(knowledge, use.source),
      ]),
    ]
  }
  const refs = use.provisions.map((key) => `${use.source}#${key}`)
  const supports = refs.map((ref) => provisionSupport(knowledge, ref))
  const note = use.notes.map((n) => ` (${n.replace(/\.$/, '').replace(/^A/, 'a')})`).join('')
  const named = { ...provisionSupport(knowledge, use.source), quote: `${source.cite}: ${source.title}` }
  return [say(`${source.cite}${note}: ${supports.map((s) => s.quote).join(' ')}`, [...supports, named, own])]
}
