import type { Lang } from '../language.ts'
import { en } from './en.ts'
import { es } from './es.ts'

/** Every word of the site that is not of a record. A key that one language lacks does not compile. */
export type Words = typeof en

export const WORDS: Readonly<Record<Lang, Words>> = { en, es }
