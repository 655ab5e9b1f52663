import { type Citation, letterCitation, type Status } from '../../base/citation.ts'
import type { KnowledgeSupport } from '../../base/support.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import { citation, provisionOf } from '../../knowledge/citations.ts'
import type { Clock, Provision, SourceRecord } from '../../knowledge/source.ts'

const KIND: Readonly<Record<SourceRecord['kind'], KnowledgeSupport['kind']>> = {
  statute: 'law',
  regulation: 'law',
  guidance: 'law',
  guideline: 'guideline',
  publication: 'guideline',
  policy: 'guideline',
  page: 'guideline',
  label: 'label',
}

interface Ref {
  readonly support: KnowledgeSupport
  readonly citation: Citation
  readonly provision: Provision | null
  readonly source: SourceRecord
}

const refs = new WeakMap<Knowledge, Map<string, Ref>>()

/** A reference, followed once for each knowledge: a guide follows hundreds, and the same ones in every guide. */
function followed(knowledge: Knowledge, ref: string): Ref {
  const known = refs.get(knowledge) ?? new Map<string, Ref>()
  const found = known.get(ref)
  if (found) return found
  const { source, provision } = provisionOf(knowledge, ref)
  const cited = citation(knowledge, ref)
  // A source of which no provision is held was named from memory, whatever its own record may be worth.
  const status = provision || Object.keys(source.provisions).length ? cited.status : 'recalled'
  const quote = provision?.says ?? source.title
  const made = {
    support: { kind: KIND[source.kind], source: source.id, pin: cited.pin, quote, status },
    citation: cited,
    provision,
    source,
  }
  refs.set(knowledge, known.set(ref, made))
  return made
}

/** What a provision gives a sentence to rest on; the title, where the reference is to a whole source. */
export const provisionSupport = (knowledge: Knowledge, ref: string): KnowledgeSupport => followed(knowledge, ref).support

export const citationOf = (knowledge: Knowledge, ref: string): Citation => followed(knowledge, ref).citation

export const clockOf = (knowledge: Knowledge, ref: string): Clock | undefined => followed(knowledge, ref).provision?.clock

/** Null in a Spanish voice where the provision has no Spanish beside it. */
export const wordsOfLaw = (knowledge: Knowledge, ref: string) => {
  const { provision, source } = followed(knowledge, ref)
  return provision
    ? { en: provision.says, es: provision.saysEs ?? null }
    : { en: source.title, es: source.name?.es ?? source.title }
}

/** "29 CFR 2560.503-1(h)(2)(iii); 45 CFR 147.136": as a letter may print them, each once. */
export const citeText = (knowledge: Knowledge, refs: readonly string[]): string =>
  citesText(refs.map((ref) => citationOf(knowledge, ref)))

/** A section cited whole stands for its paragraphs too: a recalled pin is not replaced by a neighbor's. */
export function citesText(citations: readonly Citation[]): string {
  const forms = [...new Set(citations.map(letterCitation))]
  return forms
    .filter((f) => !forms.some((other) => other !== f && (f.startsWith(`${other}(`) || f.startsWith(`${other}, `))))
    .join('; ')
}

/** By section, for tables: "29 CFR 2560.503-1(h)(3)(i), (i)(2)(i); 45 CFR 147.136(c)(2)(vi)". */
export function sectionsText(citations: readonly Citation[]): string {
  const sections = new Map<string, Set<string>>()
  for (const c of citations) {
    const pins = sections.get(c.cite) ?? new Set()
    if (c.pin && c.status !== 'recalled') pins.add(c.pin)
    sections.set(c.cite, pins)
  }
  return [...sections]
    .map(([cite, pins]) => `${cite}${[...pins][0]?.startsWith('(') ? '' : pins.size ? ', ' : ''}${[...pins].join(', ')}`)
    .join('; ')
}

export const recordSupport = (
  kind: 'payer' | 'treatment' | 'reason' | 'guide',
  source: string,
  pin: string,
  quote: string,
  status: Status,
): KnowledgeSupport => ({ kind, source, pin, quote, status })
