import type { CoverageRecord } from '../../knowledge/coverage.ts'
import type { GuideLang } from './guide.ts'
import { lower, WORDS } from './voice.ts'

/** A group of coverage types by the shortest true name, given all the types that are shown. */
export function groupName(lang: GuideLang, of: readonly CoverageRecord[], shown: readonly CoverageRecord[]): string {
  const words = WORDS[lang]
  if (of.length > 1 && of.length === shown.length) return words.everyTypeShown
  const families = [...new Set(of.map((c) => c.family))]
  return families
    .map((family) => {
      const mine = of.filter((c) => c.family === family)
      const missing = shown.filter((c) => c.family === family && !of.includes(c))
      if (mine.length < 3 || missing.length > 1) return mine.map((c) => c.name[lang]).join('; ')
      return missing[0] ? words.butNot(words.families[family], lower(missing[0].name[lang])) : words.families[family]
    })
    .join('; ')
}
