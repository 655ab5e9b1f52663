import { z } from 'zod'
import { LETTER_LEVELS } from '../../reading/denial.ts'
import { choice, day, icd10, npi, number, outcome, partial, phone, serviceCode, state, words, yesNo } from './fields.ts'

const by = choice('patient', 'prescriber', 'case file').optional()

/** The shape of `case.yaml`. Every part is optional: state only what is known or must be put right. */
export const caseFileSchema = z.strictObject({
  /** Who states what follows, where an entry does not say so itself. */
  by,
  patient: z
    .strictObject({ name: words.optional(), birthDate: day.optional(), address: words.optional(), phone: phone.optional() })
    .optional(),
  plan: z
    .strictObject({
      coverage: words.optional(),
      state: state.optional(),
      payer: words.optional(),
      memberId: words.optional(),
      group: words.optional(),
    })
    .optional(),
  prescriber: z
    .strictObject({
      name: words.optional(),
      credentials: words.optional(),
      specialty: words.optional(),
      npi: npi.optional(),
      practice: words.optional(),
      address: words.optional(),
      phone: phone.optional(),
      fax: phone.optional(),
    })
    .optional(),
  treatment: z
    .strictObject({
      name: words.optional(),
      id: words.optional(),
      dose: words.optional(),
      codes: z.array(serviceCode).optional(),
      timing: choice('pre_service', 'concurrent', 'post_service').optional(),
      current: yesNo.optional(),
    })
    .optional(),
  denial: z
    .strictObject({
      noticeDate: day.optional(),
      received: z
        .strictObject({
          date: day,
          proof: choice('postmark', 'delivery_record', 'portal_record', 'fax_record', 'recollection').optional(),
        })
        .optional(),
      effectiveDateOfChange: day.optional(),
      reference: words.optional(),
      level: choice(...LETTER_LEVELS).optional(),
      appealAddress: words.optional(),
      appealFax: phone.optional(),
      appealPhone: phone.optional(),
      appealPortal: words.optional(),
    })
    .optional(),
  diagnoses: z.array(z.strictObject({ name: words, code: icd10.optional(), since: partial.optional(), by })).optional(),
  priorTreatments: z
    .array(
      z.strictObject({
        agent: words,
        dose: words.optional(),
        start: partial.optional(),
        end: partial.optional(),
        duration: words.optional(),
        outcome: outcome.optional(),
        reason: words.optional(),
        by,
      }),
    )
    .optional(),
  contraindications: z.array(z.strictObject({ agent: words, reason: words, by })).optional(),
  measures: z
    .array(z.strictObject({ measure: words, value: number, unit: words.optional(), date: partial.optional(), by }))
    .optional(),
  results: z.array(z.strictObject({ test: words, date: partial.optional(), finding: words, by })).optional(),
  events: z.array(z.strictObject({ kind: words, date: partial.optional(), what: words, by })).optional(),
  urgency: z.strictObject({ urgent: yesNo, reason: words.optional(), by }).optional(),
  grounds: z.array(words).optional(),
  letters: z.array(words).optional(),
  statements: z.array(z.strictObject({ who: choice('patient', 'prescriber'), words, ground: words.optional() })).optional(),
  signer: z.strictObject({ role: choice('patient', 'parent', 'representative'), name: words.optional() }).optional(),
  notTrue: z
    .array(
      z.strictObject({
        kind: choice(
          'diagnosis',
          'treatment',
          'contraindication',
          'measure',
          'result',
          'event',
          'name',
          'birthDate',
          'prescriber',
        ),
        what: words,
        document: words.optional(),
        why: words.optional(),
      }),
    )
    .optional(),
})
export type CaseFileShape = z.infer<typeof caseFileSchema>
