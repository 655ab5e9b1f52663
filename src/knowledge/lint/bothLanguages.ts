import { allRecords, type Finding, type Rule } from './rule.ts'
import { walk } from './walk.ts'

const ENGLISH = /\b(?:the|and|with|your|this|that|of|for|is|are)\b/gi
const SPANISH = /\b(?:el|la|los|las|de|del|que|con|por|para|su|un|una|en|y|se|es|no)\b/gi

export const bothLanguages: Rule = {
  name: 'both-languages',
  why: 'A person who chose Spanish gets Spanish. Translate the text, or leave the Spanish out of the whole record.',
  check: ({ knowledge }) =>
    allRecords(knowledge).flatMap(([kind, id, record]) => {
      const found: Finding[] = []
      walk(record, (value, at) => {
        if (isBilingual(value) && notTranslated(value)) found.push({ kind, id, at, say: 'The Spanish is English.' })
      })
      return found
    }),
}

const isBilingual = (value: unknown): value is { en: string; es: string } =>
  typeof value === 'object' &&
  value !== null &&
  'en' in value &&
  'es' in value &&
  typeof value.en === 'string' &&
  typeof value.es === 'string'

/** A name can be the same in both languages; a sentence cannot. English names may stand inside Spanish. */
const notTranslated = ({ en, es }: { en: string; es: string }): boolean =>
  (en === es && en.split(' ').length > 3 && count(ENGLISH, en) > 0) || count(ENGLISH, es) > count(SPANISH, es)

const count = (words: RegExp, text: string): number => text.match(words)?.length ?? 0
