import type { LetterReading } from './denial.ts'
import { denialsOf } from './denied-lines.ts'
import type { SourceDocument } from './document.ts'
import { contextOf } from './findings/context.ts'
import { kindOf } from './kind.ts'
import { languageOf } from './language.ts'
import { readDenial } from './read-denial.ts'
import { NO_RESOLVERS, type Resolvers } from './resolvers.ts'
import { splitLetters } from './split-letters.ts'

/** Every letter of a file with its denials. Approvals and other papers have none. */
export function readLetters(doc: SourceDocument, resolvers: Resolvers = NO_RESOLVERS): LetterReading[] {
  return splitLetters(doc).map((letter) => {
    const ctx = contextOf(letter, resolvers)
    const kind = kindOf(ctx)
    const numbers = letter.stretches.map((s) => s.page.number)
    const denied = kind === 'denial' || kind === 'explanation_of_benefits'
    return {
      language: languageOf(letter.text),
      kind,
      pages: { from: Math.min(...numbers), to: Math.max(...numbers) },
      denials: denied ? denialsOf(ctx, readDenial(ctx), kind) : [],
    }
  })
}
