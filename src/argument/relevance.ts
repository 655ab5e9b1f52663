import type { Requirement } from '../criteria/requirement.ts'
import type { CaseFacts, PriorTreatment, TrialOutcome } from '../facts/casefacts.ts'
import { type Entry, factValue } from '../facts/fact.ts'
import type { TreatmentRecord } from '../knowledge/treatment.ts'

const DECISIVE: readonly TrialOutcome[] = ['inadequate_response', 'partial_response', 'intolerance', 'contraindicated']

/**
 * The trials that bear on this denial: those named, by agent or class, in the denial, in the criteria
 * or among the steps usual for the treatment, and whatever a person stated by hand. A chart lists every
 * medicine ever taken; a letter that repeats them all hides the ones that matter. Where none is
 * named, the trials that ended in a stated failure.
 */
export function relevantTrials(
  facts: CaseFacts,
  criteria: Requirement | null,
  treatment: TreatmentRecord | null,
): readonly Entry<PriorTreatment>[] {
  const text = [...denialWords(facts), ...(criteria ? wordsOf(criteria) : []), ...(treatment ? usualSteps(treatment) : [])]
    .join(' \n ')
    .toLowerCase()
  const names = (t: PriorTreatment) => [t.agent, ...t.alsoKnownAs]
  const named = (t: PriorTreatment) => names(t).some((n) => n.length > 2 && mentions(text, n.toLowerCase()))
  const requested = (e: Entry<PriorTreatment>) => isRequested(e.value, facts, treatment)
  const bearing = facts.priorTreatments.filter((e) => !requested(e) && named(e.value))
  const kept = (e: Entry<PriorTreatment>) =>
    e.origin.kind === 'person' || requested(e) || (bearing.length ? bearing.includes(e) : DECISIVE.includes(e.value.outcome))
  return withoutMentions(facts.priorTreatments.filter(kept))
}

/** Whether a trial is of the treatment asked for: an earlier course of it is not an alternative that failed. */
export function isRequested(trial: PriorTreatment, facts: CaseFacts, treatment: TreatmentRecord | null): boolean {
  const asked = [
    factValue(facts.treatment.name) ?? '',
    facts.denial.reading.service?.value ?? '',
    ...(treatment ? [treatment.shortName ?? '', ...treatment.brands] : []),
  ]
    .join(' \n ')
    .toLowerCase()
  const [first = ''] = trial.agent.toLowerCase().split(/[ ,(]/)
  return mentions(asked, trial.agent.toLowerCase()) || (first.length > 4 && mentions(asked, first))
}

const denialWords = (facts: CaseFacts) => [
  ...facts.denial.reasons.map((r) => (r.origin.kind === 'document' ? r.origin.span.quote : '')),
  facts.denial.reading.reasonPassage?.span?.quote ?? '',
]

const usualSteps = (treatment: TreatmentRecord) => [
  treatment.class,
  ...treatment.stepPrerequisites.map((s) => s.says),
  ...treatment.typicalCriteria.map((c) => c.requirement),
]

/** A passing mention of an agent, or a second name for the same course, says nothing beside a trial whose outcome is known. */
function withoutMentions(trials: readonly Entry<PriorTreatment>[]): readonly Entry<PriorTreatment>[] {
  const agent = (e: Entry<PriorTreatment>) => e.value.agent.toLowerCase().split(' ')[0] ?? ''
  const course = ({ value: { start, end } }: Entry<PriorTreatment>) => (start && end ? `${start} ${end}` : null)
  const told = trials.filter((e) => e.value.outcome !== 'not_stated')
  const again = (e: Entry<PriorTreatment>) =>
    told.some((t) => agent(t) === agent(e) || (course(e) !== null && course(t) === course(e)))
  return trials.filter((e) => e.value.outcome !== 'not_stated' || e.origin.kind === 'person' || !again(e))
}

const mentions = (text: string, name: string): boolean => {
  const at = text.indexOf(name)
  return at >= 0 && !/\w/.test(text[at - 1] ?? ' ') && !/[a-rt-z]/.test(text[at + name.length] ?? ' ')
}

const wordsOf = (r: Requirement): string[] => [r.words, ...(r.kind === 'leaf' ? r.exceptions : r.children).flatMap(wordsOf)]
