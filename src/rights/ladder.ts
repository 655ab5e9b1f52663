import type { Citation } from '../base/citation.ts'
import type { CivilDate } from '../base/date.ts'
import { type Outcome, ok } from '../base/outcome.ts'
import type { Problem } from '../base/problem.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import { citation, provisionOf } from '../knowledge/citations.ts'
import type { CoverageRecord, Level } from '../knowledge/coverage.ts'
import type { Bilingual } from '../knowledge/datum.ts'
import { stateCitation } from './amount.ts'
import { decideClock, fileWindow } from './clocks.ts'
import { type Conditions, hold } from './conditions.ts'
import { sayAmount } from './count.ts'
import { coverageNamed } from './coverageNamed.ts'
import { emptyTimeline, type Timeline } from './events.ts'
import { reckonLevel } from './level.ts'
import { levelNamed, rungs } from './levels.ts'
import { noDeadline, unstarted } from './reckon.ts'
import type { Reckoning } from './reckoning.ts'
import { type StateClock, type StateReview, stateClocks, stateReview } from './stateReview.ts'
import { stateRules } from './stateRules.ts'

/** What is known of a denial, as far as deadlines depend on it. Null: not known. */
export interface Situation {
  readonly noticeDate: CivilDate | null
  readonly receivedDate: CivilDate | null
  /** Whether the day of receipt can be shown (postmark, delivery record). */
  readonly receiptProven: boolean
  readonly timing: 'pre_service' | 'concurrent' | 'post_service' | null
  readonly urgent: boolean
  /** What the notice decided: a level's id, or the level a letter shows ("initial", "internal_appeal_level1_upheld"). */
  readonly levelReached: string | null
  /** Two letters. */
  readonly state: string | null
  readonly conditions: Conditions
  readonly effectiveDateOfChange?: CivilDate | null
  readonly ratingPeriodStart?: CivilDate | null
}

/** How long the decider has. */
export interface DecideClock {
  readonly rule: string
  /** "72 hours"; "30 days". */
  readonly amount: string
  readonly citations: readonly Citation[]
  readonly ref: string
}

export interface LadderLevel {
  readonly id: string
  readonly kind: Level['kind']
  readonly name: Bilingual
  readonly decider: Bilingual
  /** Where it stands for this notice; `absent`: this coverage has no such level, `file.rule` says why. */
  readonly standing: 'passed' | 'current' | 'ahead' | 'absent'
  /** The rung beside which it stands, for a side door with its own clock. */
  readonly beside: string | null
  /** Null where the person files nothing. Dates only where this notice starts the clock. */
  readonly file: Reckoning | null
  readonly decide: Readonly<Record<string, DecideClock>>
  /** The clock of `decide` that this denial's urgency and timing pick; null where there is none. */
  readonly clock: string | null
  /** How the State runs this level; null where its law does not reach it or its record is not held. */
  readonly state: StateReview | null
  /** Says that, and by which law, the file goes on by itself. */
  readonly automatic: { readonly says: string; readonly citation: Citation } | null
  readonly notes: readonly string[]
}

export interface Ladder {
  readonly coverage: string
  readonly levels: readonly LadderLevel[]
  /** The level to use now; null when every level is used up. */
  readonly current: LadderLevel | null
  readonly next: LadderLevel | null
}

/** Every level of a coverage type, with the dates that this notice sets. An unknown type is a question, not a date. */
export function ladder(knowledge: Knowledge, coverageId: string, situation: Situation): Outcome<Ladder> {
  const found = coverageNamed(knowledge, coverageId)
  if (!found.ok) return found
  const coverage = found.value
  const warnings: Problem[] = []
  const conditions = withTiming(situation)
  const ladderRungs = rungs(coverage).filter((l) => hold(l.onlyIf ?? [], conditions).holds)
  const reached = reachedOrder(coverage, situation.levelReached)
  const current = ladderRungs.find((l) => l.order > reached) ?? null

  const levels = coverage.levels.map((level): LadderLevel => {
    const standing = standingOf(level, coverage, current, reached, conditions)
    const { file, problems } = filing(knowledge, coverage, level, standing, situation, conditions)
    warnings.push(...problems)
    return {
      id: level.id,
      kind: level.kind,
      name: level.name,
      decider: level.decider,
      standing,
      beside: level.beside ?? null,
      file,
      decide: decideClocks(knowledge, coverage, level, situation.state, conditions),
      clock: decideClock(level, situation.urgent ? 'urgent' : (situation.timing ?? 'standard'), [])?.key ?? null,
      state: stateReview(knowledge, coverage, level, situation.state, conditions),
      automatic: level.automatic
        ? { says: says(knowledge, level.automatic), citation: citation(knowledge, level.automatic) }
        : null,
      notes: (level.notes ?? []).map((ref) => says(knowledge, ref)),
    }
  })
  const shown = (l: Level | null | undefined) => levels.find((x) => x.id === l?.id) ?? null
  const next = current ? ladderRungs.find((l) => l.order > current.order) : null
  return ok({ coverage: coverage.id, levels, current: shown(current), next: shown(next) }, warnings)
}

