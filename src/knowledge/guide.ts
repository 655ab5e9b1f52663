import { z } from 'zod'
import { careKind, ids, key, trust } from './care.ts'
import { bool, id, int, refs, text } from './datum.ts'
import { payerType } from './payer.ts'

/** The places of a guide that take sentences of their own, beside what its records give. */
export const guidePlace = z.enum([
  'answer',
  'notice',
  'rights',
  'payer',
  'request',
  'typical',
  'why_denied',
  'why_appealable',
  'ground',
  'point',
  'internal',
  'expedited',
  'external',
  'state_law',
  'state_not_held',
  'program',
  'step',
  'document',
  'mapping',
  'step_row',
  'deadline_first',
  'first_move',
  'deadline',
  'deadline_ask',
  'next',
  'closing',
  'offer',
  'limit',
])
export type GuidePlace = z.infer<typeof guidePlace>

/**
 * One sentence of a guide. In `say`: {payer}, {treatment} as named inside a sentence, {cite} the
 * citations of `cite` and `law`, {state} the state asked about (without one the sentence is left out).
 */
export const guideNote = z
  .strictObject({
    say: text,
    /** Provisions it rests on. */
    cite: refs.optional(),
    /** Rights by key: the provision that gives each under every coverage type that is shown and that the note is about. */
    law: z.array(key).optional(),
    /** Fields of this guide's own records it rests on: "treatment.cautions", "reason.notes.0", "payer.appealNotes". */
    rests: z.array(z.string().regex(/^(payer|treatment|reason|sibling|guide)(\.[A-Za-z0-9_]+)*$/)).optional(),
    /** Coverage types it is about; the sentence then appears only where one of them is shown. */
    coverages: z.array(key).default([]),
    /** Shown only where every coverage type shown is one of `coverages`: what a page for many types says in other words. */
    only: bool.optional(),
    /** For `ground` and `document`: what proves it, or who has it. */
    provedBy: text.optional(),
    /** Place among the notes of its kind where the order matters: steps; 50 when not given. */
    order: int.default(50),
  })
  .refine((n) => n.cite !== undefined || n.law !== undefined || n.rests !== undefined, 'a sentence needs cite, law or rests')
export type GuideNote = z.infer<typeof guideNote>

/** The hosted service's price, as data: shown and charged from here. Whole dollars. */
export const offer = z.strictObject({
  listPrice: int,
  firstLetterPrice: int,
  code: text,
})

/**
 * Sentences for the guides that match: every list that is not empty must hold the guide's own value.
 * A guide takes the notes of all records that match, the most specific record first.
 */
export const guideRecord = z.strictObject({
  id,
  payers: ids,
  payerTypes: z.array(payerType).default([]),
  treatments: ids,
  /** Families of treatments, as `group` of the treatment record. */
  groups: z.array(key).default([]),
  kinds: z.array(careKind).default([]),
  reasons: z.array(key).default([]),
  /** True: only where the reason's label does not fit the kind of care; false: only where it does. */
  unusual: bool.optional(),
  /** The care is for children though its record has no `ages`: Medicare is left out, Medicaid and CHIP are brought in. */
  children: bool.optional(),
  /** Fields of the records that have no place in these guides: a caution about steps where none is in dispute. */
  omit: z.array(z.string().regex(/^(payer|treatment)(\.[A-Za-z0-9_]+)+$/)).default([]),
  offer: offer.optional(),
  trust,
  notes: z.partialRecord(guidePlace, z.array(guideNote).min(1)).default({}),
})
export type GuideRecord = z.infer<typeof guideRecord>
