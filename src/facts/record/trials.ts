import type { CueSense } from '../../knowledge/vocabulary.ts'
import type { Contraindication, PriorTreatment, TrialOutcome } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { outcomeHits, senseHits } from './cues.ts'
import { doseAhead, doseIn } from './dose.ts'
import { outcomeOf } from './outcome.ts'
import { NO_PERIOD, orElse, type Period, periodBefore, periodIn } from './period.ts'
import type { RequestedTreatment } from './proposed.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import { type Placed, place, senseOf } from './sense.ts'
import { isQuestion, type Range, wholeSentences } from './sentences.ts'
import type { Unit } from './units.ts'

export interface AgentsRead {
  readonly tried: readonly Entry<PriorTreatment>[]
  readonly against: readonly Entry<Contraindication>[]
  readonly requested: readonly Entry<RequestedTreatment>[]
}

/** In a chronology only words of starting or stopping make a row about a treatment: "02/14/2023 Relapse on glatiramer" is not. */
const TREATMENT_TOLD =
  /\b(?:start|beg[au]n|initiat|switch|stop|discontinu|tried|trial|fail|chang|add|resum|held|complet|wean|taper|prescrib)\w*/i

/** Every agent of a unit, judged by how the text means it. */
export function agentsOfUnit(reading: RecordReading, unit: Unit): AgentsRead {
  const tried: Entry<PriorTreatment>[] = []
  const against: Entry<Contraindication>[] = []
  const requested: Entry<RequestedTreatment>[] = []
  const sentences = wholeSentences(unit)
  const hits = senseHits(unit.flat, reading.vocabulary)
  sentences.forEach((sentence, i) => {
    const text = unit.flat.slice(sentence.start, sentence.end)
    if (isQuestion(text) || (unit.dated && !TREATMENT_TOLD.test(text))) return
    for (const placed of place(unit.flat, sentence, reading.vocabulary)) {
      if (isGloss(unit.flat, placed)) continue
      const judged = senseOf(unit, placed, hits, reading.vocabulary) ?? datedUse(reading, unit, placed)
      if (judged === null) continue
      const { sense, cue } = judged
      const sequel = sequelOf(reading, unit, placed, sentences.slice(i + 1))
      const range = { start: sentence.start, end: sequel?.end ?? sentence.end }
      if (sense === 'past' || sense === 'used' || sense === 'current')
        tried.push(entryAt(reading, unit, range, trialOf(reading, unit, placed, sense, sequel)))
      else if (sense === 'contraindicated' || sense === 'allergy')
        against.push(entryAt(reading, unit, sentence, againstOf(unit, placed, sense)))
      else if (sense === 'planned' && asksFor(cue, unit, sentence))
        requested.push(entryAt(reading, unit, sentence, requestOf(unit.flat, placed)))
    }
  })
  return { tried, against, requested }
}

/** "(anticholinergic)": a class alone in brackets explains what stands before it. */
const isGloss = (flat: string, { mention }: Placed): boolean =>
  mention.isClass && /\(\s*(?:an?\s+)?$/.test(flat.slice(0, mention.start)) && /^\s*\)/.test(flat.slice(mention.end))

/** "Copaxone 2019–2021 with good response": a period and an outcome are a use without any verb. */
function datedUse(reading: RecordReading, unit: Unit, placed: Placed): { sense: CueSense; cue: string } | null {
  const own = unit.flat.slice(placed.own.start, placed.own.end)
  const period = periodIn(own)
  const outside = unit.section === 'labs' || unit.section === 'social'
  return !outside && period.start && period.end && outcomeHits(own, reading.vocabulary).length > 0
    ? { sense: 'past', cue: '' }
    : null
}

/** A request, not a possibility: "start", "recommend", "is requested", or the plain entry of a request form. */
const asksFor = (cue: string, unit: Unit, sentence: Range): boolean =>
  unit.section !== 'prior' &&
  !/^(?:if|otherwise|alternatively)\b/i.test(unit.flat.slice(sentence.start, sentence.end).trim()) &&
  (cue === ''
    ? unit.section === 'plan'
    : /start|begin|initiat|recommend|request|approv|authoriz|prescrib|appeal|order/.test(cue) &&
      !/\bif\b|before|prior|insur|payer|plan requires/.test(cue))

const ON_SAME =
  /^(?:It|This|The (?:medication|drug|trial|treatment)|Treatment|Therapy|Stopped|Discontinued|D\/c|She|He|They|Patient|The patient|Unfortunately|However|Subsequently|Developed|Had|No |Outcome|Response|Reason|Tolerated|Good|Minimal|Partial|Poor|Inadequate|Caused|Ineffective|Failed|Without|Symptoms|Dose|After)/

