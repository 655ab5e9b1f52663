import { failAll, type Outcome, ok } from '../base/outcome.ts'
import type { Problem } from '../base/problem.ts'
import type { PartialDate } from '../facts/casefacts.ts'
import { bounds } from '../facts/partialDate.ts'
import { AHEAD, AMBIGUOUS, BEFORE_NOTICE, END_BEFORE_START, ONE_OF_THEM, REFUSED, refused } from './answerProblems.ts'
import type { AnswerContext, AskedField, AskedQuestion, ReadAnswer } from './question.ts'
import { FIELD_READERS, isAhead } from './readField.ts'

/** Name of the form's field that holds the answer to a coverage question. */
export const COVERAGE_FIELD = 'answer'

/** A form's fields by path, read as the case file takes them; every field that cannot be used is a problem of its own. */
export function readAnswer(
  question: AskedQuestion,
  form: Readonly<Record<string, string>>,
  context: AnswerContext,
): Outcome<ReadAnswer> {
  if (question.stage === 'coverage') {
    const answer = (form[COVERAGE_FIELD] ?? '').trim()
    return question.answers.some((a) => a.id === answer)
      ? ok({ kind: 'coverage', question: question.id, answer })
      : failAll([refused(COVERAGE_FIELD, REFUSED.choice, context.lang)])
  }
  const problems: Problem[] = []
  const values = new Map<string, string | boolean>()
  for (const field of question.fields) {
    const text = (form[field.path] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim()
    if (!text && !field.required) continue
    const read = value(field, text, context)
    if ('problem' in read) problems.push(read.problem)
    else values.set(field.path, read.value)
  }
  if (problems.length === 0) problems.push(...between(question.fields, values, context))
  if (problems.length) return failAll(problems)
  const sets = Object.entries(question.sets)
  if (question.list) {
    const fields = [...values].map(([path, v]) => [path, String(v)] as const)
    // What answers a ground is the word of whoever gives it; only the patient's own words are the patient's in any case.
    const who = question.sets.ground && context.speaker ? [['who', context.speaker] as const] : []
    return ok({ kind: 'listed', list: question.list, fields: Object.fromEntries([...fields, ...sets, ...who]) })
  }
  const stated = [...values].map(([path, v]) => ({ path, value: v }))
  return ok({ kind: 'stated', values: [...stated, ...sets.map(([path, v]) => ({ path, value: v }))] })
}

function value(
  { path, input, choices, past }: AskedField,
  text: string,
  { lang, today }: AnswerContext,
): { readonly value: string | boolean } | { readonly problem: Problem } {
  const ids = (choices ?? []).map((c) => c.id)
  const read = FIELD_READERS[input](text, ids, lang)
  if (read === 'ambiguous') return { problem: refused(path, AMBIGUOUS, lang) }
  if (read === null) return { problem: refused(path, REFUSED[input], lang) }
  const ahead = past && typeof read.value === 'string' && isAhead(read.value, today)
  return ahead ? { problem: refused(path, AHEAD, lang) } : read
}

/** What two fields of a page, or a field and the letter, say against each other. */
function between(
  fields: readonly AskedField[],
  values: ReadonlyMap<string, string | boolean>,
  { lang, noticeDate }: AnswerContext,
): Problem[] {
  const received = values.get('denial.received.date')
  if (typeof received === 'string' && noticeDate && received < noticeDate)
    return [refused('denial.received.date', BEFORE_NOTICE, lang)]
  const [start, end] = [values.get('start'), values.get('end')]
  if (typeof start === 'string' && typeof end === 'string' && bounds(end as PartialDate).to < bounds(start as PartialDate).from)
    return [refused('end', END_BEFORE_START, lang)]
  const first = fields[0]
  return first && values.size === 0 ? [refused(first.path, ONE_OF_THEM, lang)] : []
}
