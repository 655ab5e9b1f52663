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
      return [...found, ...(kind === 'sources' ? halfTranslated(id, record) : [])]
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

function halfTranslated(id: string, record: unknown): Finding[] {
  const provisions = Object.entries((record as { provisions: Record<string, { saysEs?: string }> }).provisions)
  const missing = provisions.filter(([, p]) => p.saysEs === undefined)
  if (missing.length === provisions.length) return []
  return missing.map(([name]) => ({
    kind: 'sources',
    id,
    at: `provisions.${name}`,
    say: 'Other provisions of the record have Spanish, this one has none.',
  }))
}
