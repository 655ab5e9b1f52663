import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Actor, CaseEvent } from '../../casefile/event.ts'
import type { CaseState } from '../../casefile/state.ts'
import { openQuestions } from '../../interview/next.ts'
import type { AskedQuestion, ReadAnswer } from '../../interview/question.ts'
import { questionOf } from '../../interview/tree.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Analysis } from './analysis.ts'
import { changeCase } from './change.ts'
import type { CaseId, CasePorts } from './ports.ts'
import { speaker } from './state.ts'

/** The questions still open in a case, in the order in which they are asked. */
export function questionsOf(knowledge: Knowledge, analysis: Analysis, state: CaseState): readonly AskedQuestion[] {
  const { facts, coverage, ladder, treatment } = analysis
  if (!facts) return []
  const ask = coverage.ask === null ? null : questionOf(knowledge, coverage.ask)
  const reasons = facts.denial.reasons.flatMap((r) => r.value.reasonId ?? [])
  return openQuestions(knowledge, {
    facts,
    classified: ask ? { settled: null, because: coverage.because, candidates: coverage.candidates, ask } : null,
    reasons: reasons.length || analysis.reason === null ? reasons : [analysis.reason],
    treatment,
    ladder,
    answered: state.questionsDone,
    skipped: state.skipped,
    doubts: analysis.findings.flatMap((f) =>
      f.doubt && f.path && !state.stated.has(f.path) ? [{ path: f.path, value: f.value, span: f.span }] : [],
    ),
  })
}

/** Keeps an answer. Items of a list are added to those that are there. */
export const keepAnswer = (ports: CasePorts, id: CaseId, by: Actor, answer: ReadAnswer): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, () => ok({ events: eventsOf(answer, by, () => ports.chance.token(6)), result: undefined }))

function eventsOf(answer: ReadAnswer, by: Actor, newId: () => string): readonly CaseEvent[] {
  switch (answer.kind) {
    case 'coverage':
      return [{ kind: 'coverageAnswered', question: answer.question, answer: answer.answer }]
    case 'stated':
      return answer.values.map(({ path, value }) => ({ kind: 'stated', path, value, by: speaker(by) }))
    case 'listed':
      return [{ kind: 'listed', list: answer.list, item: newId(), fields: answer.fields, by: speaker(by) }]
  }
}

/** Takes an answer back, so that its question is asked again. */
export const takeBack = (ports: CasePorts, id: CaseId, by: Actor, what: string): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, (state) => {
    const item = state.listed.get(what)
    if (item) return ok({ events: [{ kind: 'listed', ...item, fields: null }], result: undefined })
    if (state.stated.has(what))
      return ok({ events: [{ kind: 'stated', path: what, value: null, by: speaker(by) }], result: undefined })
    if (state.coverageAnswers.has(what))
      return ok({ events: [{ kind: 'coverageAnswered', question: what, answer: null }], result: undefined })
    return fail(problem('form-invalid', 'answer', 'There is no such answer any more.', 'Open the list of answers again.'))
  })
