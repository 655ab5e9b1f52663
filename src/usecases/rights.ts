import type { CivilDate } from '../base/date.ts'
import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import { classify } from '../interview/classify.ts'
import { type Ladder, type LadderLevel, ladder, type Situation } from '../rights/ladder.ts'
import { type CaseAnswer, type DeadlineCase, reckonCase } from '../rights/reckonCase.ts'
import type { Ports } from './ports.ts'

export interface RightsRequest {
  readonly coverage: string | null
  readonly notice: CivilDate | null
  readonly received: CivilDate | null
  readonly timing: Situation['timing']
  readonly urgent: boolean
  /** A level's id: answer for this level alone. */
  readonly level: string | null
  readonly state: string | null
}

export interface RightsAnswer {
  readonly ladder: Ladder
  /** The level asked for, else null. */
  readonly level: LadderLevel | null
}

/** The ladder of one coverage type with the dates this notice sets; without a type, the question to ask. */
export function askRights({ knowledge }: Ports, request: RightsRequest): Outcome<RightsAnswer> {
  if (!request.coverage) {
    const { ask } = classify(knowledge, {}, [])
    const answers = ask?.answers.map((a) => a.says.en).join(' / ') ?? ''
    return fail(
      problem(
        'coverage-unknown',
        '--coverage',
        'No deadline is shown without the type of coverage.',
        `${ask?.asks.en ?? ''} (${answers}) Then name the type: ${[...knowledge.coverage.keys()].join(', ')}.`,
      ),
    )
  }
  const reached = request.level ? levelBefore(knowledge.coverage.get(request.coverage)?.levels ?? [], request.level) : null
  const result = ladder(knowledge, request.coverage, {
    noticeDate: request.notice,
    receivedDate: request.received,
    receiptProven: false,
    timing: request.timing,
    urgent: request.urgent,
    levelReached: reached,
    state: request.state,
    conditions: {},
  })
  if (!result.ok) return result
  const level = request.level ? (result.value.levels.find((l) => l.id === request.level) ?? null) : null
  if (request.level && !level)
    return fail(
      problem(
        'record-unknown',
        '--level',
        `This coverage has no level "${request.level}".`,
        `Use one of: ${result.value.levels.map((l) => l.id).join(', ')}.`,
      ),
    )
  return ok({ ladder: result.value, level }, result.warnings)
}

/** The rung whose decision the notice is, when the person asks about the one after it. */
function levelBefore(
  levels: readonly { readonly id: string; readonly order: number; readonly beside?: string | undefined }[],
  asked: string,
): string | null {
  const level = levels.find((l) => l.id === asked)
  const before = levels
    .filter((l) => l.beside === undefined && level && l.order < level.order)
    .sort((a, b) => b.order - a.order)[0]
  return before?.id ?? null
}

export const reckonCases = ({ knowledge }: Ports, cases: readonly DeadlineCase[]): CaseAnswer[] =>
  cases.map((c) => reckonCase(knowledge, c))
