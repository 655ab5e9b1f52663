import type { CueOutcome, CueSense } from '../../knowledge/vocabulary.ts'
import { type PhraseTree, phrasesIn } from '../phrases.ts'
import type { Cue, Vocabulary } from '../vocabulary.ts'

export interface CueHit<K> extends Cue<K> {
  readonly start: number
  readonly end: number
}

/** Sense cues of a text; of overlapping ones the longest, and a denial swallows the verb right behind it. */
export const senseHits = (flat: string, vocabulary: Vocabulary): CueHit<CueSense>[] =>
  chain(longest(hitsOf(flat, vocabulary.senses)), flat)

export const outcomeHits = (flat: string, vocabulary: Vocabulary): CueHit<CueOutcome>[] =>
  longest(hitsOf(flat, vocabulary.outcomes))

const hitsOf = <K>(flat: string, tree: PhraseTree<Cue<K>>): CueHit<K>[] =>
  phrasesIn(flat, tree).map(({ value, start, end }) => ({ ...value, start, end }))

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
