import type { Knowledge } from './assemble.ts'
import type { ReasonRecord } from './reason.ts'
import { foldName } from './resolveName.ts'

/** A code as a remittance or pharmacy reject carries it. */
export interface DenialCodes {
  readonly carc?: string
  readonly rarc?: string
  readonly ncpdp?: string
}

/**
 * Ids of the reasons that a letter's words or a code can mean, likeliest first; empty when none fits.
 * For words the reason with the longest matching cue comes first; for a code the one that lists it earliest.
 */
export function resolveReason(knowledge: Knowledge, given: string | DenialCodes): readonly string[] {
  const reasons = [...knowledge.reasons.values()]
  const ranked = typeof given === 'string' ? byWords(reasons, given) : byCode(reasons, given)
  return ranked.sort((a, b) => b.rank - a.rank || a.id.localeCompare(b.id)).map((r) => r.id)
}

interface Ranked {
  readonly id: string
  readonly rank: number
}

function byWords(reasons: readonly ReasonRecord[], words: string): Ranked[] {
  const text = ` ${foldName(words)} `
  return reasons.flatMap((r) => {
    const names = [r.id, r.displayName, r.headline.en, r.relatedPhrase.en, ...r.letterCues].map(foldName)
    const longest = Math.max(0, ...names.filter((n) => text.includes(` ${n} `)).map((n) => n.length))
    return longest ? [{ id: r.id, rank: longest }] : []
  })
}

function byCode(reasons: readonly ReasonRecord[], codes: DenialCodes): Ranked[] {
  return reasons.flatMap((r) => {
    const places = (['carc', 'rarc', 'ncpdp'] as const).flatMap((list) => {
      const at = codes[list] === undefined ? -1 : r[list].findIndex((c) => c.code === codes[list])
      return at < 0 ? [] : [at]
    })
    // A code tells no more than the common reason; the narrower ones that carry it too come after.
    return places.length ? [{ id: r.id, rank: -Math.min(...places) + (r.liveSlug ? 0.5 : 0) }] : []
  })
}
