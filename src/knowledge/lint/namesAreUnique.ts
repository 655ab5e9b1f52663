import { compact, foldName } from '../resolveName.ts'
import { payerNames } from '../resolvePayer.ts'
import type { Finding, Kind, Rule } from './rule.ts'

export const namesAreUnique: Rule = {
  name: 'names-are-unique',
  why: 'One name or address that means two records makes every letter that uses it ambiguous. Keep it in one, or move a short form to `abbreviations`.',
  check: ({ knowledge }) => {
    const payers = [...knowledge.payers.values()]
    const reasons = [...knowledge.reasons.values()]
    const slugs = <T extends { id: string; liveSlug?: string | undefined }>(records: Iterable<T>) =>
      [...records].flatMap((r) => (r.liveSlug ? [[r.id, r.liveSlug] as const] : []))
    return [
      ...clashes(
        'payers',
        'names',
        payers.flatMap((p) => payerNames(p).map((name) => [p.id, compact(foldName(name))] as const)),
      ),
      ...clashes('payers', 'liveSlug', slugs(payers)),
      ...clashes('treatments', 'liveSlug', slugs(knowledge.treatments.values())),
      ...clashes('reasons', 'liveSlug', slugs(reasons)),
      ...clashes(
        'reasons',
        'slug',
        reasons.map((r) => [r.id, r.slug] as const),
      ),
    ]
  },
}

function clashes(kind: Kind, at: string, pairs: readonly (readonly [string, string])[]): Finding[] {
  const owner = new Map<string, string>()
  return pairs.flatMap(([id, name]) => {
    const other = owner.get(name)
    owner.set(name, other ?? id)
    return other !== undefined && other !== id ? [{ kind, id, at, say: `"${name}" also belongs to ${other}.` }] : []
  })
}
