import { forWhom } from './criteria.ts'
import { fieldSupport } from './fields.ts'
import type { GuideClaim } from './guide.ts'
import type { Subject } from './subject.ts'
import { citeText, provisionSupport } from './support.ts'
import { phrase, tell } from './voice.ts'

export interface EvidenceGroup {
  /** Conditions it is about, as ids; empty for all. */
  readonly of: readonly string[]
  readonly claims: readonly GuideClaim[]
}

/**
 * What labels, guidelines and studies say, by condition, each with its source in front. A guideline of
 * which nothing is held is named with what to look up, never paraphrased.
 */
export function evidence(subject: Subject): readonly EvidenceGroup[] {
  const groups = new Map<string, { of: readonly string[]; claims: GuideClaim[] }>()
  const add = (of: readonly string[], claims: readonly GuideClaim[]) => {
    const who = phrase({ ...subject, lang: 'en' }, (v) => forWhom(v, subject, of)).text
    const group = groups.get(who) ?? { of: who ? of : [], claims: [] }
    group.claims.push(...claims)
    groups.set(who, group)
  }
  for (const [i, indication] of subject.treatment.indications.entries()) add([indication.id], labelClaims(subject, i))
  for (const [i, use] of subject.treatment.guidelines.entries()) add(use.for, guidelineClaims(subject, i))
  return [...groups.values()]
}

function labelClaims(subject: Subject, index: number): GuideClaim[] {
  const { treatment, knowledge } = subject
  if (!treatment.fdaLabelApplicable) return []
  return (treatment.indications[index]?.label ?? []).map((ref) =>
    tell(subject, (v) => `${v.words.cited(citeText(knowledge, [ref]))}: ${v.law(ref)}`, [provisionSupport(knowledge, ref)]),
  )
}

function guidelineClaims(subject: Subject, index: number): GuideClaim[] {
  const { treatment, knowledge } = subject
  const use = treatment.guidelines[index]
  const source = use && knowledge.sources.get(use.source)
  if (!use || !source) return []
  const own = fieldSupport(subject, `treatment.guidelines.${index}`)
  if (!use.provisions.length)
    return [
      tell(subject, (v) => v.words.lookUp(source.title, source.publisher ?? ''), [own, provisionSupport(knowledge, use.source)]),
    ]
  const refs = use.provisions.map((key) => `${use.source}#${key}`)
  const named = { ...provisionSupport(knowledge, use.source), quote: `${source.cite}: ${source.title}` }
  return [
    tell(
      subject,
      (v) => {
        const note = use.notes
          .map(
            (n) =>
              ` (${v
                .of(n)
                .replace(/\.$/, '')
                .replace(/^A(?=n? )/, 'a')})`,
          )
          .join('')
        return `${v.words.cited(source.cite)}${note}: ${refs.map((ref) => v.law(ref)).join(' ')}`
      },
      [...refs.map((ref) => provisionSupport(knowledge, ref)), named, own],
    ),
  ]
}
