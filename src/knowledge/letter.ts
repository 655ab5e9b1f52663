import { z } from 'zod'
import { choice, paragraph, sentence, sentenceOrChoice } from './argument.ts'
import { bool, id, text } from './datum.ts'

const when = { if: z.array(text).optional() }

/** One part of a letter. The named parts (`grounds`, `history` …) are built from the case. */
export const letterPart = z.union([
  z.strictObject({ heading: sentence, ...when }),
  z.strictObject({ paragraph, ...when }),
  z.strictObject({ list: z.array(sentenceOrChoice).min(1), ordered: bool.optional(), ...when }),
  /** The denial's own words. */
  z.strictObject({ quote: sentence, attribution: sentenceOrChoice, ...when }),
  z.strictObject({
    part: z.enum(['standard', 'history', 'criteria_table', 'documents', 'fields']),
    ...when,
  }),
  z.strictObject({
    part: z.enum(['grounds', 'talking_points']),
    /** Grounds this letter does not argue: told elsewhere in it, or not for its writer to argue. */
    except: z.array(id).optional(),
    ...when,
  }),
])
export type LetterPart = z.infer<typeof letterPart>

export const letterRecord = z.strictObject({
  id,
  title: sentenceOrChoice,
  /** Who signs; `signer` is the patient, parent or representative, as the case says. */
  signatures: z.array(z.enum(['signer', 'prescriber', 'patient', 'representative'])),
  /** Whom it goes to: the plan's appeal unit, the prescriber (talking points), the external reviewer, an office that holds records. */
  to: z.enum(['plan_appeals', 'plan_records', 'external_review', 'prescriber', 'records_office', 'regulator']),
  /** Written in the prescriber's voice. */
  voice: z.enum(['signer', 'prescriber']),
  /** The letter is made when all hold. */
  needs: z.array(text),
  re: z.array(z.strictObject({ label: text, value: z.union([sentence, choice]) })),
  parts: z.array(letterPart).min(1),
  enclosures: bool,
})
export type LetterRecord = z.infer<typeof letterRecord>
