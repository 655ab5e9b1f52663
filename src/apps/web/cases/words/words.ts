import type { Lang } from '../../language.ts'
import { APP_EN } from './en.ts'
import { APP_ES } from './es.ts'

/** A dictionary with the same keys, whatever its strings. */
type Wording<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Wording<T[K]> }

export type AppWords = Wording<typeof APP_EN>
export const APP_WORDS: Readonly<Record<Lang, AppWords>> = { en: APP_EN, es: APP_ES }
/** For the words of a group of pages, kept beside them. */
export type InBoth<T> = Readonly<Record<Lang, Wording<T>>>
