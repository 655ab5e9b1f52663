import type { Brief } from '../argument/brief.ts'
import { DENIAL_ANSWERED, denialWords } from '../argument/denialWords.ts'
import { argumentsOf } from '../argument/grounds.ts'
import { relevantTrials } from '../argument/relevance.ts'
import { matchingIndications } from '../argument/terms/medicine.ts'
import type { CivilDate } from '../base/date.ts'
import { fail, type Outcome, ok } from '../base/outcome.ts'
import { type Problem, problem } from '../base/problem.ts'
import type { DocumentSupport } from '../base/support.ts'
import { chooseSection } from '../criteria/choose.ts'
import { lexiconOf } from '../criteria/match/lexicon.ts'
import { matchCriteria } from '../criteria/match/matchCriteria.ts'
import type { CriteriaResult } from '../criteria/requirement.ts'
import { typicalCriteria } from '../criteria/typical.ts'
import type { CaseFacts, Signer } from '../facts/casefacts.ts'
import type { CaseFile } from '../facts/casefile/casefile.ts'
import { type Entry, factValue } from '../facts/fact.ts'
import { gatherFacts } from '../facts/gather/gather.ts'
import { ageAt } from '../facts/partialDate.ts'
import type { Passage, TopicPhrases } from '../facts/record/passages.ts'
import type { ProposedFacts } from '../facts/record/proposed.ts'
import type { Vocabulary } from '../facts/vocabulary.ts'
import { type Answers, type Classified, classify } from '../interview/classify.ts'
import type { ArgumentRecord } from '../knowledge/argument.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { ReasonRecord } from '../knowledge/reason.ts'
import { resolveTreatment } from '../knowledge/resolveTreatment.ts'
import type { TreatmentRecord } from '../knowledge/treatment.ts'
import type { DenialReading } from '../reading/denial.ts'
import { spanOf } from '../reading/document.ts'
import { type Ladder, ladder } from '../rights/ladder.ts'
import { assignExhibits, type CaseDocument } from './exhibits.ts'
import { readingResolvers } from './resolvers.ts'
import { passagesIn, policyIn, proposedBy, vocabularyOf } from './understood.ts'

export interface BriefRequest {
  readonly knowledge: Knowledge
  readonly denial: DenialReading
  readonly documents: readonly CaseDocument[]
  readonly caseFile: CaseFile | null
  readonly coverage: string | null
  /** What the person answered about their coverage; outweighs the letter's words. */
  readonly answers?: Answers
  /** A level's id, where the person is further than the letter says. */
  readonly levelReached?: string | null
  readonly today: CivilDate
}

/** Everything an argument is made from: facts gathered, rights found, criteria matched, exhibits lettered. */
export function makeBrief(request: BriefRequest): Outcome<Brief> {
  const { knowledge, documents, today } = request
  const vocabulary = vocabularyOf(knowledge)
  const proposals = documents.filter((d) => d.role === 'record').map((d) => proposedBy(d.document, vocabulary))
  const gathered = gather(request, proposals, vocabulary)
  if (!gathered.ok) return gathered
  const facts = gathered.value
  const warnings: Problem[] = [...gathered.warnings]

  const rights = rightsOf(request, facts)
  warnings.push(...(rights.ok ? rights.warnings : rights.problems))
  const treatmentId = factValue(facts.treatment.treatmentId)
  const treatment = treatmentId ? (knowledge.treatments.get(treatmentId) ?? null) : null
  const criteria = criteriaOf(documents, facts, treatment, vocabulary, today)
  warnings.push(...criteria.warnings)
  const reason = reasonOf(knowledge, facts)
  if (!reason)
    warnings.push(
      problem(
        'record-unknown',
        'denial reason',
        'The reason of this denial is not among those that can be argued yet.',
        'The letter asks for the file and the criteria; a person must add the argument.',
      ),
    )

  return ok(
    {
      knowledge,
      facts: { ...facts, priorTreatments: relevantTrials(facts, criteria.result?.section.requirement ?? null, treatment) },
      reason: reason ?? firstReason(knowledge),
      treatment,
      criteria: toThePoint(criteria.result, argumentsOf({ knowledge, reason: reason ?? firstReason(knowledge), facts })),
      ladder: rights.ok ? rights.value : null,
      exhibits: assignExhibits(documents, facts, documentDates(proposals)),
      passages: passages(documents, vocabulary, knowledge, facts, reason ?? firstReason(knowledge)),
      exhibitSupport: (doc) => firstWords(documents, doc),
      signer: signerOf(facts, today),
      urgent: factValue(facts.urgency)?.urgent ?? false,
      chosen: {
        grounds: (request.caseFile?.grounds ?? []).map((g) => g.value),
        letters: (request.caseFile?.letters ?? []).map((l) => l.value),
      },
      today,
    },
    warnings,
  )
}

