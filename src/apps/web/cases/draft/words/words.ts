import type { InBoth } from '../../words/words.ts'
import { DRAFT_EN } from './en.ts'
import { DRAFT_ES } from './es.ts'

type Both = InBoth<typeof DRAFT_EN>
export type DraftWords = Both['en']
export const DRAFT_WORDS: Both = { en: DRAFT_EN, es: DRAFT_ES }
