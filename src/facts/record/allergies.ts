import type { Contraindication } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { agentsIn } from './agents.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import type { Unit } from './units.ts'

const NONE = /^(?:nkda|nka|none|no known|no drug|denies|n\/a|not on file|negative|unknown)/i
const WITHOUT_REACTION = /^(?:reaction|severity|allergen|allergies|drug|date|type|reviewed|food|environmental|latex|updated)/i

/** Items of an allergy list with a reaction; agents that the vocabulary lacks ("sulfa") count too. */
export function allergiesOf(reading: RecordReading, unit: Unit): Entry<Contraindication>[] {
  if (unit.section !== 'allergies') return saidInProse(reading, unit)
  const found: Entry<Contraindication>[] = []
  for (const m of unit.flat.matchAll(/[^;,\n]+(?:\([^)]*\))?/g)) {
    const words = tidy(m[0])
    if (NONE.test(words)) return []
    const parts = /^(.{3,40}?)\s*(?:\((.+)\)|[-–:]\s*(.+)|\s{2,}(\S.+))$/.exec(m[0].trim())
    const agent = tidy(parts?.[1] ?? words)
    const reaction = tidy(parts?.[2] ?? parts?.[3] ?? parts?.[4] ?? '')
    const known = agentsIn(agent, reading.vocabulary)[0]
    if (!known && (!reaction || WITHOUT_REACTION.test(agent) || agent.split(' ').length > 3)) continue
    const range = { start: m.index, end: m.index + m[0].length }
    found.push(
      entryAt(reading, unit, range, {
        agent: known ? tidy(known.written) : agent,
        alsoKnownAs: known?.alsoKnownAs ?? [agent.toLowerCase()],
        reason: reaction ? `allergy: ${reaction}` : 'allergy',
      }),
    )
  }
  return found
}

const ALLERGIC = /(?<!not )(?<!no )\ballerg(?:ic|y) to ([a-z][a-z, -]{2,60}?)(?=[.;()]|\s+(?:with|which|causing|but)\b|$)/gi
const NO_DRUG = /^(?:any|no|the|pollen|dust|cats?|dogs?|food|peanuts?|latex|shellfish|eggs?|milk)\b/i

/** "Allergic to sulfa drugs and penicillin" in running text; agents that the vocabulary knows are read with the others. */
function saidInProse(reading: RecordReading, unit: Unit): Entry<Contraindication>[] {
  if (unit.section === 'family' || unit.section === 'education') return []
  return [...unit.flat.matchAll(ALLERGIC)].flatMap((m) => {
    if (/\b(?:mother|father|sister|brother|parent|mom|dad)\b[^.;]*$/i.test(unit.flat.slice(0, m.index))) return []
    const range = { start: m.index, end: m.index + m[0].length }
    return (m[1] ?? '').split(/,|\band\b|\bor\b/).flatMap((part) => {
      const agent = tidy(part.replace(/\b(?:drugs?|medications?)\b/gi, ''))
      if (agent.length < 3 || NO_DRUG.test(agent) || (agentsIn(agent, reading.vocabulary).length > 0 && part === m[1])) return []
      const known = agentsIn(agent, reading.vocabulary)[0]
      return [
        entryAt(reading, unit, range, { agent, alsoKnownAs: known?.alsoKnownAs ?? [agent.toLowerCase()], reason: 'allergy' }),
      ]
    })
  })
}
