import { longDate } from '../base/date.ts'
import { type Outcome, ok } from '../base/outcome.ts'
import { type Problem, problem } from '../base/problem.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { DenialReading, LetterReading } from '../reading/denial.ts'
import type { SourceDocument } from '../reading/document.ts'
import { COVERAGE_CUES } from '../reading/lexicon/coverage-cues.ts'
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
  const document = decoded.value
  const letters = readLetters(document, readingResolvers(ports.knowledge))
  return ok({ document, letters }, [...decoded.warnings, ...letterProblems(ports.knowledge, document, letters)])
}

/** Why a file gives no denial to appeal, or more than one. Dates and pages are named, never what the letter says. */
export function letterProblems(knowledge: Knowledge, document: SourceDocument, letters: readonly LetterReading[]): Problem[] {
  const { name } = document
  const foreign = letters.find((l) => l.language !== 'en')
  const denials = letters.flatMap((letter) => letter.denials.map((denial) => ({ letter, denial })))
  const problems = foreign ? [notEnglish(name, foreign)] : []
  if (denials.length > 1)
    problems.push(
      problem(
        'several-denials',
        name,
        `The file holds ${denials.length} denials, and each is its own appeal: ${denials
          .map(({ letter, denial }, i) => `${i + 1} ${placeOf(letter, denial)}`)
          .join(', ')}.`,
        'Choose one with --denial N; "appealwright read" shows what each says.',
      ),
    )
  if (denials.length === 0 && !foreign)
    problems.push(
      withoutAppealRight(knowledge, document) ??
        (letters[0]?.kind === 'approval'
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
            )),
    )
  return problems
}

const notEnglish = (name: string, { language }: LetterReading): Problem =>
  problem(
    'language-unsupported',
    name,
    `Only English letters are read so far, and this one ${language === 'es' ? 'looks like Spanish' : 'is in another language'}.`,
    'Ask the plan for the notice in English, or state the facts in a case file and give it with --case.',
  )

function placeOf(letter: LetterReading, denial: DenialReading): string {
  const service = denial.serviceDates[0]
  const page = denial.service?.span.page ?? letter.pages.from
  const date = service
    ? `, service of ${longDate(service.value)}`
    : denial.noticeDate
      ? `, notice of ${longDate(denial.noticeDate.value)}`
      : ''
  return `(page ${page}${date})`
}

/** A refusal by something that is not insurance: what the law leaves, in the words of the coverage record. */
function withoutAppealRight(knowledge: Knowledge, document: SourceDocument): Problem | null {
  const text = document.pages.map((p) => p.text).join('\n')
  for (const { coverage, settles, cue } of COVERAGE_CUES) {
    const record = knowledge.coverage.get(coverage)
    if (!settles || record?.family !== 'no_federal_appeal' || !cue.test(text)) continue
    return problem(
      'no-appeal-right',
      document.name,
      `This comes from a ${record.name.en.charAt(0).toLowerCase()}${record.name.en.slice(1)}: federal law gives no right to appeal it and no external review.`,
      `Use the review that its own guidelines offer, within the time its letter states; complaints go to: ${record.regulator.en}`,
    )
  }
  return null
}
