import type { Brief, WantedDocument } from '../../argument/brief.ts'
import { chooseGrounds } from '../../argument/grounds.ts'
import { claimsOf } from '../../argument/sentences.ts'
import { caseTerms } from '../../argument/terms.ts'
import type { CivilDate } from '../../base/date.ts'
import { type Outcome, ok } from '../../base/outcome.ts'
import type { Problem } from '../../base/problem.ts'
import type { Voice } from '../../casefile/event.ts'
import { applyEdits, type LetterEdit } from '../../document/edits.ts'
import type { Letter, LetterKind } from '../../document/letter.ts'
import type { CaseFile } from '../../facts/casefile/casefile.ts'
import { type KnownIds, parseCaseFile } from '../../facts/casefile/parse.ts'
import type { Answers } from '../../interview/classify.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { SourceDocument } from '../../reading/document.ts'
import { doubtsOf } from '../../reading/doubt.ts'
import { noDenial } from '../../reading/noDenial.ts'
import { classifiedCoverage, makeBrief } from '../brief.ts'
import type { CaseDocument } from '../exhibits.ts'
import { sortLetters } from '../lettersNow.ts'
import { objectionsOf } from '../objections.ts'
import { letterProblems } from '../read.ts'
import { tasksOf } from '../tasks.ts'
import { lettersIn } from '../understood.ts'
import { writeLetters } from '../writeLetters.ts'
import { ANALYSIS_FORMAT, type Analysis, type ShownDocument } from './analysis.ts'
import { shownFindings } from './findings.ts'
import { shownProposals } from './proposals.ts'

/** A letter's edits by the kind of letter. */
export interface KeptEdit extends LetterEdit {
  readonly letter: LetterKind
}

/** A case as the engine takes it: documents already read, and everything the person said. */
export interface AnalyseRequest {
  readonly seq: number
  readonly today: CivilDate
  readonly denial: SourceDocument | null
  /** From 1. */
  readonly which: number
  readonly policy: SourceDocument | null
  readonly records: readonly SourceDocument[]
  /** Case file (docs/casefile.md). */
  readonly answers: string
  readonly coverageAnswers: Answers
  readonly level: string | null
  readonly voice: Voice
  readonly edits: readonly KeptEdit[]
  readonly wanted: readonly WantedDocument[]
}

/** What was made of a case, with what only the packet needs. */
export interface Analysed {
  readonly analysis: Analysis
  readonly brief: Brief
  readonly documents: readonly CaseDocument[]
}

export const knownIds = (knowledge: Knowledge): KnownIds => ({
  coverage: new Set(knowledge.coverage.keys()),
  grounds: new Set(knowledge.grounds.keys()),
  letters: new Set(knowledge.letters.keys()),
  treatments: new Set(knowledge.treatments.keys()),
})

