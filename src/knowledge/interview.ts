import { z } from 'zod'
import { bilingual, bool, id, int, text } from './datum.ts'

const coverageId = z.string().regex(/^[a-z0-9_]+$/)

/** One answer: it leads to another question, or settles the type of coverage. */
const answer = z
  .strictObject({
    id,
    says: bilingual,
    next: id.optional(),
    settles: coverageId.optional(),
    /** The person cannot tell; never followed on the strength of a letter's cues. */
    unsure: bool.optional(),
    /** What is assumed by settling on this answer, to be told to the person. */
    assumes: bilingual.optional(),
  })
  .refine((a) => (a.next === undefined) !== (a.settles === undefined), 'an answer has either "next" or "settles"')
export type Answer = z.infer<typeof answer>

/** A question that asks for one thing. */
const question = z.strictObject({
  id,
  kind: z.literal('question'),
  asks: bilingual,
  /** Why it matters, for the person who is asked. */
  why: bilingual,
  answers: z.array(answer).min(2),
})
export type Question = z.infer<typeof question>

/** Words of a letter that tell its coverage type or narrow it. */
const cue = z.strictObject({
  id,
  kind: z.literal('cue'),
  /** Looked for as whole words, without regard to case. */
  phrases: z.array(text).min(1),
  /** The types whose letters use these words; a single one settles. */
  among: z.array(coverageId).min(1),
  /** `strong`: such letters only. `hint`: other letters may use the words in passing. */
  strength: z.enum(['strong', 'hint']),
  says: text,
})
export type Cue = z.infer<typeof cue>

export const ASK_INPUTS = [
  'choice',
  'yes_no',
  'date',
  'partial_date',
  'text',
  'long_text',
  'person',
  'address',
  'phone',
  'npi',
  'state',
  'code',
  'number',
] as const
export type AskInput = (typeof ASK_INPUTS)[number]

/** One field of a page. `path`: where its value goes in the case file; for a list, the field of the item. */
const askField = z
  .strictObject({
    path: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/),
    input: z.enum(ASK_INPUTS),
    label: bilingual.optional(),
    example: text.optional(),
    optional: bool.optional(),
    /** A day that cannot lie ahead. */
    past: bool.optional(),
    choices: z
      .array(z.strictObject({ id: z.string().regex(/^[a-z0-9_]+$/), says: bilingual }))
      .min(2)
      .optional(),
  })
  .refine((f) => (f.input === 'choice') === (f.choices !== undefined), 'choices belong to a choice, and to nothing else')
export type AskField = z.infer<typeof askField>

/** Circumstances under which a question is needed at all; `src/interview/needs.ts` says when each holds. */
export const ASK_NEEDS = [
  'receipt_counts',
  'state_counts',
  'care_cut',
  'not_given_yet',
  'nowhere_to_send',
  'drug_or_course',
  'medical_reason',
  'only_if_doubted',
] as const
export type AskNeed = (typeof ASK_NEEDS)[number]

/** A fact of the case asked of a person: one page of the interview. */
const ask = z
  .strictObject({
    id,
    kind: z.literal('ask'),
    /** What cannot be done without it; the stages are asked in this order. */
    stage: z.enum(['deadline', 'letter', 'argument']),
    order: int,
    /** Key of the wording in `knowledge/facts/questions`, or the wording itself. */
    question: z.string().optional(),
    asks: bilingual.optional(),
    why: bilingual,
    /** What an answer changes. */
    changes: bilingual,
    help: bilingual.optional(),
    /** The fact that makes the question needless, by its place in the facts of a case. */
    fact: z.string().optional(),
    /** The answer is an item of this list of the case file. */
    list: z.enum(['diagnoses', 'priorTreatments', 'contraindications', 'measures', 'results', 'events', 'statements']).optional(),
    /** A statement for this ground; its having been made makes the question needless. */
    ground: id.optional(),
    /** Asked only where one of these grounds may answer the denial. */
    grounds: z.array(id).min(1).optional(),
    needs: z.array(z.enum(ASK_NEEDS)).optional(),
    /** What is set without being asked. */
    sets: z.record(z.string(), text).optional(),
    fields: z.array(askField).min(1),
  })
  .refine((a) => (a.question === undefined) !== (a.asks === undefined), 'a question has either "question" or "asks"')
export type Ask = z.infer<typeof ask>

export const interviewRecord = z.discriminatedUnion('kind', [question, cue, ask])
export type InterviewRecord = z.infer<typeof interviewRecord>
