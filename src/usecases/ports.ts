import type { Outcome } from '../base/outcome.ts'
import type { Problem } from '../base/problem.ts'
import type { CardWords } from '../document/card.ts'
import type { Letter } from '../document/letter.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { SignedLetter } from '../packet/certificate.ts'
import type { NumberedPart } from '../packet/numbering.ts'
import type { ExhibitFile, LetterMeta, PacketPlan } from '../packet/plan.ts'
import type { SourceDocument } from '../reading/document.ts'

/** A file as given: its name without folders, and its bytes. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface TypesetPacket {
  readonly pdf: Uint8Array
  readonly letterPdf: Uint8Array
  readonly pageCount: number
  /** Exhibits that could not be included, by name; each is also listed in the packet's index. */
  readonly skipped: readonly Problem[]
  /** What is on which page, where it is known. */
  readonly parts?: readonly NumberedPart[]
}

export interface TypesetSigned {
  /** With its certificates. */
  readonly pdf: Uint8Array
  /** The signed letter alone, which the certificates name by its hash. */
  readonly letterPdf: Uint8Array
  readonly pageCount: number
}

/** What the use cases need from the world. */
export interface Ports {
  readonly knowledge: Knowledge
  readDocument(id: string, file: NamedBytes): Promise<Outcome<SourceDocument>>
  /** Told as soon as a file is known to go into the packet, so that it can be made ready while the letters are written. */
  readyExhibit?(file: NamedBytes): void
  letterPdf(letter: Letter, meta: LetterMeta): Promise<Outcome<Uint8Array>>
  letterDocx(letter: Letter, meta: LetterMeta): Promise<Uint8Array>
  /** `files` by document id. */
  packetPdf(plan: PacketPlan, files: ReadonlyMap<string, ExhibitFile>, signed?: SignedLetter): Promise<Outcome<TypesetPacket>>
  /** The PNG of a picture for sharing; null where it could not be drawn, `busy` where too many wait. */
  drawCard(words: CardWords): Promise<Uint8Array | 'busy' | null>
  /** Called at each step of long work, in plain words without health data. */
  progress(step: string): void
}

/** What is needed beside to set signed letters. */
export interface SignedPorts extends Ports {
  /** A signed letter that goes out by itself. */
  signedLetterPdf(letter: Letter, meta: LetterMeta, signed: SignedLetter): Promise<Outcome<TypesetSigned>>
}
