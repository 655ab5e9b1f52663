import type { InBoth } from '../../words/words.ts'
import { EVIDENCE_EN } from './en.ts'
import { EVIDENCE_ES } from './es.ts'

type Both = InBoth<typeof EVIDENCE_EN>
export type EvidenceWords = Both['en']
export const EVIDENCE_WORDS: Both = { en: EVIDENCE_EN, es: EVIDENCE_ES }
