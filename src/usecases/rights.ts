import type { CivilDate } from '../base/date.ts'
import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import { classify } from '../interview/classify.ts'
import type { CoverageRecord } from '../knowledge/coverage.ts'
import type { StateRecord } from '../knowledge/state.ts'
import { type Ladder, type LadderLevel, ladder, type Situation } from '../rights/ladder.ts'
import { type CaseAnswer, type DeadlineCase, reckonCase } from '../rights/reckonCase.ts'
import { stateNamed } from '../rights/stateRules.ts'
import { type StepAnswer, stateStep } from '../rights/stateStep.ts'
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
  /** The State's law on step therapy, were this about a drug; why there is none, where there is none. */
  readonly stepTherapy: StepAnswer
  /** Null without a State, and for coverage that no State regulates. */
  readonly regulator: StateRecord['regulator'] | null
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
  const { coverage, state, notice } = request
  return ok(
    {
      ladder: result.value,
      level,
      stepTherapy: stateStep(knowledge, { coverage, state, drug: true, on: notice }),
      regulator: underState(knowledge.coverage.get(coverage ?? '')) ? (stateNamed(knowledge, state)?.regulator ?? null) : null,
    },
    result.warnings,
  )
}

const underState = (coverage: CoverageRecord | undefined): boolean =>
  coverage?.stateLaw === 'applies' || coverage?.stateLaw === 'insured_only'

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
