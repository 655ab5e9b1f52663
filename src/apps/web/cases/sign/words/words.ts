import type { InBoth } from '../../words/words.ts'
import { SIGN_EN } from './en.ts'
import { SIGN_ES } from './es.ts'

export const SIGN_WORDS: InBoth<typeof SIGN_EN> = { en: SIGN_EN, es: SIGN_ES }
export type SignWords = (typeof SIGN_WORDS)['en']
