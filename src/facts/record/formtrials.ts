import type { PriorTreatment } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { agentsIn } from './agents.ts'
import { outcomeHits } from './cues.ts'
import { periodIn } from './period.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import type { Unit } from './units.ts'

const ASKS = /\b(?:medications?|drugs?|therap(?:y|ies)|treatments?)\b.*\b(?:tried|failure|failed|intoleran(?:ce|t)|trial)/i
const LABEL = /\b(?:medication|drug|date of trial|duration of trial|dates?)\s*:\s*[_\s]*/gi

/**
 * Forms that ask for the medications tried and give lines to fill in: the answers stand on the ruled
 * line or just above it. One row per agent; the form's question says how it went.
 */
export function formTrials(reading: RecordReading): { tried: Entry<PriorTreatment>[]; used: ReadonlySet<Unit> } {
  const tried: Entry<PriorTreatment>[] = []
  const used = new Set<Unit>()
  for (const unit of reading.units) {
    const question = unit.leads.findLast((l) => ASKS.test(l.text))
    if (!question || unit.kind !== 'row') continue
    const plain = unit.flat.replace(LABEL, (m) => ' '.repeat(m.length)).replace(/_/g, ' ')
    const mentions = agentsIn(plain, reading.vocabulary)
    const mention = mentions[0]
    if (!mention || mentions.length > 1) continue
    const period = periodIn(plain.slice(mention.end))
    const asked = outcomeHits(question.text, reading.vocabulary).map((h) => h.value)
    const several = new Set(asked).size > 1 || /contraindication/i.test(question.text)
    const value: PriorTreatment = {
      agent: tidy(mention.written),
      alsoKnownAs: mention.alsoKnownAs,
      dose: null,
      start: period.start,
      end: period.end,
      duration: period.duration,
      outcome: several || !asked[0] ? (period.ongoing ? 'ongoing' : 'not_stated') : asked[0],
      reason: null,
    }
    tried.push(entryAt(reading, unit, { start: 0, end: unit.flat.length }, value))
    used.add(unit)
  }
  return { tried, used }
}
