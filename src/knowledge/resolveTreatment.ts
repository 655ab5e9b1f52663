import type { Knowledge } from './assemble.ts'
import { foldName, isTypoOf } from './resolveName.ts'
import type { TreatmentRecord } from './treatment.ts'

interface Hit {
  readonly id: string
  /** Folded words that matched; the longest wins over those inside it. */
  readonly words: string
}

const ageFits = (t: TreatmentRecord, age: number | null): boolean =>
  !t.ages || (age !== null && age >= (t.ages.from ?? 0) && age <= (t.ages.to ?? Number.POSITIVE_INFINITY))

const namesOf = (t: TreatmentRecord): readonly string[] => [
  t.displayName,
  // Of a record for some ages only, the short name is a general one.
  ...(t.shortName && !t.ages ? [t.shortName] : []),
  ...t.aliases,
  ...t.brands,
  ...t.generic,
]

/**
 * The treatment that words name: brand, nonproprietary name, alias, short form or HCPCS code, alone or
 * inside a longer phrase ("Ocrevus 600 mg infusion"). Null where nothing or more than one thing fits.
 * `age` in whole years opens names that are shared with care for other ages.
 */
export function resolveTreatment(knowledge: Knowledge, words: string, options: { readonly age?: number } = {}): string | null {
  const text = ` ${foldName(words)} `
  const hits: Hit[] = []
  for (const t of knowledge.treatments.values()) {
    const names = [...namesOf(t), ...(t.ages && ageFits(t, options.age ?? null) ? t.generalNames : [])]
    for (const name of names) {
      const folded = foldName(name)
      if (text.includes(` ${folded} `)) hits.push({ id: t.id, words: folded })
    }
    for (const short of t.abbreviations) if (hasExactly(words, short)) hits.push({ id: t.id, words: foldName(short) })
    for (const { code } of t.hcpcs) if (hasExactly(words, code)) hits.push({ id: t.id, words: code.toLowerCase() })
  }
  return only(outermost(hits)) ?? (hits.length ? null : only(misspelled(knowledge, text)))
}

const hasExactly = (words: string, short: string): boolean =>
  new RegExp(`(?<![A-Za-z0-9])${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9])`).test(words)

/** Without hits whose words lie inside those of another treatment: "ocrelizumab" in "ocrelizumab and hyaluronidase". */
const outermost = (hits: readonly Hit[]): readonly Hit[] =>
  hits.filter((h) => !hits.some((o) => o.id !== h.id && o.words !== h.words && ` ${o.words} `.includes(` ${h.words} `)))

function misspelled(knowledge: Knowledge, text: string): readonly Hit[] {
  const tokens = text.trim().split(' ')
  const hits: Hit[] = []
  for (const t of knowledge.treatments.values())
    for (const name of [...t.brands, ...t.generic].map(foldName))
      if (!name.includes(' ') && tokens.some((token) => token.length >= 8 && isTypoOf(token, name)))
        hits.push({ id: t.id, words: name })
  return hits
}

function only(hits: readonly Hit[]): string | null {
  const ids = [...new Set(hits.map((h) => h.id))]
  return ids.length === 1 ? (ids[0] ?? null) : null
}
