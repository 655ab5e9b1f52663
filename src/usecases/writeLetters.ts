import type { Brief } from '../argument/brief.ts'
import { checkClaim, type LedgerFault } from '../argument/ledger.ts'
import { caseTerms } from '../argument/terms.ts'
import { claimsOfLetter } from '../document/claims.ts'
import { composeLetter } from '../document/compose.ts'
import type { Letter } from '../document/letter.ts'
import type { LetterRecord } from '../knowledge/letter.ts'
import type { SourceDocument } from '../reading/document.ts'

/** Our own broken promise: a sentence was about to leave without what it rests on. */
export class LedgerBroken extends Error {
  readonly faults: readonly LedgerFault[]
  constructor(faults: readonly LedgerFault[]) {
    super(`${faults.length} sentence(s) failed the ledger: ${[...new Set(faults.map((f) => f.fault))].join(', ')}`)
    this.faults = faults
  }
}

/** In whose words the appeal speaks: the member's side, or the prescriber alone. */
export type AppealVoice = 'signer' | 'prescriber'

/** Every letter the case makes, each sentence checked against what it rests on. Throws `LedgerBroken`. */
export function writeLetters(brief: Brief, documents: readonly SourceDocument[], voice: AppealVoice = 'signer'): Letter[] {
  const terms = { signer: caseTerms(brief, 'signer'), prescriber: caseTerms(brief, 'prescriber') }
  const { letters: chosen } = brief.chosen
  // The appeal is what the packet is made around; a choice of letters is a choice of the others.
  const wanted = (id: string) => chosen.length === 0 || chosen.includes(id) || id === 'appeal'
  const letters = [...brief.knowledge.letters.values()]
    .filter((r) => wanted(r.id))
    .map((r) => spoken(r, voice))
    .flatMap((record) => composeLetter(record, brief, terms[record.voice]) ?? [])
  const sources = { knowledge: brief.knowledge, documents, exhibits: brief.exhibits }
  const faults = letters.flatMap((letter) => claimsOfLetter(letter).flatMap((c) => checkClaim(c, sources)))
  if (faults.length) throw new LedgerBroken(faults)
  return letters
}

/** A prescriber who appeals writes and signs alone. */
const spoken = (record: LetterRecord, voice: AppealVoice): LetterRecord =>
  record.id === 'appeal' && voice === 'prescriber' ? { ...record, voice, signatures: ['prescriber'] } : record