/** Reads the letter, gathers the facts, finds the rights, matches the criteria and writes every letter, as far as each can go. */
export function analyseCase(knowledge: Knowledge, request: AnalyseRequest): Outcome<Analysed> {
  const { denial: letter, policy, records, today } = request
  const readings = letter ? lettersIn(letter, knowledge) : []
  const denials = readings.flatMap((l) => l.denials)
  const warnings: Problem[] = letter
    ? letterProblems(knowledge, letter, readings).filter((w) => w.code !== 'several-denials')
    : []
  const denial = denials[request.which - 1] ?? noDenial(letter?.id ?? 'denial')
  const file = parseCaseFile(request.answers, 'answers', knownIds(knowledge))
  if (!file.ok) return file
  const documents: CaseDocument[] = [
    ...(letter ? [{ role: 'denial' as const, document: letter }] : []),
    ...(policy ? [{ role: 'policy' as const, document: policy }] : []),
    ...records.map((document) => ({ role: 'record' as const, document })),
  ]
  const ask = { knowledge, denial, answers: request.coverageAnswers }
  const made = makeBrief({
    ...ask,
    documents,
    caseFile: signedBy(file.value, request.voice),
    coverage: null,
    levelReached: request.level,
    today,
  })
  if (!made.ok) return made
  warnings.push(...made.warnings)
  const brief: Brief = { ...made.value, wanted: request.wanted }
  const found = lettersOf(brief, documents, request)
  const shown = denials.length ? shownFindings(denial, letter ? doubtsOf(denial, letter) : []) : []
  const stated = file.value.plan.coverage?.value ?? null
  const coverage = classifiedCoverage(ask)
  const { reading: _, ...denialFacts } = brief.facts.denial
  return ok({
    brief,
    documents,
    analysis: {
      format: ANALYSIS_FORMAT,
      seq: request.seq,
      today,
      knowledge: knowledge.version,
      documents: documents.map((d) => shownDocument(d, brief)),
      readings: readings.map(({ language, kind, pages }) => ({ language, kind, pages })),
      denials: denials.length,
      findings: shown,
      coverage: {
        settled: stated ?? coverage.settled,
        because: stated ? [] : coverage.because,
        assumes: stated || coverage.settled === null ? null : coverage.assumes,
        candidates: stated ? [stated] : coverage.candidates,
        ask: stated ? null : (coverage.ask?.id ?? null),
      },
      facts: { ...brief.facts, denial: denialFacts },
      proposals: shownProposals(knowledge, records, file.value),
      reason: brief.facts.denial.reasons.length ? brief.reason.id : null,
      treatment: brief.treatment?.id ?? null,
      ladder: brief.ladder,
      criteria: brief.criteria,
      grounds: groundsOf(brief, request.voice),
      ...found,
      now: sortLetters(found.letters, brief, 'now').now.map((l) => l.kind),
      objections: objectionsOf(brief, found.letters.find((l) => l.kind === 'appeal') ?? null, warnings),
      tasks: tasksOf(brief, found.letters, warnings),
      urgent: brief.urgent,
      warnings,
    },
  })
}

/** Who speaks as an advocate signs as a representative, whether or not their name is known yet. */
const signedBy = (file: CaseFile, voice: Voice): CaseFile =>
  voice === 'advocate' && !file.signer
    ? {
        ...file,
        signer: {
          value: { role: 'representative', name: null },
          origin: { kind: 'person', who: 'case file', path: 'signer', words: 'representative' },
        },
      }
    : file

function lettersOf(
  brief: Brief,
  documents: readonly CaseDocument[],
  request: AnalyseRequest,
): Pick<Analysis, 'letters' | 'own' | 'orphans'> {
  const written = writeLetters(
    brief,
    documents.map((d) => d.document),
    request.voice === 'prescriber' ? 'prescriber' : 'signer',
  )
  const own: Partial<Record<LetterKind, readonly LetterEdit[]>> = {}
  const orphans: Partial<Record<LetterKind, readonly LetterEdit[]>> = {}
  const letters = written.map((letter): Letter => {
    const edits = request.edits.filter((e) => e.letter === letter.kind)
    if (!edits.length) return letter
    const edited = applyEdits(letter, edits)
    own[letter.kind] = [...edited.own.values()]
    orphans[letter.kind] = edited.orphans
    return edited.letter
  })
  return { letters, own, orphans }
}

/** Every ground this case could argue, and whether it does. */
function groundsOf(brief: Brief, voice: Voice): Analysis['grounds'] {
  const terms = caseTerms(brief, voice === 'prescriber' ? 'prescriber' : 'signer')
  const free = { ...brief, chosen: { ...brief.chosen, grounds: [] } }
  const chosen = new Set(chooseGrounds(brief, terms).map((g) => g.id))
  return chooseGrounds(free, terms).map((g) => ({
    id: g.id,
    heading: claimsOf(g.heading, terms)[0]?.sentence ?? g.id,
    chosen: chosen.has(g.id),
  }))
}

const shownDocument = ({ role, document: d }: CaseDocument, brief: Brief): ShownDocument => ({
  doc: d.id,
  role,
  name: d.name,
  media: d.media,
  exhibit: brief.exhibits.find((e) => e.doc === d.id)?.id ?? null,
  // Only these can be drawn: pages of words alone have no picture, and are shown as words.
  pages: d.pages.map(({ number, width, height }) =>
    d.media === 'pdf' || d.media === 'image' ? { number, width, height } : { number, width: 0, height: 0 },
  ),
})
