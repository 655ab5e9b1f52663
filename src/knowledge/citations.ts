import type { Citation } from '../base/citation.ts'
import type { Provision, SourceRecord } from './source.ts'

/** A provision found by its reference, with the source it stands in. */
export interface Cited {
  readonly ref: string
  readonly source: SourceRecord
  /** Null: the reference is to the whole source. */
  readonly provision: Provision | null
}

interface Sources {
  readonly sources: ReadonlyMap<string, SourceRecord>
}

/** Null where the source or the provision does not exist. */
export function findProvision(knowledge: Sources, ref: string): Cited | null {
  const [sourceId = '', key] = ref.split('#')
  const source = knowledge.sources.get(sourceId)
  if (!source) return null
  if (key === undefined) return { ref, source, provision: null }
  const provision = Object.hasOwn(source.provisions, key) ? source.provisions[key] : undefined
  return provision ? { ref, source, provision } : null
}

/** Throws on a reference that resolves to nothing: the check of the records rules that out. */
export function provisionOf(knowledge: Sources, ref: string): Cited {
  const cited = findProvision(knowledge, ref)
  if (!cited) throw new Error(`no provision for the reference "${ref}"`)
  return cited
}

/** The whole source counts as verified only by its provisions, so a bare source reference carries their weakest status. */
export function citation(knowledge: Sources, ref: string): Citation {
  const { source, provision } = provisionOf(knowledge, ref)
  const weakest = Object.values(source.provisions).reduce<Citation['status']>(
    (worst, p) => (RANK[p.status] > RANK[worst] ? p.status : worst),
    'verified',
  )
  return { source: source.id, cite: source.cite, pin: provision?.pin ?? '', status: provision?.status ?? weakest }
}

const RANK = { verified: 0, secondary: 1, recalled: 2 } as const

/**
 * Several citations as one text: "42 CFR 438.408(b)(2), (c); 431.244(f)(1)". A paragraph of the section
 * just cited is given by its pin, a section of the title just cited by its number, as is usual.
 */
export function joinCitations(citations: readonly Citation[]): string {
  const parts: string[] = []
  let last: Citation | null = null
  for (const c of citations) {
    const title = /^\d+ (CFR|USC) /.exec(c.cite)?.[0]
    if (last?.cite === c.cite) {
      const sibling = c.pin.startsWith('(') && parts.at(-1) !== undefined
      if (c.pin && c.pin !== last.pin) parts[parts.length - 1] += sibling ? `, ${c.pin}` : `, ${c.cite}, ${c.pin}`
    } else {
      const cite = title && last?.cite.startsWith(title) ? c.cite.slice(title.length) : c.cite
      parts.push(!c.pin ? cite : c.pin.startsWith('(') ? cite + c.pin : `${cite}, ${c.pin}`)
    }
    last = c
  }
  return parts.join('; ')
}
