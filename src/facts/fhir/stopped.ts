import type { TrialOutcome } from '../casefacts.ts'
import { phrasesIn } from '../phrases.ts'
import type { Vocabulary } from '../vocabulary.ts'

const INTOLERANCE = /\b(?:intoleran\w+|adverse (?:reaction|event|effect)|side effects?|allerg\w+|toxicity)\b/i
const FAILED =
  /\b(?:ineffective|inefficacy|lack of (?:effect|efficacy|response)|not effective|inadequate (?:response|control)|treatment failure|failed)\b/i

/** What a recorded reason for stopping says of the outcome; null where it says nothing of it. */
export function outcomeOf(why: string | null, vocabulary: Vocabulary): TrialOutcome | null {
  if (!why) return null
  if (INTOLERANCE.test(why)) return 'intolerance'
  if (FAILED.test(why)) return 'inadequate_response'
  const told = new Set(phrasesIn(why, vocabulary.outcomes).map((h) => h.value.value))
  return told.size === 1 ? ([...told][0] ?? null) : null
}