/** The plan's own policy is always answered; the usual criteria only where a stated reason turns on them. */
const toThePoint = (result: CriteriaResult | null, frames: readonly ArgumentRecord[]): CriteriaResult | null =>
  result && !result.held && frames.length > 0 && frames.every((f) => f.usualCriteria === false) ? null : result

/** A sentence that says the matter is over, or that care was refused, answers nothing. */
const OVER: readonly string[] = ['resolved', 'declined', 'refused', 'nonadherent', 'noncompliant', 'not adherent', 'no show']

/** What the records say to the grounds that answer the stated reasons; nothing is read where none of them quotes. */
function passages(
  documents: readonly CaseDocument[],
  vocabulary: Vocabulary,
  knowledge: Knowledge,
  facts: CaseFacts,
  reason: ReasonRecord,
): Entry<Passage>[] {
  const grounds = argumentsOf({ knowledge, reason, facts }).flatMap((frame) => frame.grounds)
  const topics = new Map<string, TopicPhrases>(
    grounds.flatMap((id) => {
      const ground = knowledge.grounds.get(id)
      return ground?.quotes ? [[id, { phrases: ground.quotes, not: ground.quotesNot ?? [] }] as const] : []
    }),
  )
  const lacking = grounds.includes(DENIAL_ANSWERED) ? denialWords(facts) : []
  if (lacking.length) topics.set(DENIAL_ANSWERED, { phrases: lacking, not: OVER })
  if (!topics.size) return []
  return documents.filter((d) => d.role === 'record').flatMap((d) => passagesIn(d.document, vocabulary, topics))
}

const documentDates = (proposals: readonly ProposedFacts[]) =>
  new Map(proposals.flatMap((p) => (p.documentDate ? [[p.doc, p.documentDate.value] as const] : [])))

function gather(request: BriefRequest, proposals: readonly ProposedFacts[], vocabulary: Vocabulary): Outcome<CaseFacts> {
  const { knowledge, denial, caseFile, coverage } = request
  const payer = readingResolvers(knowledge).payer
  const birth = caseFile?.patient.birthDate?.value ?? proposals.find((p) => p.patient.birthDate)?.patient.birthDate?.value
  const age = birth ? ageAt(birth, request.today) : null
  return gatherFacts({
    denial,
    proposals,
    caseFile,
    vocabulary,
    resolve: {
      treatment: (words) => resolveTreatment(knowledge, words, age === null ? {} : { age }),
      payer: (words) => payer(words)?.payerId ?? null,
      coverage: coverage ? { coverage, because: ['Named on the command line.'], assumes: null } : coverageCue(request),
    },
  })
}

/** Who signs: as stated; else the patient if known to be of age, else a parent. */
function signerOf(facts: CaseFacts, today: CivilDate): Signer {
  if (facts.signer.state !== 'unknown') return facts.signer.value
  const { birthDate } = facts.patient
  const adult = birthDate.state === 'known' && ageAt(birthDate.value, today) >= 18
  return { role: birthDate.state === 'unknown' || adult ? 'patient' : 'parent', name: null }
}

/** What the answers given and the letter's own words say of the coverage type. */
export function classifiedCoverage({
  knowledge,
  denial,
  answers = {},
}: Pick<BriefRequest, 'knowledge' | 'denial' | 'answers'>): Classified {
  const words = [denial.planType, ...denial.planCues].flatMap((f) => (f ? [{ value: f.value, quote: f.span.quote }] : []))
  return classify(knowledge, answers, words)
}

/** The coverage type, where the letter's own words or the answers settle it. */
function coverageCue(request: BriefRequest) {
  const found = classifiedCoverage(request)
  return found.settled ? { coverage: found.settled, because: found.because, assumes: found.assumes?.en ?? null } : null
}

