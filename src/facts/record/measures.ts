import type { Measure, PartialDate } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { type MeasureName, measuresNamed } from '../vocabulary.ts'
import { senseHits } from './cues.ts'
import { timesIn } from './dates.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import { isQuestion, type Range, wholeSentences } from './sentences.ts'
import type { Unit } from './units.ts'

const VALUE = /-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?/y
/** What may stand between a name and its value: "score of", "today was", "(raw)", "on 3/4/2024:". */
const LINK =
  /^(?:\s|[:=,–*]|\((?:[^()0-9]{0,40}|[^()]{0,24}\d{4})\)|(?:total|raw|composite|standard|score|scores|level|index|value|count|result|rating|percentile|class|functional|estimated|measured|baseline|initial|most|recent|recently|last|latest|today|now|currently|current|at|of|is|was|were|are|approximately|approx\.?|about|around|a|the|an|this|visit|with|in|on|to|from|high|elevated|remains|remained|improved|increased|decreased|worsened|dropped|rose|declined|reported|recorded|intake|evaluation|shows?|showed|reduced|mean|average|right|left|affected|hand|ue|arm|side)(?=[\s:=,(])|-(?=\s))*/iu
const RANGE_NEXT = /^\s*(?:-|–|to)\s*\d/
const COMPARED =
  /(?:[<>≤≥~]|(?:less|more|greater|fewer|higher|lower) than|at least|at most|up to|under|over|above|below|goal|target|of)\s*$/i

/** "EDSS 4.0 on 3/2/2024", "MIDAS score was 42", "PHQ-9: 18/27". Goals, cut-offs, ranges and bounds are no values. */
export function measuresOf(reading: RecordReading, unit: Unit): Entry<Measure>[] {
  if (unit.section === 'family' || unit.section === 'education' || unit.section === 'goals' || unit.section === 'plan') return []
  const found: Entry<Measure>[] = []
  let collected: { readonly date: PartialDate; readonly at: Range } | null = null
  for (const sentence of wholeSentences(unit)) {
    const text = unit.flat.slice(sentence.start, sentence.end)
    if (isQuestion(text)) continue
    if (!/\d|\b(?:IV|I{1,3})\b/.test(text)) continue
    const day = collectedOn(text)
    if (day) collected = { date: day, at: sentence }
    for (const hit of measuresNamed(text, reading.vocabulary.measures)) {
      const { start, end } = hit
      if (isGoal(reading, text, start)) continue
      const { measure, values } = readAs(text, start, end, [hit.measure, ...hit.others])
      for (const v of values) {
        const own = v.date ?? dateOfMeasure(text, start, v.end)
        const read = entryAt(reading, unit, sentence, {
          measure: measure.id,
          label: measure.record.label,
          value: v.value,
          ...(v.written === String(v.value) ? {} : { written: v.written }),
          unit: v.unit ?? measure.record.unit ?? null,
          date: own ?? collected?.date ?? leadDate(unit),
        })
        const above = own || !collected || collected.at === sentence ? null : entryAt(reading, unit, collected.at, null)
        found.push(above ? { ...read, also: [above.origin] } : read)
      }
    }
  }
  return found
}

/** A name that several measures share is the one whose unit is printed: "body surface area 0.52 m2". */
function readAs(
  text: string,
  start: number,
  end: number,
  names: readonly MeasureName[],
): { measure: MeasureName; values: readonly Value[] } {
  const read = names.map((measure) => {
    const ahead = measure.record.valueFirst ? valueAhead(text, start, end, measure) : []
    return { measure, values: ahead.length > 0 ? ahead : valuesBehind(text, end, measure) }
  })
  const some = read.filter((r) => r.values.length > 0)
  return some.find((r) => r.values.some((v) => v.unit !== null)) ?? some[0] ?? { measure: names[0] as MeasureName, values: [] }
}

/** "Labs collected 08/24/2026: …" dates what follows it in its paragraph. */
function collectedOn(text: string): PartialDate | null {
  if (!LABS_FIRST.test(text)) return null
  const time = timesIn(text.slice(0, 80)).find((t) => t.kind === 'date')
  const said = time && LABS.test(text.slice(0, time.start)) && /^[^.;\d]{0,12}[:;,)]/.test(text.slice(time.end))
  return said ? time.from : null
}

