import { amountWords } from '../../../document/guide/clockWords.ts'
import { WORDS as GUIDE_WORDS } from '../../../document/guide/voice.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { provisionOf } from '../../../knowledge/citations.ts'
import type { Condition, CoverageRecord, Level } from '../../../knowledge/coverage.ts'
import type { Clock, ClockUnit } from '../../../knowledge/source.ts'
import { rungs } from '../../../rights/levels.ts'
import type { Lang } from '../language.ts'
import type { Words } from '../words/words.ts'

/** One rung of a coverage type's ladder, as the pictures show it. */
export interface Rung {
  readonly name: string
  readonly decider: string
  /** The time to ask for it: "at least 180 days"; null where law sets none that can be drawn, or it comes by itself. */
  readonly ask: string | null
  readonly askDays: number
  /** The time to decide: "urgent 72 hours, before care 30 days". */
  readonly decide: string | null
  readonly decideDays: number
  readonly automatic: boolean
  /** Under which conditions it is there at all; empty: always. */
  readonly onlyIf: readonly Condition[]
}

/** The levels after the first decision, in order. */
export const rungsOf = (knowledge: Knowledge, coverage: CoverageRecord, lang: Lang, words: Words): readonly Rung[] =>
  rungs(coverage)
    .filter((level) => level.kind !== 'claim')
    .map((level) => rungOf(knowledge, level, lang, words))

/** Kinds of care for which deciders have clocks of their own, soonest first. */
export const CARE = ['urgent', 'pre_service', 'standard', 'drug', 'post_service'] as const

function rungOf(knowledge: Knowledge, level: Level, lang: Lang, words: Words): Rung {
  const ask = level.automatic ? null : firstClock(knowledge, level.file)
  const times = CARE.flatMap((care) => {
    const clock = firstClock(knowledge, level.decide?.[care])
    return clock ? [{ care, clock }] : []
  })
  const amount = amountIn(lang)
  const usual = times.find((time) => time.care !== 'urgent') ?? times[0]
  return {
    name: level.name[lang],
    decider: level.decider[lang],
    ask: ask ? askWords(ask, lang, words) : null,
    askDays: ask ? days(ask) : 0,
    decide: times.length
      ? times.map(({ care, clock }) => `${words.care[care]} ${amount(clock.amount, clock.unit)}`).join(', ')
      : null,
    decideDays: usual ? days(usual.clock) : 0,
    automatic: level.automatic !== undefined,
    onlyIf: level.onlyIf ?? [],
  }
}

/** A clock that runs backwards from an event ("before the services end") is said in words and not drawn. */
const firstClock = (knowledge: Knowledge, refs: readonly string[] | undefined): Clock | null =>
  (refs ?? []).map((ref) => provisionOf(knowledge, ref).provision?.clock).find((clock) => clock && clock.amount > 0) ?? null

function askWords(clock: Clock, lang: Lang, words: Words): string {
  const { unit, floor, stateSets } = clock
  const amount = amountIn(lang)
  const least = stateSets?.atLeast ?? (floor ? clock.amount : undefined)
  if (least !== undefined) return words.atLeast(amount(least, unit))
  return stateSets?.atMost !== undefined ? words.atMost(amount(stateSets.atMost, unit)) : amount(clock.amount, unit)
}

const amountIn = (lang: Lang) => (n: number, unit: ClockUnit) => amountWords(GUIDE_WORDS[lang], n, unit)

const DAYS = { hours: 1 / 24, days: 1, business_days: 1.4, months: 30, years: 365 } as const

const days = (clock: Clock): number => clock.amount * DAYS[clock.unit]
