import type { InBoth } from '../../words/words.ts'
import { TRACK_EN } from './en.ts'
import { TRACK_ES } from './es.ts'

export const TRACK_WORDS: InBoth<typeof TRACK_EN> = { en: TRACK_EN, es: TRACK_ES }
