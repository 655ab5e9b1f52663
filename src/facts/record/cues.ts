import type { CueOutcome, CueSense } from '../../knowledge/vocabulary.ts'
import type { Vocabulary } from '../vocabulary.ts'

export interface CueHit<K> {
  readonly value: K
  readonly side: 'before' | 'after'
  readonly start: number
  readonly end: number
}

/** Sense cues of a text; of overlapping ones the longest, and a denial swallows the verb right behind it. */
export function senseHits(flat: string, vocabulary: Vocabulary): CueHit<CueSense>[] {
  const hits = vocabulary.cues.senses.flatMap(({ sense, side, pattern }) =>
    [...flat.matchAll(pattern)].map((m) => ({ value: sense, side, start: m.index, end: m.index + m[0].length })),
  )
  return chain(longest(hits), flat)
}

export function outcomeHits(flat: string, vocabulary: Vocabulary): CueHit<CueOutcome>[] {
  return longest(
    vocabulary.cues.outcomes.flatMap(({ outcome, side, pattern }) =>
      [...flat.matchAll(pattern)].map((m) => ({ value: outcome, side, start: m.index, end: m.index + m[0].length })),
    ),
  )
}

/** Hits that no longer hit covers; equal ranges of both sides stay, since either side may count. */
function longest<K>(hits: readonly CueHit<K>[]): CueHit<K>[] {
  const kept = hits.filter((h) => !hits.some((o) => o.start <= h.start && o.end >= h.end && o.end - o.start > h.end - h.start))
  return kept.sort((a, b) => a.start - b.start || a.end - b.end)
}

const USE: readonly CueSense[] = ['past', 'used', 'current']
const DENIABLE: readonly CueSense[] = [...USE, 'contraindicated', 'allergy', 'planned']

/**
 * "has not | tried" is a denial, "recommend | a trial of" a plan, "plan to | continue" a present use:
 * of two cues a word apart the first decides, save that continuing is always present.
 */
function chain(hits: readonly CueHit<CueSense>[], flat: string): CueHit<CueSense>[] {
  const out: CueHit<CueSense>[] = []
  for (const hit of hits) {
    const last = out.findLast((h) => h.start < hit.start)
    const gap = last ? flat.slice(Math.min(last.end, hit.start), hit.start) : ''
    const overlaps = last !== undefined && hit.start < last.end
    const adjacent =
      last !== undefined &&
      (overlaps || /^\s+(?:(?:a|an|the|any|yet|ever|been|prior|previous|full|to|in|formal)\s+){0,2}$/.test(gap))
    const governs =
      adjacent &&
      ((last.value === 'negated' && DENIABLE.includes(hit.value)) ||
        (USE.includes(hit.value) &&
          (last.value === 'family' || last.value === 'education' || (last.value === 'planned' && hit.value !== 'current'))))
    out.push(governs ? { ...hit, value: last.value, side: 'before' } : hit)
  }
  return out
}