/** Sentences right behind that still speak of the only (or last) agent: "Stopped 3/2020 for flushing." */
function sequelOf(reading: RecordReading, unit: Unit, placed: Placed, rest: readonly Range[]): Range | null {
  if (placed.own.end < placed.sentence.end && unit.flat.slice(placed.own.end, placed.sentence.end).trim().length > 3) return null
  let end: number | null = null
  for (const next of rest.slice(0, unit.kind === 'prose' ? 2 : 4)) {
    const text = unit.flat.slice(next.start, next.end)
    const speaks = unit.kind === 'prose' ? ON_SAME.test(text) : true
    if (!speaks || isQuestion(text) || place(unit.flat, next, reading.vocabulary).length > 0) break
    end = next.end
  }
  return end === null ? null : { start: placed.sentence.end, end }
}

function trialOf(reading: RecordReading, unit: Unit, placed: Placed, sense: CueSense, sequel: Range | null): PriorTreatment {
  const { flat } = unit
  const own = flat.slice(placed.own.start, placed.own.end)
  const after = sequel ? flat.slice(sequel.start, sequel.end) : ''
  const tail = placed.lastOfRun ? '' : flat.slice(placed.tail.start, placed.tail.end)
  const before = flat.slice(placed.before.start, placed.before.end)
  const told = outcomeOf(`${own}${after ? `. ${after}` : ''}`, before, reading.vocabulary)
  const behind = told.outcome === 'not_stated' && tail ? outcomeOf(tail, before, reading.vocabulary) : told
  const shared =
    behind.outcome === 'not_stated' && behind.reason === null ? { ...behind, outcome: leadOutcome(unit, reading) } : behind
  const period = periodOf(unit, placed, own, after, before, tail)
  const current = !period.end && (period.ongoing || sense === 'current')
  const outcome = shared.outcome === 'not_stated' && current ? 'ongoing' : shared.outcome
  return {
    agent: tidy(placed.mention.written),
    alsoKnownAs: placed.mention.alsoKnownAs,
    dose: doseOf(flat, placed),
    start: period.start,
    end: period.end,
    duration: period.duration,
    outcome,
    reason: shared.reason,
  }
}

/** "Medications tried and failed:" over a list. */
const leadOutcome = (unit: Unit, reading: RecordReading): TrialOutcome =>
  unit.leads.flatMap((l) => (l.note ? [] : outcomeHits(l.text, reading.vocabulary).filter((h) => h.value !== 'response'))).at(-1)
    ?.value ?? 'not_stated'

function periodOf(unit: Unit, placed: Placed, own: string, after: string, before: string, tail: string): Period {
  const said = periodIn(own)
  const sequel = after ? periodIn(after.replace(/^[^.]*?(?=\b(?:stopped|discontinued|started)\b)/i, '')) : NO_PERIOD
  const merged = {
    ...said,
    start: said.start ?? (/\bstart/i.test(after) ? sequel.start : null),
    end: said.end ?? sequel.end,
    duration: said.duration ?? sequel.duration,
  }
  const ahead = placed.firstOfSentence
    ? periodBefore(unit.flat.slice(placed.sentence.start, placed.run.start))
    : periodBefore(before)
  const full = orElse(merged, ahead)
  if (full.start || full.end || full.ongoing) return full
  const listTail = tail ? periodIn(tail) : NO_PERIOD
  const fromTail = orElse(full, listTail)
  if (fromTail.start || fromTail.end) return fromTail
  for (const lead of [...unit.leads].reverse()) {
    const p = periodIn(lead.text.replace(/^[^:]*:/, (s) => s.replace(/[^:]/g, ' ')))
    if (p.start || p.end) return { ...p, duration: full.duration ?? p.duration }
    if (/^\s*started/i.test(lead.text)) return orElse(full, periodIn(lead.text))
  }
  return full
}

function againstOf(unit: Unit, placed: Placed, sense: CueSense): Contraindication {
  const { flat } = unit
  const own = flat.slice(placed.mention.end, placed.lastOfRun ? placed.sentence.end : placed.own.end)
  const due =
    /(?:due to|because of|because|given|secondary to|in (?:the )?setting of|owing to|as (?:he|she|the patient) has)\s+(.+)$/i.exec(
      own,
    )?.[1]
  const bracket = /^\s*[-–:(]+\s*([^()]{3,}?)\)?(?:[.;,]|$)/.exec(own)?.[1]
  const words = due ?? bracket
  const reason = words
    ? tidy(words.replace(/\s+(?:contraindicates|precludes).*$/i, '').replace(/\.$/, ''))
    : tidy(flat.slice(placed.sentence.start, placed.sentence.end).replace(/\.$/, ''))
  return {
    agent: tidy(placed.mention.written),
    alsoKnownAs: placed.mention.alsoKnownAs,
    reason: sense === 'allergy' && words ? `allergy: ${reason}` : reason,
  }
}

const requestOf = (flat: string, placed: Placed): RequestedTreatment => ({
  agent: tidy(placed.mention.written),
  alsoKnownAs: placed.mention.alsoKnownAs,
  dose: doseOf(flat, placed),
})

const doseOf = (flat: string, placed: Placed) =>
  doseAhead(flat.slice(Math.max(placed.sentence.start, placed.mention.start - 30), placed.mention.start)) ??
  doseIn(flat.slice(placed.own.start, placed.own.end))
