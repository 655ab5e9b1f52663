import type { Knowledge } from '../../../knowledge/assemble.ts'
import type { Lang } from '../language.ts'

/** A value made once for each language of a body of knowledge: what every page of a language shares. */
export function oncePerLang<T>(make: (knowledge: Knowledge, lang: Lang) => T): (knowledge: Knowledge, lang: Lang) => T {
  const kept = new WeakMap<Knowledge, Map<Lang, T>>()
  return (knowledge, lang) => {
    const byLang = kept.get(knowledge) ?? new Map<Lang, T>()
    kept.set(knowledge, byLang)
    const known = byLang.get(lang)
    if (known !== undefined) return known
    const made = make(knowledge, lang)
    byLang.set(lang, made)
    return made
  }
}
