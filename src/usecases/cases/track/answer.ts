import type { CivilDate } from '../../../base/date.ts'
import { fail, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor, AnswerOutcome, CaseEvent } from '../../../casefile/event.ts'
import type { CaseState } from '../../../casefile/state.ts'
import { type ArguedPoint, arguedPoints } from '../../../casefile/track/arguedPoints.ts'
import { type ComparedAnswer, compareAnswer } from '../../../casefile/track/compareAnswer.ts'
import type { AnswerReading } from '../../../reading/answer/answer.ts'
import { readAnswer, SURE_ENOUGH } from '../../../reading/answer/readAnswer.ts'
import { readingResolvers } from '../../resolvers.ts'
import { analysisOf } from '../analysisOf.ts'
import { caseOf, changeCase } from '../change.ts'
import { readingOf } from '../documents.ts'
import type { CaseId, CasePorts } from '../ports.ts'

/** The letter as it was understood; null while it is not read, or where the case has no such answer. */
export async function answerReading(ports: CasePorts, id: CaseId, state: CaseState, doc: string): Promise<AnswerReading | null> {
  if (!state.documents.some((d) => d.doc === doc && d.role === 'answer' && d.reading.state === 'read')) return null
  const document = await readingOf(ports, id, doc)
  return document && readAnswer(document, readingResolvers(ports.knowledge))
}

/** Whether the letter's own words leave no doubt about what it decided; else a person is asked. */
export const surelyDecided = ({ decided }: AnswerReading): boolean => decided !== null && decided.confidence >= SURE_ENOUGH

const comparedName = (doc: string): string => `compared:${doc}`

/** Held against the appeal as it stood when the answer was recorded; null: not compared. */
export async function comparedWith(ports: CasePorts, id: CaseId, doc: string): Promise<ComparedAnswer | null> {
  const kept = await ports.cases.kept(id, comparedName(doc))
  return kept ? (JSON.parse(kept.json) as ComparedAnswer) : null
}

/** What the appeal said and what the answer says to it. Made from the case as it is now. */
export async function compareNow(
  ports: CasePorts,
  id: CaseId,
  state: CaseState,
  doc: string,
): Promise<Outcome<ComparedAnswer | null>> {
  const [answer, document] = [await answerReading(ports, id, state, doc), await readingOf(ports, id, doc)]
  const denial = state.denial && state.denial !== doc ? await readingOf(ports, id, state.denial) : null
  if (!answer || !document || !denial) return ok(null)
  const analysis = await analysisOf(ports, id, state)
  if (!analysis.ok) return analysis
  const { letters, criteria, facts, grounds } = analysis.value
  const letter = letters.find((l) => l.kind === 'appeal')
  if (!letter || !facts) return ok(null)
  const reading = { denialReasons: facts.denial.reasons.map((r) => ({ value: r.value, ...REST })) }
  const made = arguedPoints(letter, criteria?.match ?? null)
  // The letter's frame ("What I ask") argues nothing; a ground may be told in a part that has another heading.
  const argued = [
    ...grounds
      .filter((g) => g.chosen)
      .map(
        ({ id: ground, heading }): ArguedPoint =>
          made.find((p) => p.kind === 'ground' && p.title === heading) ??
          ({ id: `ground-${ground}`, kind: 'ground', title: heading, says: [heading] } as const),
      ),
    ...made.filter((p) => p.kind === 'criterion'),
  ]
  return ok(compareAnswer(answer, document, argued, { reading, document: denial }))
}

/** Only the category of an earlier reason is looked at. */
const REST = { span: { doc: '', page: 0, start: 0, end: 0, quote: '', boxes: [] }, confidence: 1 }

export interface AnswerStated {
  /** Null: no letter of it; by telephone, or seen in the portal. */
  readonly doc: string | null
  readonly on: CivilDate
  readonly outcome: AnswerOutcome
}

/** Keeps what the person says of the answer. The comparison is made first: afterwards the letters may be of the next level. */
export async function recordAnswer(
  ports: CasePorts,
  id: CaseId,
  by: Actor,
  { doc, on, outcome }: AnswerStated,
): Promise<Outcome<void>> {
  const invalid = (where: string, say: string, fix: string) => fail(problem('form-invalid', where, say, fix))
  if (on > ports.clock.today()) return invalid('on', 'That day is still to come.', 'Give the date printed on the letter.')
  const loaded = await caseOf(ports, id)
  if (!loaded.ok) return loaded
  const held = (state: CaseState) => doc === null || state.documents.some((d) => d.doc === doc && d.role === 'answer')
  if (!held(loaded.value)) return invalid('doc', 'This letter is not in the case.', 'Add it again.')
  if (doc !== null && !(await comparedWith(ports, id, doc))) {
    const compared = await compareNow(ports, id, loaded.value, doc)
    if (compared.ok && compared.value)
      await ports.cases.keep(id, comparedName(doc), loaded.value.seq, JSON.stringify(compared.value))
  }
  return changeCase<void>(ports, id, by, (state) => {
    if (!held(state)) return invalid('doc', 'This letter is not in the case.', 'Add it again.')
    const before = state.answers.findLast((a) => a.doc === doc)
    const same = before !== undefined && doc !== null && before.on === on && before.outcome === outcome
    const events: CaseEvent[] = same ? [] : [{ kind: 'answered', doc, on, outcome }]
    return ok({ events, result: undefined })
  })
}

/** The other side takes longer, and says until when. */
export function recordExtension(
  ports: Pick<CasePorts, 'cases' | 'clock'>,
  id: CaseId,
  by: Actor,
  doc: string | null,
  until: CivilDate,
): Promise<Outcome<void>> {
  return changeCase<void>(ports, id, by, (state) =>
    state.extended?.until === until && state.extended.doc === doc
      ? ok({ events: [], result: undefined })
      : ok({ events: [{ kind: 'decisionExtended', doc, until }], result: undefined }),
  )
}
