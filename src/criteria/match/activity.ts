import { daysBetween } from '../../base/date.ts'
import type { Measure, PartialDate } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import { originsOf } from '../../facts/origins.ts'
import { bounds, sayPartialDate } from '../../facts/partialDate.ts'
import { supportOf, supports } from '../../facts/support.ts'
import { type Facet, type Ground, met, type Recogniser } from './leaf.ts'
import { isRecent, type Length, recencyIn } from './period.ts'

const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, a: 1, an: 1 }
const counted = (text: string | undefined) => NUMBERS[(text ?? '').toLowerCase()] ?? Number(text)

const RELAPSES = /\b(two|three|[2-9])\s+or\s+more\s+(?:\w+\s+)?relapses\b|\bat least\s+(two|three|[2-9])\s+(?:\w+\s+)?relapses\b/i
const RISE =
  /\bat least\s+(\d+(?:\.\d+)?)\s+points?\s+(?:above|higher|worse)[^.;]{0,40}\bbefore\b[^.;]{0,40}?(\d+)\s+days?\s+or\s+more\s+after/i

/**
 * "In the past 12 months, two or more relapses, or one relapse with incomplete recovery (a score at least
 * 1.0 point above the one before, measured 30 days or more after onset)". Only what is certain counts:
 * every date to the day, every score printed. Null where it is not certain, so that others may speak.
 */
export const activity: Recogniser = (leaf, ground): Facet | null => {
  const recency = recencyIn(leaf.words)
  const many = RELAPSES.exec(leaf.words)
  const rise = RISE.exec(leaf.words)
  if (!recency || !/\brelapse/i.test(leaf.words) || (!many && !rise)) return null
  const covers = [{ start: 0, end: leaf.words.length }]
  const relapses = relapsesIn(recency, ground)
  const wanted = many ? counted(many[1] ?? many[2]) : Number.POSITIVE_INFINITY
  if (relapses.length >= wanted)
    return met(
      relapses.flatMap((r) => supportOf(r.origin)),
      `Relapses on ${relapses.map((r) => sayPartialDate(r.date)).join(' and ')}.`,
      covers,
    )
  const ids = new Set(ground.lexicon.measuresNamedIn(leaf.words).map((m) => m.id))
  const scores = ground.facts.measures.filter((m) => ids.has(m.value.measure) && m.value.date?.length === 10)
  if (!rise) return null
  const [, points, days] = rise
  for (const r of relapses) {
    const facet = unrecovered(r, scores, Number(points), Number(days))
    if (facet) return met(facet.evidence, facet.because, covers)
  }
  return null
}

interface Relapse {
  readonly date: PartialDate
  readonly origin: Entry<unknown>['origin']
}

function relapsesIn(recency: Length, ground: Ground): Relapse[] {
  const days = new Map<string, Relapse>()
  for (const e of ground.facts.events) {
    const { kind, date } = e.value
    if (kind !== 'relapse' || date?.length !== 10 || isRecent(date, recency, ground.asOf) !== 'yes') continue
    // Two notes of one relapse may differ by days; relapses of MS lie at least 30 days apart.
    const near = [...days.keys()].some((d) => Math.abs(gap(d as PartialDate, date)) < 30)
    if (!near) days.set(date, { date, origin: e.origin })
  }
  return [...days.values()]
}

const gap = (a: PartialDate, b: PartialDate): number => daysBetween(bounds(a).from, bounds(b).from)

/** The last score before the relapse and the first one taken late enough after it, when the rise is as asked. */
function unrecovered(relapse: Relapse, scores: readonly Entry<Measure>[], points: number, days: number) {
  const dated = scores.flatMap((s) => (s.value.date ? [{ s, at: s.value.date }] : [])).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const before = dated.findLast((d) => d.at < relapse.date)
  const after = dated.findLast((d) => gap(relapse.date, d.at) >= days)
  if (!before || !after || before.s.value.measure !== after.s.value.measure) return null
  const rise = Math.round((after.s.value.value - before.s.value.value) * 100) / 100
  if (rise < points) return null
  const [low, high] = [before, after].map(({ s }) => s.value.written ?? String(s.value.value))
  const passed = gap(relapse.date, after.at)
  return {
    because: `Relapse on ${sayPartialDate(relapse.date)}; ${after.s.value.label} ${low} on ${sayPartialDate(before.at)} and ${high} on ${sayPartialDate(after.at)}, ${passed} days after onset: ${rise} points higher.`,
    evidence: [
      ...supportOf(relapse.origin),
      ...supports([...originsOf(before.s), ...originsOf(after.s)]),
      {
        kind: 'reckoning' as const,
        source: 'score-change',
        pin: '',
        quote: `${high} - ${low} = ${rise} points; from ${relapse.date} to ${after.at} ${passed} days.`,
      },
    ],
  }
}
