import { type Outcome, ok } from '../base/outcome.ts'
import { type Problem, problem } from '../base/problem.ts'
import type { LetterReading } from '../reading/denial.ts'
import type { SourceDocument } from '../reading/document.ts'
import { readLetters } from '../reading/read-letters.ts'
import type { NamedBytes, Ports } from './ports.ts'
import { readingResolvers } from './resolvers.ts'

export interface ReadFile {
  readonly document: SourceDocument
  readonly letters: readonly LetterReading[]
}

/** Reads one file as mail from a plan. What it is not is said as a warning; the reading is kept. */
export async function readDenialFile(ports: Ports, file: NamedBytes, id = 'denial'): Promise<Outcome<ReadFile>> {
  const decoded = await ports.readDocument(id, file)
  if (!decoded.ok) return decoded
  const letters = readLetters(decoded.value, readingResolvers(ports.knowledge))
  return ok({ document: decoded.value, letters }, [...decoded.warnings, ...letterProblems(file.name, letters)])
}

/** Why a file gives no denial to appeal, or more than one. */
export function letterProblems(name: string, letters: readonly LetterReading[]): Problem[] {
  const denials = letters.reduce((n, l) => n + l.denials.length, 0)
  const foreign = letters.find((l) => l.language !== 'en')
  if (denials === 0 && foreign)
    return [
      foreign.language === 'es'
        ? problem(
            'language-unsupported',
            name,
            'The letter is in Spanish, and only English letters are read so far.',
            'Ask the plan for the notice in English; it must give one on request. Or state the facts in a case file.',
          )
        : problem(
            'language-unsupported',
            name,
            'The letter is not in English.',
            'Ask the plan for the notice in English, or state the facts in a case file.',
          ),
    ]
  if (denials === 0)
    return [
      letters[0]?.kind === 'approval'
        ? problem(
            'not-a-denial',
            name,
            'This letter approves the request; it denies nothing.',
            'If another letter denies part of it, give that one.',
          )
        : problem(
            'not-a-denial',
            name,
            'No denial was found in this file.',
            'Give the letter in which the plan says no, or the explanation of benefits that shows the denied claim.',
          ),
    ]
  if (letters.length > 1 || denials > 1)
    return [
      problem(
        'several-denials',
        name,
        `The file holds ${denials} denials; each is its own appeal.`,
        'Choose one with --denial N, counted in the order of "appealwright read".',
      ),
    ]
  return []
}
