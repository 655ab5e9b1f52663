import { daysBetween } from '../../base/date.ts'
import { bounds, sayPartialDate } from '../../facts/partialDate.ts'
import { supportOf } from '../../facts/support.ts'
import { type Facet, met, type Recogniser } from './leaf.ts'
import { durationIn } from './period.ts'

const PASSED =
  /\b(?:have|has)\s+(?:passed|elapsed)\s+since\b[^.;]{0,30}?\b(stroke|surgery|fracture|relapse|seizure|admission)\b|\bsince (?:the )?(stroke|surgery|fracture)\b/i

/** "At least 3 months have passed since the stroke": counted from the latest such event, and only from a day that is known. */
export const elapsed: Recogniser = (leaf, ground): Facet | null => {
  const m = PASSED.exec(leaf.words)
  const kind = (m?.[1] ?? m?.[2])?.toLowerCase()
  const length = durationIn(leaf.words)
  if (!kind || !length) return null
  const dated = ground.facts.events.filter((e) => e.value.kind === kind)
  const latest = dated.toSorted((a, b) => ((a.value.date ?? '') < (b.value.date ?? '') ? 1 : -1))[0]
  const date = latest?.value.date
  if (!latest || !date || dated.some((e) => e.value.date === null)) return null
  const days = daysBetween(bounds(date).to, ground.asOf)
  if (days < length.days + 2) return null
  const evidence = [
    ...supportOf(latest.origin),
    { kind: 'reckoning' as const, source: 'elapsed', pin: '', quote: `From ${date} to ${ground.asOf} ${days} days.` },
  ]
  return met(evidence, `The ${kind} was on ${sayPartialDate(date)}; ${days} days have passed.`, [
    { start: 0, end: leaf.words.length },
  ])
}
