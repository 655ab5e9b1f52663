import type { Knowledge } from '../knowledge/assemble.ts'
import type { Bilingual } from '../knowledge/datum.ts'
import type { Ask, Question } from '../knowledge/interview.ts'
import { groundsOf, isKnown, isNeeded } from './needs.ts'
import type { AskedQuestion, InterviewState } from './question.ts'

const STAGES: readonly Ask['stage'][] = ['deadline', 'letter', 'argument']

/**
 * The questions still open, in the order in which they are asked: the coverage first, since every deadline
 * hangs on it; then what a deadline, a letter and the argument need. What a document says with certainty is
 * never asked; what was read with doubt is asked to be confirmed. Those put off come last, in the same order.
 */
export function openQuestions(knowledge: Knowledge, state: InterviewState): readonly AskedQuestion[] {
  const asking = { ...state, grounds: groundsOf(knowledge, state.reasons) }
  const coverage = state.classified?.ask ? [coverageQuestion(state.classified.ask, state)] : []
  const asks = [...knowledge.interview.values()]
    .filter((r): r is Ask => r.kind === 'ask')
    .sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || a.order - b.order)
  const open = asks.flatMap((ask): AskedQuestion[] => {
    const id = questionId(ask)
    const read = ask.list ? null : (state.doubts.find((d) => ask.fields[0]?.path === d.path) ?? null)
    if (state.answered.has(id) || !isNeeded(knowledge, ask, { ...asking, doubted: read !== null })) return []
    return isKnown(ask, state.facts) && !(read && isRead(ask, state)) ? [] : [question(knowledge, ask, id, read, state)]
  })
  const all = [...coverage, ...open]
  return [...all.filter((q) => !q.skipped), ...all.filter((q) => q.skipped)]
}

/** A single value is named by its path, as in the events that state it; a list by its record. */
export const questionId = (ask: Ask): string => (ask.list ? ask.id : (ask.fields[0]?.path ?? ask.id))

/** What a person stated is not doubted again. */
function isRead(ask: Ask, { facts }: InterviewState): boolean {
  const [part = '', key = ''] = (ask.fact ?? '').split('.')
  const fact = (facts as unknown as Record<string, Record<string, { origin?: { kind: string } }>>)[part]?.[key]
  return fact?.origin?.kind === 'document'
}

const coverageQuestion = (q: Question, { skipped }: InterviewState): AskedQuestion => ({
  id: q.id,
  stage: 'coverage',
  asks: q.asks,
  why: q.why,
  skipped: skipped.has(q.id),
  answers: q.answers.map((a) => ({ id: a.id, says: a.says, unsure: a.unsure ?? false })),
})

function question(
  knowledge: Knowledge,
  ask: Ask,
  id: string,
  read: InterviewState['doubts'][number] | null,
  { skipped }: InterviewState,
): AskedQuestion {
  return {
    id,
    stage: ask.stage,
    asks: ask.asks ?? wording(knowledge, ask.question ?? ''),
    why: ask.why,
    changes: ask.changes,
    help: ask.help ?? null,
    list: ask.list ?? null,
    sets: ask.sets ?? {},
    fields: ask.fields.map((f) => ({
      path: f.path,
      input: f.input,
      choices: f.choices,
      label: f.label ?? null,
      example: f.example ?? null,
      required: !f.optional,
      past: f.past ?? false,
    })),
    read,
    skipped: skipped.has(id),
  }
}

function wording(knowledge: Knowledge, key: string): Bilingual {
  for (const record of knowledge.facts.values())
    if (record.kind === 'questions' && record.questions[key]) return record.questions[key]
  throw new Error(`no wording for the question "${key}"`)
}
