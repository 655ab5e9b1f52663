import type { CivilDate } from '../../../base/date.ts'
import { fail, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor, CaseEvent, StatedValue } from '../../../casefile/event.ts'
import type { CaseState } from '../../../casefile/state.ts'
import { factValue } from '../../../facts/fact.ts'
import { readLetters } from '../../../reading/read-letters.ts'
import { readingResolvers } from '../../resolvers.ts'
import type { Analysis } from '../analysis.ts'
import { analysisOf } from '../analysisOf.ts'
import { caseOf, changeCase } from '../change.ts'
import { readingOf } from '../documents.ts'
import type { CaseId, CasePorts } from '../ports.ts'
import { speaker } from '../state.ts'
import { decidedSince } from './tracking.ts'

/**
 * The case goes on to the level after the one that was decided, or that was not decided in time. The answer
 * becomes the denial that the letters are about, where it reads as one; else its day is stated by hand, since
 * the next time runs from it.
 */
export async function goToNextLevel(ports: CasePorts, id: CaseId, by: Actor): Promise<Outcome<void>> {
  const loaded = await caseOf(ports, id)
  if (!loaded.ok) return loaded
  const analysis = await analysisOf(ports, id, loaded.value)
  if (!analysis.ok) return analysis
  const { ladder } = analysis.value
  const from = ladder?.current
  if (!from || !ladder.next)
    return fail(
      problem(
        'form-invalid',
        'level',
        'There is no later level for this kind of plan.',
        'Look at what is open on the page of the case.',
      ),
    )
  const answer = decidedSince(loaded.value)
  const doc = answer?.doc ?? null
  const denies = doc !== null && (await readsAsDenial(ports, id, doc))
  return changeCase<void>(ports, id, by, (state) => {
    if (state.level === from.id) return ok({ events: [], result: undefined })
    const reached: CaseEvent = { kind: 'levelReached', level: from.id, denial: denies ? doc : null }
    const dated: CaseEvent[] =
      answer && !denies
        ? [{ kind: 'stated', path: 'denial.noticeDate', value: answer.on satisfies CivilDate, by: speaker(by) }]
        : []
    // The letters were chosen for the wait at the earlier level.
    const anew: CaseEvent[] = state.letters.includes('overdue_decision') ? [{ kind: 'lettersChosen', letters: [] }] : []
    const same = denies ? keptOf(analysis.value, state, speaker(by)) : []
    return ok({ events: [reached, ...same, ...dated, ...anew], result: undefined })
  })
}

/**
 * What stays the same at every level, and what an answer of half a page seldom says again: whose plan it is, of what
 * kind, and what was asked for. Without it the rights and the next time would be unknown.
 */
function keptOf({ facts, coverage }: Analysis, { stated }: CaseState, by: StatedValue['by']): readonly CaseEvent[] {
  const known: Readonly<Record<string, string | null | undefined>> = {
    'plan.coverage': coverage.settled,
    'plan.payer': facts && factValue(facts.plan.payer)?.name,
    'plan.memberId': facts && factValue(facts.plan.memberId),
    'treatment.name': facts && factValue(facts.treatment.name),
  }
  return Object.entries(known).flatMap(([path, value]): CaseEvent[] =>
    value && !stated.has(path) ? [{ kind: 'stated', path, value, by }] : [],
  )
}

async function readsAsDenial(ports: CasePorts, id: CaseId, doc: string): Promise<boolean> {
  const document = await readingOf(ports, id, doc)
  return document !== null && readLetters(document, readingResolvers(ports.knowledge)).some((l) => l.denials.length > 0)
}