/** The ladder; a coverage type that is not known is a problem that carries the question, and no right is then claimed. */
function rightsOf(request: BriefRequest, facts: CaseFacts): Outcome<Ladder> {
  const { knowledge } = request
  const coverage = factValue(facts.plan.coverage)
  if (!coverage) {
    const { ask } = classifiedCoverage(request)
    return fail(
      problem(
        'coverage-unknown',
        'plan.coverage',
        'The type of coverage is not known, so no deadline and no right is stated.',
        `${ask?.asks.en ?? ''} Name the type with --coverage or in the case file.`,
      ),
    )
  }
  return ladder(knowledge, coverage, {
    noticeDate: factValue(facts.denial.noticeDate),
    receivedDate: factValue(facts.denial.receivedDate),
    receiptProven: factValue(facts.denial.receiptProven) ?? false,
    timing: factValue(facts.treatment.timing),
    urgent: factValue(facts.urgency)?.urgent ?? false,
    levelReached: request.levelReached ?? factValue(facts.denial.level),
    state: factValue(facts.plan.state),
    conditions: {},
    effectiveDateOfChange: factValue(facts.denial.effectiveDateOfChange),
  })
}

interface Criteria {
  readonly result: CriteriaResult | null
  readonly warnings: readonly Problem[]
}

/** The held policy's section for this case, else what plans typically ask, labelled so. */
function criteriaOf(
  documents: readonly CaseDocument[],
  facts: CaseFacts,
  treatment: TreatmentRecord | null,
  vocabulary: Vocabulary,
  today: CivilDate,
): Criteria {
  const ground = {
    facts,
    lexicon: lexiconOf(vocabulary),
    asOf: factValue(facts.denial.noticeDate) ?? today,
    records: documents.filter((d) => d.role === 'record').map((d) => d.document),
  }
  const typical = (warnings: readonly Problem[]): Criteria => {
    if (!treatment?.typicalCriteria.length) return { result: null, warnings }
    const indication = matchingIndications(treatment, facts)[0]?.id ?? null
    const section = typicalCriteria(treatment, 'initial', indication)
    return { result: { held: false, policy: null, section, match: matchCriteria(section, ground) }, warnings }
  }
  const held = documents.find((d) => d.role === 'policy')
  if (!held) return typical([])
  const policy = policyIn(held.document)
  if (!policy.ok) return typical(policy.problems)
  const { clear, why } = chooseSection(policy.value, facts)
  if (!clear) {
    const titles = policy.value.sections.map((s) => s.title).join('; ')
    return typical([
      problem(
        'policy-unparsed',
        held.document.name,
        `Which part of the policy applies is not clear: ${why}`,
        `Its parts: ${titles}. State the diagnosis in the case file.`,
      ),
    ])
  }
  return {
    result: { held: true, policy: policy.value, section: clear, match: matchCriteria(clear, ground) },
    warnings: policy.warnings,
  }
}

/** The first reason of the letter that has an argument; letters with several lead with the one they state first. */
function reasonOf(knowledge: Knowledge, facts: CaseFacts): ReasonRecord | null {
  for (const { value } of facts.denial.reasons) {
    const ids = [
      ...(value.reasonId ? [value.reasonId] : []),
      ...[...knowledge.reasons.values()].filter((r) => r.category === value.category).map((r) => r.id),
    ]
    const id = ids.find((i) => knowledge.arguments.has(i))
    const record = id && knowledge.reasons.get(id)
    if (record) return record
  }
  return null
}

/** A denial whose reason has no argument of its own is answered on medical necessity, which every plan must judge. */
function firstReason(knowledge: Knowledge): ReasonRecord {
  const record = knowledge.reasons.get('medical_necessity')
  if (!record) throw new Error('knowledge has no reason "medical_necessity"')
  return record
}

/** What names a document as a whole: its first line of words. */
function firstWords(documents: readonly CaseDocument[], doc: string): DocumentSupport | null {
  const found = documents.find((d) => d.document.id === doc)
  const page = found?.document.pages.find((p) => p.text.trim())
  if (!found || !page) return null
  const start = page.text.search(/\S/)
  const line = page.text.indexOf('\n', start)
  const span = spanOf(found.document, page, start, line < 0 ? page.text.length : line)
  return { kind: found.role, source: doc, span, quote: span.quote }
}
