import type { ClinicalEvent } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { namedOf } from '../vocabulary.ts'
import { senseHits } from './cues.ts'
import { timesIn } from './dates.ts'
import { entryAt, type RecordReading } from './reading.ts'
import { clauseAround, isQuestion, wholeSentences } from './sentences.ts'
import type { Unit } from './units.ts'

const KINDS = ['relapse', 'fall', 'admission', 'emergency', 'surgery', 'stroke', 'fracture', 'seizure'] as const
const COUNTED_BEHIND = /^\s+(?:twice|once|(?:two|three|four|\d+) times)\b/i
const COUNTED = /\b(?:\d+|one|two|three|four|five|six|several|multiple|first|second|third|another|recurrent)\b/i

/** Relapses, falls, admissions and the like: dated, counted or told in the past; never denied, planned or a relative's. */
export function eventsOf(reading: RecordReading, unit: Unit): Entry<ClinicalEvent>[] {
  if (['family', 'education', 'goals', 'review', 'plan', 'findings', 'impression'].includes(unit.section ?? '')) return []
  const found: Entry<ClinicalEvent>[] = []
  for (const sentence of wholeSentences(unit)) {
    const text = unit.flat.slice(sentence.start, sentence.end)
    if (isQuestion(text)) continue
    const hits = senseHits(text, reading.vocabulary)
    for (const kind of KINDS) {
      const m = namedOf(kind, text, reading.vocabulary).find((hit) => {
        const clause = clauseAround(text, { start: 0, end: text.length }, hit.start, hit.end)
        const governed = hits.some(
          (h) =>
            (h.value === 'negated' || h.value === 'planned' || h.value === 'family' || h.value === 'hedged') &&
            h.start >= clause.start &&
            h.end <= clause.end &&
            (h.side === 'before' ? h.end <= hit.start && hit.start - h.end < 30 : h.start >= hit.end && h.start - hit.end < 12),
        )
        return (
          !governed &&
          !/\bnear[-\s]$/i.test(text.slice(0, hit.start)) &&
          !/\b(?:risk|rate|free|prevent\w*|annualized|without)\b[^.;,]{0,20}$/i.test(text.slice(0, hit.start)) &&
          !/^\s*(?:onset|risk|prevention|precautions|rate|asleep|short|within|below|into|under)\b/i.test(text.slice(hit.end))
        )
      })
      if (!m) continue
      const times = timesIn(text).filter((t) => t.kind !== 'duration' && t.from)
      const date = [...times].sort((a, b) => distance(a, m) - distance(b, m))[0]
      if (
        !date &&
        !(
          kind !== 'surgery' &&
          (COUNTED.test(text.slice(Math.max(0, m.start - 30), m.start)) || COUNTED_BEHIND.test(text.slice(m.end)))
        ) &&
        kind !== 'admission' &&
        kind !== 'emergency'
      )
        continue
      const several = /s$/i.test(m.written) ? times.filter((t) => t.start > m.start && t.start - m.start < 90) : []
      for (const when of several.length > 1 ? several : [date])
        found.push(entryAt(reading, unit, sentence, { kind, date: when?.from ?? null, what: text.replace(/\s+/g, ' ').trim() }))
    }
  }
  return found
}

/** Blanks and brackets between an event's word and a date. */
const distance = (t: { start: number; end: number }, m: { start: number; end: number }) =>
  t.start >= m.start ? t.start - m.end : m.start - t.end
