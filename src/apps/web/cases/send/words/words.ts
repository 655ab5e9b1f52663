import type { InBoth } from '../../words/words.ts'
import { SEND_EN } from './en.ts'
import { SEND_ES } from './es.ts'

export const SEND_WORDS: InBoth<typeof SEND_EN> = { en: SEND_EN, es: SEND_ES }
