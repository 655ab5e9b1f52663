import { parsePolicy } from '../criteria/policy/parse.ts'
import { proposeFhir } from '../facts/fhir/propose.ts'
import { proposeFacts } from '../facts/record/propose.ts'
import { compileVocabulary, type Vocabulary } from '../facts/vocabulary.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { SourceDocument } from '../reading/document.ts'
import { readLetters } from '../reading/read-letters.ts'
import { onceFor, onceForBoth } from './onceFor.ts'
import { readingResolvers } from './resolvers.ts'

/** What a document says by itself, whatever else is in the case: worked out once for as long as the document is held. */
export const vocabularyOf = onceFor((knowledge: Knowledge): Vocabulary => compileVocabulary(knowledge.facts.values()))

export const proposedBy = onceForBoth((document: SourceDocument, vocabulary: Vocabulary) => proposeFacts(document, vocabulary))

export const proposedByBundle = onceForBoth((document: SourceDocument, vocabulary: Vocabulary) => proposeFhir(document, vocabulary))

export const lettersIn = onceForBoth((document: SourceDocument, knowledge: Knowledge) =>
  readLetters(document, readingResolvers(knowledge)),
)

export const policyIn = onceFor((document: SourceDocument) => parsePolicy(document))