function filing(
  knowledge: Knowledge,
  coverage: CoverageRecord,
  level: Level,
  standing: LadderLevel['standing'],
  situation: Situation,
  conditions: Conditions,
): { file: Reckoning | null; problems: readonly Problem[] } {
  const rules = stateRules(knowledge, situation.state, conditions)
  const timeline = { ...timelineOf(situation), stateWindow: rules.window(coverage, level) }
  if (standing === 'passed') return { file: null, problems: [] }
  const qualifiers = conditions.factual === true ? ['factual'] : []
  const refs = fileWindow(level, qualifiers)
  if (standing === 'ahead' && !level.automatic) return { file: refs ? ahead(knowledge, refs, timeline) : null, problems: [] }
  if (level.automatic || (!refs && standing !== 'absent')) return { file: null, problems: [] }
  const facts = { care: situation.timing ?? 'standard', qualifiers, conditions, timeline }
  const result = reckonLevel(knowledge, level, 'file', facts)
  if (!result.ok) {
    // A side door that needs a date of its own is shown with its rule only; the main one must be asked for.
    const file = refs ? unstarted(knowledge, refs, timeline) : noDeadline(knowledge, [])
    return { file, problems: level.beside ? [] : result.problems }
  }
  const missing = standing === 'current' ? rules.missing(coverage, level) : null
  const assumptions = missing ? [...result.value.assumptions, missing] : result.value.assumptions
  return { file: { ...withStateRule(result.value, timeline), assumptions }, problems: [] }
}

/** A window still to start; the State that sets it is cited already. */
function ahead(knowledge: Knowledge, refs: readonly string[], timeline: Timeline): Reckoning {
  const file = unstarted(knowledge, refs, timeline)
  const citation = stateCitation(timeline.stateWindow)
  return { ...withStateRule(file, timeline), citations: citation ? [...file.citations, citation] : file.citations }
}

/** The Federal rule says what a State must allow at least; what this State allows is added to it. */
const withStateRule = (file: Reckoning, { stateWindow: own }: Timeline): Reckoning =>
  own?.says && file.ref ? { ...file, rule: `${file.rule} ${own.says}` } : file

function standingOf(
  level: Level,
  coverage: CoverageRecord,
  current: Level | null,
  reached: number,
  conditions: Conditions,
): LadderLevel['standing'] {
  if (!hold(level.onlyIf ?? [], conditions).holds) return 'absent'
  if (level.id === current?.id) return 'current'
  if (level.beside !== undefined) {
    const main = coverage.levels.find((l) => l.id === level.beside)
    if (main?.id === current?.id) return 'current'
    return (main?.order ?? 0) <= reached ? 'passed' : 'ahead'
  }
  return level.order <= reached ? 'passed' : 'ahead'
}

/** The order of the rung that the notice decided; a first denial is the first rung, where that is a decision on a claim. */
function reachedOrder(coverage: CoverageRecord, name: string | null): number {
  const all = rungs(coverage)
  const first = all[0]
  const initial = first?.kind === 'claim' ? first.order : (first?.order ?? 0) - 1
  if (name === null || name.startsWith('initial') || name === 'concurrent_care') return initial
  const named = levelNamed(coverage, name)
  if (named) return named.level.order
  const internal = all.filter((l) => l.kind === 'internal')
  if (name.startsWith('internal_appeal')) return internal.at(-1)?.order ?? initial
  return initial
}

/** A State's own time stands in the place of the Federal one, whose reference it keeps. */
function decideClocks(
  knowledge: Knowledge,
  coverage: CoverageRecord,
  level: Level,
  state: string | null,
  conditions: Conditions,
): Record<string, DecideClock> {
  const own: Readonly<Record<string, StateClock>> = stateClocks(knowledge, coverage, level, state, conditions)
  const clocks: Record<string, DecideClock> = {}
  for (const [key, refs] of Object.entries(level.decide ?? {})) {
    const cited = refs.map((ref) => provisionOf(knowledge, ref))
    const main = cited.find((c) => c.provision?.clock)
    const clock = main?.provision?.clock
    if (!main || !clock) continue
    clocks[key] = {
      rule: main.provision?.says ?? '',
      amount: sayAmount(clock.amount, clock.unit),
      citations: refs
        .filter((r) => r === main.ref || !provisionOf(knowledge, r).provision?.clock)
        .map((r) => citation(knowledge, r)),
      ref: main.ref,
      ...own[key],
    }
  }
  return clocks
}

/** Care that is under way can be cut; new care cannot. Said conditions win. */
const withTiming = (s: Situation): Conditions => ({
  ...(s.timing === null ? {} : { cut_of_authorized_care: s.timing === 'concurrent' }),
  ...s.conditions,
})

function timelineOf(s: Situation): Timeline {
  return {
    ...emptyTimeline,
    events: {
      ...(s.noticeDate ? { date_on_notice: s.noticeDate } : {}),
      ...(s.receivedDate ? { receipt_of_notice: s.receivedDate } : {}),
      ...(s.effectiveDateOfChange ? { effective_date_of_change: s.effectiveDateOfChange } : {}),
    },
    receiptProven: s.receivedDate ? s.receiptProven : null,
    ratingPeriodStart: s.ratingPeriodStart ?? null,
  }
}

const says = (knowledge: Knowledge, ref: string): string => provisionOf(knowledge, ref).provision?.says ?? ''
