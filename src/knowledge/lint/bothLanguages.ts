import { allRecords, type Finding, type Rule } from './rule.ts'
import { walk } from './walk.ts'

const ENGLISH = /\b(the|and|with|your|this|that|of)\b/i

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

/** A name can be the same in both languages; a sentence cannot. */
const notTranslated = ({ en, es }: { en: string; es: string }): boolean =>
  (en === es && en.split(' ').length > 3) || (ENGLISH.test(es) && ENGLISH.test(en))
