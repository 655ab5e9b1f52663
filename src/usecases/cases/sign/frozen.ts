import type { CivilDate } from '../../../base/date.ts'
import { type Outcome, ok } from '../../../base/outcome.ts'
import type { CaseState } from '../../../casefile/state.ts'
import type { Letter, LetterKind } from '../../../document/letter.ts'
import { canonicalText } from '../../../packet/attestationText.ts'
import type { Analysis } from '../analysis.ts'
import { engineRequest } from '../engineRequest.ts'
import type { CaseId, CasePorts } from '../ports.ts'

/** A letter as its signer sees it. Its date is among the words that are signed, so the day it was written on is kept too. */
export interface Frozen {
  readonly letter: Letter
  readonly today: CivilDate
  /** Of the last event that could have changed the letter. */
  readonly seq: number
  /** The edits to this letter's sentences, to tell later whether it was those that changed it. */
  readonly edits: string
}

export const editsOf = (state: CaseState, kind: LetterKind): string =>
  JSON.stringify([...state.edits.values()].filter((e) => e.letter === kind))

const nameOf = (signing: string): string => `signing:${signing}`

/** What a signature is bound to: SHA-256 of the letter's words. */
export const wordsOf = (ports: Pick<CasePorts, 'digest'>, letter: Letter): string => ports.digest(canonicalText(letter))

export const keepFrozen = (ports: Pick<CasePorts, 'cases'>, id: CaseId, signing: string, frozen: Frozen): Promise<void> =>
  ports.cases.keep(id, nameOf(signing), frozen.seq, JSON.stringify(frozen))

export async function frozenOf(ports: Pick<CasePorts, 'cases'>, id: CaseId, signing: string): Promise<Frozen | null> {
  const kept = await ports.cases.kept(id, nameOf(signing))
  return kept ? (JSON.parse(kept.json) as Frozen) : null
}

/** The letter as the case would write it now, dated as on `today`; null: the case no longer writes it. */
export async function letterOn(
  ports: CasePorts,
  id: CaseId,
  state: CaseState,
  kind: LetterKind,
  today: CivilDate,
): Promise<Outcome<Letter | null>> {
  const made = await ports.engine.analyse({ ...(await engineRequest(ports, id, state)), today })
  if (!made.ok) return made
  const { letters } = JSON.parse(made.value) as Analysis
  return ok(letters.find((l) => l.kind === kind) ?? null)
}
