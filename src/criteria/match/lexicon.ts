import { agentsIn } from '../../facts/record/agents.ts'
import { measuresNamed, type Vocabulary } from '../../facts/vocabulary.ts'

/** An agent or class named in a text. `names`: what it answers to there, lower case. */
export interface NamedAgent {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly names: readonly string[]
  readonly isClass: boolean
}

export interface NamedMeasure {
  readonly start: number
  readonly end: number
  /** Registry id, as in `Measure.measure`. */
  readonly id: string
  readonly label: string
}

/** What matching needs to know of the world, and no more. */
export interface Lexicon {
  agentsNamedIn(text: string): readonly NamedAgent[]
  measuresNamedIn(text: string): readonly NamedMeasure[]
  /** Every name, brand and class an agent answers to, lower case, itself included. */
  namesOf(agent: string): readonly string[]
}

/** "Motor Activity Log (MAL) amount-of-use score" is one name; blanks keep the places. */
const withoutShortForms = (text: string): string =>
  text.replace(/(?<=[a-z] )\([A-Z][A-Za-z-]{1,7}\)(?= [a-z])/g, (m) => ' '.repeat(m.length))

/** The lexicon over the records of `knowledge/facts`. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  return {
    agentsNamedIn: (text) =>
      agentsIn(text, vocabulary).map((m) => ({
        start: m.start,
        end: m.end,
        written: m.written,
        names: [...new Set([m.agent.toLowerCase(), m.written.toLowerCase()])],
        isClass: m.isClass,
      })),
    measuresNamedIn: (text) =>
      measuresNamed(withoutShortForms(text), vocabulary.measures).map((m) => ({
        start: m.start,
        end: m.end,
        id: m.measure.id,
        label: m.measure.record.label,
      })),
    namesOf: (agent) => [agent.toLowerCase(), ...agentsIn(agent, vocabulary).flatMap((m) => m.alsoKnownAs)],
  }
}
