import type { CaseFacts } from '../facts/casefacts.ts'
import { factValue } from '../facts/fact.ts'

/** The ground that answers the notice in the record's own words; its phrases come from the notice, not from its record. */
export const DENIAL_ANSWERED = 'denial_answered'

/** A sentence of the notice that says what the record lacks, or that something less would do. */
const LACKS =
  /\b(?:(?:do|does|did|have|has|had|are|is|was|were|been)\s*(?:not|n['’]t)|not|no|without|lacks?|limited|insufficient|slow|only|instead|would (?:meet|be|have been)|could (?:be|have been))\b/i

/** Words that every notice uses. */
const EVERYWHERE = new Set(
  `about after again alternative another appeal appears applied approve approved available based because been before below benefit
  cannot care carefully case cause claim clinical code condition considered coverage cover covered criteria decision denied denial
  described determined doctor documentation does document effective enough evidence evidenced example following found from given
  guideline guidelines have having health home however improve indicate information least level limited long medical medically
  medicine medication meet member month months more must necessary necessity need needed needs note notes notice other patient period person
  plan please policy provided provider received reason record records related request requested required requires review
  reviewed section sent service services setting should show shown shows site standard states such support supported than that the
  their them there therapy these they this those time treated treating treatment under until used using visit week weeks what when where whether
  which will with within without would year years your first only child children daughter reference including deny denying outpatient
  inpatient facility program continued listed above hospital physician drug drugs dose unproven experimental investigational lacks`
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * What the notice says is lacking, as single telling words: "recurrent low blood glucose" gives recurrent, blood and
 * glucose. The name of what was denied tells nothing, since every page of the record has it.
 */
export function denialWords(facts: CaseFacts): readonly string[] {
  const passage = facts.denial.reading.reasonPassage?.span?.quote
  const told = passage ?? facts.denial.reasons.map((r) => (r.origin.kind === 'document' ? r.origin.span.quote : '')).join(' ')
  const named = wordsIn(`${factValue(facts.treatment.name) ?? ''} ${facts.denial.reading.service?.span?.quote ?? ''}`)
  const lacking = told.split(/(?<=[.;!?])\s+/).filter((s) => LACKS.test(s) && !/\b(?:policy|guideline|criteria)\s*:/i.test(s))
  return [...wordsIn(lacking.join(' '))].filter((w) => !named.has(w))
}

const wordsIn = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((w) => !EVERYWHERE.has(w)))

/** How many of the words a sentence of the record says: one is chance, two are an answer. */
export const wordsAnswered = (text: string, words: readonly string[]): number => {
  const said = wordsIn(text)
  return words.filter((w) => said.has(w)).length
}
