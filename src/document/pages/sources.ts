import type { Claim } from '../../argument/claim.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { GuideSource } from '../guide/guide.ts'
import { type GuideCite, sourcesOf as sourcesCited } from '../guide/sections/sources.ts'

/** Every law, guideline, label or page the sentences rest on, by its short form, each with how it is known. */
export function sourcesOf(knowledge: Knowledge, claims: readonly Claim[]): readonly GuideSource[] {
  const cites = claims
    .flatMap((c) => c.support)
    .flatMap((s): GuideCite[] => ('status' in s && knowledge.sources.has(s.source) ? [`${s.source} ${s.status}`] : []))
  return sourcesCited(knowledge, new Set(cites))
}
