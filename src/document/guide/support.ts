import { type Citation, letterCitation, type Status } from '../../base/citation.ts'
import type { KnowledgeSupport } from '../../base/support.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import { citation, provisionOf } from '../../knowledge/citations.ts'
import type { SourceRecord } from '../../knowledge/source.ts'

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

/** What a provision gives a sentence to rest on; the title, where the reference is to a whole source. */
export function provisionSupport(knowledge: Knowledge, ref: string): KnowledgeSupport {
  const { source, provision } = provisionOf(knowledge, ref)
  const cited = citation(knowledge, ref)
  const { pin } = cited
  // A source of which no provision is held was named from memory, whatever its own record may be worth.
  const status = provision || Object.keys(source.provisions).length ? cited.status : 'recalled'
  return { kind: KIND[source.kind], source: source.id, pin, quote: provision?.says ?? source.title, status }
}

/** "29 CFR 2560.503-1(h)(2)(iii); 45 CFR 147.136": as a letter may print them, each once. */
export const citeText = (knowledge: Knowledge, refs: readonly string[]): string =>
  citesText(refs.map((ref) => citation(knowledge, ref)))

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
