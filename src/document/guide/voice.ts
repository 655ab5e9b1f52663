import { claim } from '../../argument/claim.ts'
import type { Support } from '../../base/support.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Bilingual } from '../../knowledge/datum.ts'
import { spanishOf } from '../../knowledge/spanish.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { GuideClaim, GuideLang } from './guide.ts'
import { wordsOfLaw } from './support.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import type { Words } from './words/words.ts'

/** One language, as a sentence is put into words: our own words, and those of the records. */
export interface Voice {
  readonly lang: GuideLang
  readonly words: Words
  /** A sentence or phrase of a record. */
  of(english: string): string
  two(text: Bilingual): string
  /** What a provision says; the title, where the reference is to a whole source. */
  law(ref: string): string
  /** What a reckoning says of itself. */
  reckoned(english: string): string
}

export const WORDS: Readonly<Record<GuideLang, Words>> = { en, es }

/** Its own voice for each sentence, so that a word that is missing is missed by that sentence alone. */
function spanishVoice(knowledge: Knowledge): Voice & { missed: boolean } {
  const known = spanishOf(knowledge)
  const found = (text: string | null | undefined, english: string): string => {
    if (text === null || text === undefined) voice.missed = true
    return text ?? english
  }
  const voice: Voice & { missed: boolean } = {
    lang: 'es',
    words: es,
    missed: false,
    of: (english) => found(known.get(english), english),
    two: (text) => text.es,
    law: (ref) => {
      const said = wordsOfLaw(knowledge, ref)
      return found(said.es ?? known.get(said.en), said.en)
    },
    reckoned: (english) => found(es.reckoned(english) ?? ruleEs(knowledge, english), english),
  }
  return voice
}

/** A reckoning quotes its rule in English: its Spanish is that of the provision with those words. */
const ruleEs = (knowledge: Knowledge, english: string): string | undefined => spanishOf(knowledge).get(english)

const englishVoice = (knowledge: Knowledge): Voice => ({
  lang: 'en',
  words: en,
  of: (english) => english,
  two: (text) => text.en,
  law: (ref) => wordsOfLaw(knowledge, ref).en,
  reckoned: (english) => english,
})

interface Told {
  readonly knowledge: Knowledge
  readonly lang: GuideLang
}

/** A sentence in the guide's language; in English, and marked so, where a record has no words for it yet. */
export function tell(to: Told, make: (voice: Voice) => string, support: readonly Support[]): GuideClaim {
  const { text, lang } = phrase(to, make)
  const made = claim(typographic(text), support)
  return lang ? { ...made, lang } : made
}

/** As `tell`, for words that are no sentence: headings, columns. */
export function phrase(to: Told, make: (voice: Voice) => string): { readonly text: string; readonly lang?: 'en' } {
  if (to.lang === 'en') return { text: make(englishVoice(to.knowledge)) }
  const voice = spanishVoice(to.knowledge)
  const text = make(voice)
  return voice.missed ? { text: make(englishVoice(to.knowledge)), lang: 'en' } : { text }
}

/** Words that need no record: ours, and bilingual ones. */
export const wordsOf = (to: Told): Words => WORDS[to.lang]

/** As named inside a sentence: the short name where it is the same in Spanish, as drugs' names are, else the Spanish one. */
export function treatmentName(to: Told, t: TreatmentRecord): string {
  if (to.lang === 'en') return t.shortName ?? t.displayName
  const known = t.shortName && spanishOf(to.knowledge).get(t.shortName)
  if (known) return known
  if (!t.displayNameEs) return t.shortName ?? t.displayName
  if (t.shortName && t.displayNameEs.toLowerCase().startsWith(t.shortName.toLowerCase())) return t.shortName
  return lower(t.displayNameEs.replace(/ \([^)]*\)$/, ''))
}

/** As `treatmentName`; in Spanish with its article, where the name takes one. */
export function treatmentInSentence(to: Told, t: TreatmentRecord): string {
  const name = treatmentName(to, t)
  return to.lang === 'en' || t.articleEs === 'none' ? name : `${t.articleEs} ${name}`
}

/** As named in a title. */
export const fullName = (to: Told, t: TreatmentRecord): string =>
  to.lang === 'en' ? t.displayName : (t.displayNameEs ?? t.displayName)

/** Straight quotation marks of the records become typographic ones. */
const typographic = (text: string): string =>
  /["']/.test(text)
    ? text
        .replace(/(^|[\s(“])"/g, '$1“')
        .replace(/"/g, '”')
        .replace(/(^|[\s(])'/g, '$1‘')
        .replace(/'/g, '’')
    : text

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** First letter small, unless the word is a name or an abbreviation. */
export const lower = (text: string): string =>
  /^([A-ZÁÉÍÓÚÑ][a-záéíóúñ]|A [a-z])/.test(text) && !PROPER.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** Names that keep their capital inside a sentence: programs, and what is called after a person ("Crohn’s disease"). */
const PROPER = /^((State|Federal|Medicare|Cochrane|Medicaid|Tricare)\b|[A-Z][a-z]+['’]s disease)/

export const unstopped = (text: string): string => text.replace(/\.$/, '')
