import type { Requirement } from '../criteria/requirement.ts'
import type { CaseFacts, PriorTreatment } from '../facts/casefacts.ts'
import type { Entry } from '../facts/fact.ts'
import type { TreatmentRecord } from '../knowledge/treatment.ts'

/**
 * The trials that bear on this denial: those named, by agent or class, in the denial, in the criteria
 * or among the steps usual for the treatment, and whatever a person stated by hand. A chart lists every
 * medicine ever taken; a letter that repeats them all hides the ones that matter.
 */
export function relevantTrials(
  facts: CaseFacts,
  criteria: Requirement | null,
  treatment: TreatmentRecord | null,
): readonly Entry<PriorTreatment>[] {
  const spoken = [
    ...facts.denial.reasons.map((r) => (r.origin.kind === 'document' ? r.origin.span.quote : '')),
    ...(criteria ? wordsOf(criteria) : []),
    ...(treatment
      ? [
          treatment.class,
          ...treatment.stepPrerequisites.map((s) => s.says),
          ...treatment.typicalCriteria.map((c) => c.requirement),
        ]
      : []),
  ]
  const text = spoken.join(' \n ').toLowerCase()
  const named = (t: PriorTreatment) => [t.agent, ...t.alsoKnownAs].some((n) => n.length > 2 && mentions(text, n.toLowerCase()))
  return facts.priorTreatments.filter((e) => e.origin.kind === 'person' || named(e.value))
}

const mentions = (text: string, name: string): boolean => {
  const at = text.indexOf(name)
  return at >= 0 && !/\w/.test(text[at - 1] ?? ' ') && !/[a-rt-z]/.test(text[at + name.length] ?? ' ')
}

const wordsOf = (r: Requirement): string[] => [r.words, ...(r.kind === 'leaf' ? r.exceptions : r.children).flatMap(wordsOf)]
