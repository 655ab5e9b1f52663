import type { Brief } from '../argument/brief.ts'
import type { Letter, LetterKind } from '../document/letter.ts'

/** Which letters beside the appeal are typeset: those of use now, every one of the case, or these with those of use now. */
export type LetterChoice = 'now' | 'all' | readonly LetterKind[]

/**
 * Whether the person, or the prescriber, can do something with the letter at the level that is open now.
 * What is kept for a later turn (the appeal was refused, the decision is overdue) would lie beside the
 * packet unread, and out of date when its turn comes.
 */
const OF_USE: Readonly<Record<LetterKind, (brief: Brief) => boolean>> = {
  appeal: () => true,
  medical_necessity: () => true,
  step_exception: () => true,
  expedited_request: () => true,
  // The plan's physician can be called as soon as there is a denial, and often only for some days after it.
  peer_to_peer: () => true,
  claim_file_request: (brief) => brief.criteria?.held !== true,
  authorized_representative: (brief) => brief.signer.role === 'representative',
  external_review_request: (brief) => brief.ladder?.current?.kind === 'external',
  overdue_decision: () => false,
  // Asked for on the evidence page; neither goes to the plan.
  records_request: () => false,
  prescriber_request: () => false,
  // Prepared for when the plan does not do what the law asks of it.
  regulator_complaint: () => false,
}

export const LETTER_KINDS = Object.keys(OF_USE) as readonly LetterKind[]
export const isLetterKind = (name: string): name is LetterKind => Object.hasOwn(OF_USE, name)

export interface SortedLetters {
  readonly now: readonly Letter[]
  /** Written and checked, to be typeset when asked for. */
  readonly later: readonly Letter[]
}

/** What the case file or the call chose by name is always of use. */
export function sortLetters(letters: readonly Letter[], brief: Brief, choice: LetterChoice): SortedLetters {
  const isNow = ({ kind }: Letter) =>
    choice === 'all' || (choice !== 'now' && choice.includes(kind)) || brief.chosen.letters.includes(kind) || OF_USE[kind](brief)
  return { now: letters.filter(isNow), later: letters.filter((letter) => !isNow(letter)) }
}
