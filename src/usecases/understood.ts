import { parsePolicy } from '../criteria/policy/parse.ts'
import type { Entry } from '../facts/fact.ts'
import { proposeFhir } from '../facts/fhir/propose.ts'
import { type Passage, passagesOf, type TopicPhrases } from '../facts/record/passages.ts'
import { proposeFacts } from '../facts/record/propose.ts'
import { compileVocabulary, type Vocabulary } from '../facts/vocabulary.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { SourceDocument } from '../reading/document.ts'
import { readLetters } from '../reading/read-letters.ts'
import { onceFor, onceForBoth } from './onceFor.ts'
import { readingResolvers } from './resolvers.ts'

/** What a document says by itself, whatever else is in the case: worked out once for as long as the document is held. */
export const vocabularyOf = onceFor((knowledge: Knowledge): Vocabulary => compileVocabulary(knowledge.facts.values()))

export const proposedBy = onceForBoth((document: SourceDocument, vocabulary: Vocabulary) =>
  document.media === 'fhir' ? proposeFhir(document, vocabulary) : proposeFacts(document, vocabulary),
)

export const lettersIn = onceForBoth((document: SourceDocument, knowledge: Knowledge) =>
  readLetters(document, readingResolvers(knowledge)),
)

export const policyIn = onceFor((document: SourceDocument) => parsePolicy(document))

const passagesByTopics = onceForBoth(
  (_document: SourceDocument, _vocabulary: Vocabulary) => new Map<string, readonly Entry<Passage>[]>(),
)
/** Few answers change what is looked for in a record. */
const TOPICS_MOST = 8

export function passagesIn(
  document: SourceDocument,
  vocabulary: Vocabulary,
  topics: ReadonlyMap<string, TopicPhrases>,
): readonly Entry<Passage>[] {
  const made = passagesByTopics(document, vocabulary)
  const key = JSON.stringify([...topics])
  const known = made.get(key) ?? passagesOf(document, vocabulary, topics)
  if (made.size >= TOPICS_MOST) made.clear()
  made.set(key, known)
  return known
}