const LABS_FIRST = /^\s*(?:labs?|laborator|blood|results?|tests?|vitals?)/i
const LABS = /^\s*(?:labs?|laborator(?:y|ies)|blood ?work|bloods|results?|tests?|vitals?)\b[^:.;\d]{0,30}$/i

/** Between two values of a series: "today (", ", then", "; baseline", "up from". */
const SERIES =
  /^\s*(?:today|now|currently|at discharge)?\s*(?:[(,;]|->|→)?\s*(?:(?:and|to|then|from|was|initial(?:ly)?|baseline|previous(?:ly)?|prior|up|down|improved|increased|decreased|worsened|compared|with|vs\.?)\s*:?\s+)*/i

interface Value {
  readonly value: number
  readonly written: string
  readonly unit: string | null
  readonly end: number
  readonly date: PartialDate | null
}

/** One value, or a dated series: "EDSS 3.0 (1/2023), 4.5 (2/2024)", "from 3.0 in 2022 to 4.5 in 2024". */
function valuesBehind(text: string, at: number, name: MeasureName): Value[] {
  const first = valueAt(text, at, name)
  if (!first) return []
  const values = [first]
  let end = first.end
  for (let i = 0; i < 6; i++) {
    const gap = SERIES.exec(text.slice(end))
    if (!gap?.[0].trim()) break
    const next = valueAt(text, end + gap[0].length, name, true)
    if (!next?.date) break
    values.push(next)
    end = next.end
  }
  return values
}

function valueAt(text: string, at: number, name: MeasureName, bare = false): Value | null {
  const link = bare ? '' : (LINK.exec(text.slice(at))?.[0] ?? '')
  let start = at + link.length
  const dated = timesIn(text.slice(start, start + 24)).find(
    (t) => t.start === 0 && t.kind === 'date' && (t.from?.length ?? 0) > 4,
  )
  if (dated && !bare)
    start += dated.end + (/^\s*[:=–-]?\s*(?:was|of|is)?\s*/.exec(text.slice(start + dated.end))?.[0].length ?? 0)
  const roman = /^(I{1,3}|IV|V)(?![\p{L}\p{N}])/u.exec(text.slice(start))
  VALUE.lastIndex = start
  const m = VALUE.exec(text)
  const digits = m?.[0] ?? (roman?.[1] ? String(['I', 'II', 'III', 'IV', 'V'].indexOf(roman[1]) + 1) : null)
  if (digits === null || COMPARED.test(text.slice(at, start).replace(/\bof\s*$/i, ''))) return null
  let end = start + (m?.[0].length ?? roman?.[0].length ?? 0)
  const rest = text.slice(end)
  if (RANGE_NEXT.test(rest) || /^(?:st|nd|rd|th)\b|^\/\d{1,2}\/|^[-/]\d{4}/.test(rest)) return null
  const value = Number(digits.replace(/,/g, ''))
  if (value < name.record.min || value > name.record.max) return null
  const outOf = /^\s*(?:\/|out of)\s*\d+/.exec(rest)
  if (outOf) end += outOf[0].length
  const unit = unitAt(text.slice(end), name)
  if (unit.foreign) return null
  end += unit.length
  if (RANGE_NEXT.test(text.slice(end))) return null
  const date = /^\s*(?:[([]|in\s|on\s|as of\s|,\s*(?=\d{1,2}\/))/.exec(text.slice(end))
  const when = date
    ? timesIn(text.slice(end, end + 40)).find((t) => t.kind === 'date' && t.start <= date[0].length + 3)
    : undefined
  return {
    value,
    written: m?.[0] ?? roman?.[1] ?? digits,
    unit: unit.unit,
    end: when ? end + when.end + (/^[)\]]/.test(text.slice(end + when.end)) ? 1 : 0) : end,
    date: when?.from ?? dated?.from ?? null,
  }
}

/** The printed unit when the measure knows it; a percentile, a per-cent or a length that it does not know is another figure. */
function unitAt(rest: string, name: MeasureName): { unit: string | null; length: number; foreign: boolean } {
  const lead = /^\s*/.exec(rest)?.[0].length ?? 0
  const text = rest.slice(lead)
  for (const unit of [...(name.record.units ?? [])].sort((a, b) => b.length - a.length))
    if (text.toLowerCase().startsWith(unit.toLowerCase()) && !/^[\p{L}]/u.test(text.slice(unit.length)))
      return { unit: text.slice(0, unit.length), length: lead + unit.length, foreign: false }
  const foreign =
    /^(?:%|[mM]2\b|m²|mm\b|cm\b|mg\b|mcg\b|weeks?\b|days?\b|months?\b|years?\b|sessions?\b|times\b|percent|th percentile|L\b|mL\b|-?point)/i.test(
      text,
    )
  return { unit: null, length: 0, foreign: foreign && !/^points?\b/i.test(text) }
}

/** "18 headache days per month", "20% of body surface area": the figure stands before the name. */
function valueAhead(text: string, start: number, end: number, name: MeasureName): Value[] {
  const m = /(?<![\d.,/<>≥≤–-]\s?)(\d+(?:\.\d+)?)\s*(%?)\s*(?:of\s+)?(?:(?:the|his|her|total|monthly|severe)\s+)?$/i.exec(
    text.slice(0, start),
  )
  const value = Number(m?.[1])
  if (!m || Number.isNaN(value) || value < name.record.min || value > name.record.max || COMPARED.test(text.slice(0, m.index)))
    return []
  return [{ value, written: m[1] ?? '', unit: m[2] || null, end, date: null }]
}

/** "Goal A1c < 7", "will improve Berg to 45", "requires EDSS ≤ 6.5". */
function isGoal(reading: RecordReading, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  const words = reading.vocabulary.words.get('hedge_words') ?? []
  if (words.some((w) => new RegExp(`(?<![a-z])${w}(?![a-z])`, 'i').test(before))) return true
  return senseHits(before, reading.vocabulary).some(
    (h) =>
      h.value === 'family' ||
      h.value === 'education' ||
      (h.value === 'planned' && /\bwill\b|\bif\b/i.test(before.slice(h.start, h.end))),
  )
}

/** A date said of the measure itself: just before it, or just behind the value. */
function dateOfMeasure(text: string, start: number, end: number): PartialDate | null {
  const times = timesIn(text).filter((t) => t.kind === 'date')
  const behind = times.find(
    (t) =>
      t.start >= end &&
      /^[\s,]*(?:\(|on|in|as of|dated|at (?:the )?visit (?:of|on))?\s*\(?\s*(?:the\s+)?$/i.test(text.slice(end, t.start)),
  )
  const ahead = times.findLast(
    (t) =>
      t.end <= start &&
      start - t.end < 45 &&
      !/[.;)]/.test(text.slice(t.end, start)) &&
      (/(?:\b(?:on|in|as of|dated|visit|today)|[(:,])\s*$/i.test(text.slice(0, t.start)) ||
        /^\s*\(\s*$/.test(text.slice(t.end, start))),
  )
  const opening = times.find((t) => t.end <= start && tidy(text.slice(0, t.start)).replace(/^(?:on|in|at)$/i, '') === '')
  return behind?.from ?? ahead?.from ?? opening?.from ?? null
}

/** "Standardized Testing 3/4/2024:" over a list of scores. */
function leadDate(unit: Unit): PartialDate | null {
  for (const lead of [...unit.leads].reverse()) {
    const t = timesIn(lead.text).find((x) => x.kind === 'date' && x.from)
    if (t) return t.from
  }
  return null
}
