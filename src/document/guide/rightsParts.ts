import type { Citation } from '../../base/citation.ts'
import type { KnowledgeSupport } from '../../base/support.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { CoverageRecord, Level } from '../../knowledge/coverage.ts'
import type { Clock } from '../../knowledge/source.ts'
import type { StateWindow } from '../../rights/events.ts'
import { isFederal, stateNamed, stateRules } from '../../rights/stateRules.ts'
import { amountWords, windowWords } from './clockWords.ts'
import type { GuideLang } from './guide.ts'
import { clockOf, provisionSupport } from './support.ts'
import { tell, type Voice, WORDS } from './voice.ts'
import { stateEs } from './words/statesEs.ts'

/** A sentence still to be said, and what it rests on. Two are the same when their English is. */
export interface Part {
  readonly say: (v: Voice) => string
  readonly text: string
  readonly support: readonly KnowledgeSupport[]
  readonly refs: readonly string[]
  /** The State's own law, where it sets the length. */
  readonly ofState?: Citation | undefined
}

export interface Told {
  readonly knowledge: Knowledge
  readonly lang: GuideLang
  /** Two letters, where the reader gave one. */
  readonly state?: string | null
}

export const join = (a: Part, b: Part): Part => ({
  ...a,
  support: distinct([...a.support, ...b.support]),
  refs: [...new Set([...a.refs, ...b.refs])],
})

const distinct = (support: readonly KnowledgeSupport[]) => [
  ...new Map(support.map((s) => [`${s.source} ${s.pin} ${s.quote}`, s])).values(),
]

/** A provision gives its words and, where it has a clock, the clock's figures: "four months" and "4 months". */
export const part = (to: Told, say: Part['say'], refs: readonly string[]): Part => ({
  say,
  text: tell(
    { ...to, lang: 'en' },
    say,
    refs.map((ref) => provisionSupport(to.knowledge, ref)),
  ).sentence,
  support: refs.flatMap((ref) => {
    const support = provisionSupport(to.knowledge, ref)
    const clock = clockOf(to.knowledge, ref)
    return clock ? [support, { ...support, quote: windowWords(WORDS.en, clock) }] : [support]
  }),
  refs,
})

/** "Internal appeal: you have at least 180 days, counted from receipt of the notice." */
export function windowPart(
  to: Told,
  coverage: CoverageRecord,
  level: Level,
  said: (v: Voice, text: string) => string = (_, text) => text,
): Part {
  const refs = level.file ?? []
  const timed = refs.filter((r) => clockOf(to.knowledge, r))
  // A State that leaves the review to the Federal process sets no window.
  const ref = (leftToFederal(to, level) ? timed.find((r) => !clockOf(to.knowledge, r)?.stateSets) : undefined) ?? timed[0]
  const clock = ref ? clockOf(to.knowledge, ref) : undefined
  const employerOnly = level.onlyIf?.includes('erisa') ?? false
  const own = clock?.stateSets ? stateRules(to.knowledge, to.state ?? null, {}).window(coverage, level) : null
  if (ref && clock && own) return statePart(to, level, ref, clock, own, said)
  if (ref && clock)
    return part(to, (v) => said(v, v.words.row.youHave(v.two(level.name), windowWords(v.words, clock), employerOnly)), [ref])
  const [why] = refs
  if (why) return part(to, (v) => said(v, v.words.row.whyNone(v.two(level.name), v.law(why))), [why])
  throw new Error(`level "${level.id}" has no window to file and no reason why`)
}

function leftToFederal({ knowledge, state }: Told, level: Level): boolean {
  const record = stateNamed(knowledge, state ?? null)
  return level.kind === 'external' && record !== undefined && isFederal(record)
}

/** A window that Federal law leaves to the State, with the length that the State's own law gives. */
function statePart(
  to: Told,
  level: Level,
  ref: string,
  clock: Clock,
  own: StateWindow,
  said: (v: Voice, text: string) => string,
): Part {
  const name = stateNamed(to.knowledge, to.state ?? null)?.name ?? ''
  const words = ({ words, lang }: Voice) =>
    words.clock.ofState(
      amountWords(words, own.amount, own.unit),
      words.clock.countedFrom(words.events[own.from ?? clock.from]),
      lang === 'es' ? stateEs(name) : name,
    )
  const made = part(to, (v) => said(v, v.words.row.youHave(v.two(level.name), words(v), false)), [ref])
  const { source, says, cite, pin, status = 'secondary' } = own
  const quote = `${says} ${amountWords(WORDS.en, own.amount, own.unit)}`
  return {
    ...made,
    support: [...made.support, { kind: 'law', source: source ?? 'state', pin: pin ?? '', quote, status }],
    ofState: cite ? { source: source ?? 'state', cite, pin: pin ?? '', status } : undefined,
  }
}
