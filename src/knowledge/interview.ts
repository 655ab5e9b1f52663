import { z } from 'zod'
import { bilingual, bool, id, text } from './datum.ts'

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

export const interviewRecord = z.discriminatedUnion('kind', [question, cue])
export type InterviewRecord = z.infer<typeof interviewRecord>
