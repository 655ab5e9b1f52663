import type { Resolvers } from '../resolvers.ts'
import type { LetterText } from '../text/letter-text.ts'
import { type Sentence, sentencesOf } from '../text/sentences.ts'

/** What every extractor is given: one letter, its sentences, and the registries. */
export interface ReadingContext {
  readonly letter: LetterText
  readonly sentences: readonly Sentence[]
  readonly resolvers: Resolvers
}

export const contextOf = (letter: LetterText, resolvers: Resolvers): ReadingContext => ({
  letter,
  sentences: sentencesOf(letter),
  resolvers,
})
