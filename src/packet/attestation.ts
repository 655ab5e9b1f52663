/** Who may put a name under a letter. Staff prepare, and never sign. */
export type SignerRole = 'patient' | 'representative' | 'prescriber'

/**
 * What a signer confirms by signing. The id is what a signature keeps, so a text that was once
 * published is never reworded: a new wording is a new entry, and the last of a role is the one asked.
 */
export interface Attestation {
  readonly id: string
  readonly role: SignerRole
  /** The words that are signed. */
  readonly en: string
  /** Stands beside them; explains, and is not itself signed. */
  readonly es: string
}

export const ATTESTATIONS: readonly Attestation[] = [
  {
    id: 'prescriber-1',
    role: 'prescriber',
    en: 'I am the prescriber named here, and I have reviewed the whole letter. What it says of the patient’s condition, treatments and results agrees with the patient’s records and with what I know. Where it states a medical judgment, that judgment is mine. I am signing it myself, and I mean this electronic signature to count as my signature on paper.',
    es: 'Al firmar, usted confirma que es el médico o profesional que receta el tratamiento, que leyó toda la carta, que los datos clínicos coinciden con el expediente del paciente y que los juicios médicos son suyos. Su firma electrónica vale para usted lo mismo que su firma en papel. El texto que se firma es el que está en inglés.',
  },
  {
    id: 'patient-1',
    role: 'patient',
    en: 'I have read this letter, or it was read to me. What it says about me and my care is true as far as I know. I want it to be sent. I am signing it myself, and I mean this electronic signature to count as my signature on paper.',
    es: 'Al firmar, usted confirma que leyó la carta o que alguien se la leyó, que lo que dice de usted y de su atención médica es cierto hasta donde usted sabe, y que quiere que se envíe. Su firma electrónica vale para usted lo mismo que su firma en papel. El texto que se firma es el que está en inglés.',
  },
  {
    id: 'representative-1',
    role: 'representative',
    en: 'I may act for the member in this matter. I have read this letter, and what it says is true as far as I know. I want it to be sent for the member. I am signing it myself, and I mean this electronic signature to count as my signature on paper.',
    es: 'Al firmar, usted confirma que puede actuar en nombre de la persona asegurada en este asunto, que leyó la carta, que lo que dice es cierto hasta donde usted sabe y que quiere que se envíe. Su firma electrónica vale para usted lo mismo que su firma en papel. El texto que se firma es el que está en inglés.',
  },
]

/** The wording now asked of a role. */
export function attestationFor(role: SignerRole): Attestation {
  const found = ATTESTATIONS.findLast((a) => a.role === role)
  if (!found) throw new Error('a role without an attestation')
  return found
}

/** The wording that a kept signature names; null for an id that never was. */
export const attestationById = (id: string): Attestation | null => ATTESTATIONS.find((a) => a.id === id) ?? null
