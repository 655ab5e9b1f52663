import type { SourceDocument } from '../../reading/document.ts'
import type { Entry } from '../fact.ts'
import { addPhrase, type PhraseHit, type PhraseTree, phrasesIn, phraseTree } from '../phrases.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { senseHits } from './cues.ts'
import { entryAt } from './reading.ts'
import { clauseAround, isQuestion, wholeSentences } from './sentences.ts'
import { type Unit, unitsOf } from './units.ts'

/** A record's sentence that speaks to a topic, in the record's own words. */
export interface Passage {
  readonly topic: string
  readonly text: string
  /** How many of the topic's phrases it holds. */
  readonly hits: number
}

export interface TopicPhrases {
  /** Any of these makes a sentence speak to the topic … */
  readonly phrases: readonly string[]
  /** … and any of these keeps it out. */
  readonly not: readonly string[]
}

/** A longer sentence is a list or a table run together: nobody quotes it, nor a line all in capitals, which is a title, nor half a sentence. */
const LONGEST = 280

/** The head of a page names the patient; it proves nothing. */
const IDENTITY = /\b(?:DOB|date of birth|member id|MRN|medical record number)\b/i

/** What a relative has, what was taught and what a form asks say nothing about the patient. */
const SILENT: readonly string[] = ['family', 'education', 'review']

/**
 * Sentences of a record that hold a phrase of one of the topics. A sentence in which the phrase is denied, doubted or
 * about a relative is left out, unless the phrase itself holds the denial ("not work related").
 */
export function passagesOf(
  doc: SourceDocument,
  vocabulary: Vocabulary,
  topics: ReadonlyMap<string, TopicPhrases>,
): Entry<Passage>[] {
  const tree: PhraseTree<string> = phraseTree()
  const against: PhraseTree<string> = phraseTree()
  for (const [topic, { phrases, not }] of topics) {
    for (const phrase of phrases) addPhrase(tree, phrase, topic)
    for (const phrase of not) addPhrase(against, phrase, topic)
  }
  const reading = { doc, vocabulary, units: unitsOf(doc, vocabulary) }
  return reading.units.flatMap((unit) => {
    if (unit.kind === 'heading' || SILENT.includes(unit.section ?? '')) return []
    return wholeSentences(unit).flatMap((range): Entry<Passage>[] => {
      const text = unit.flat.slice(range.start, range.end)
      if (
        !/^\P{Ll}.*\p{Ll}/u.test(text.trim()) ||
        text.length > LONGEST ||
        text.trim().split(/\s+/).length < 4 ||
        isQuestion(text) ||
        IDENTITY.test(text)
      )
        return []
      const barred = new Set(phrasesIn(text, against).map((hit) => hit.value))
      const said = phrasesIn(text, tree).filter((hit) => !barred.has(hit.value) && !unsaid(text, hit, vocabulary))
      return [...Map.groupBy(said, (hit) => hit.value)].map(([topic, hits]) =>
        entryAt(reading, unit as Unit, range, { topic, text: text.replace(/\s+/g, ' ').trim(), hits: hits.length }),
      )
    })
  })
}

const UNSAID: readonly string[] = ['negated', 'hedged', 'family', 'planned']

/** "Her mother | requires oxygen": the phrase is about somebody else. */
const RELATIVE =
  /\b(?:mother|father|parent|sister|brother|son|daughter|husband|wife|spouse|partner|aunt|uncle|cousin|grand(?:mother|father)|roommate)\s+(?:also\s+|now\s+)?$/i

/** Whether a word before the phrase, in its clause, takes it back. */
function unsaid(text: string, hit: PhraseHit<string>, vocabulary: Vocabulary): boolean {
  if (RELATIVE.test(text.slice(0, hit.start))) return true
  const clause = clauseAround(text, { start: 0, end: text.length }, hit.start, hit.end)
  return senseHits(text, vocabulary).some(
    (s) =>
      UNSAID.includes(s.value) && s.side === 'before' && s.start >= clause.start && s.end <= hit.start && hit.start - s.end < 40,
  )
}
