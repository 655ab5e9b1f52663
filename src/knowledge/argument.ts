import { z } from 'zod'
import { bool, id, int, text } from './datum.ts'

/**
 * Sentence templates are knowledge. In `say`:
 *   {path}        a term of the case; the sentence is left out when the case lacks it
 *   [ … ]         a part left out when a term in it is lacking
 *   <have|has>    first form when the patient writes ("I have"), second otherwise
 * What a sentence rests on is what its terms rest on, and what `rests` adds.
 */
export const sentence = z.strictObject({
  say: text,
  /** All must hold: "path", "!path", "path=a|b", "path|other path". */
  if: z.array(text).optional(),
  /** Repeats the sentence for each item of a list; its terms are {it.…}. */
  each: text.optional(),
  /** At most so many items of `each`. */
  limit: int.optional(),
  /** Further terms it rests on, for sentences whose words name none: "law.claim_file". */
  rests: z.array(text).optional(),
})
export type Sentence = z.infer<typeof sentence>

/** The first of several sentences whose terms the case has; with `if`, none unless all of it holds. */
export const choice = z.strictObject({ first: z.array(sentence).min(2), if: z.array(text).optional() })
export const sentenceOrChoice = z.union([sentence, choice])
export type SentenceOrChoice = z.infer<typeof sentenceOrChoice>
export const paragraph = z.array(sentenceOrChoice).min(1)
/** Sentences run together, or, where they are parallel, one to a line. */
export const paragraphOrList = z.union([paragraph, z.strictObject({ list: paragraph })])
export type ParagraphOrList = z.infer<typeof paragraphOrList>

/** What governs a denial for this reason, and which grounds answer it, strongest first: `knowledge/arguments`. */
export const argumentRecord = z.strictObject({
  id,
  /** The rule by which the denial must be judged, where this coverage's law has one. */
  standard: paragraph.optional(),
  /** What the review must decide, as this reason puts it; one for each reason of a letter that gives several. */
  question: paragraph,
  grounds: z.array(id).min(1),
  /** False where the treatment's usual criteria are beside the point: the denial turns on a network, a count or a date. A held policy is answered all the same. */
  usualCriteria: bool.optional(),
  /** Asked of the plan in the letter that requests its file. */
  documents: paragraph,
})
export type ArgumentRecord = z.infer<typeof argumentRecord>

/** One ground, argued wherever its reason allows and the case has what it needs: `knowledge/grounds`. */
export const groundRecord = z.strictObject({
  id,
  label: text,
  /** All must hold for the ground to be argued; "a|b" holds where one of the paths does. */
  needs: z.array(text).min(1),
  /** Words by which a sentence of the records proves the ground: such sentences are {proof.<id>}. "…" stands for up to four words. */
  quotes: z.array(text).optional(),
  /** A sentence that also holds one of these is not quoted: it may say that the matter is over. */
  quotesNot: z.array(text).optional(),
  /** Supports whatever answers the stated reason, so it stands after the grounds of every reason. */
  supporting: bool.optional(),
  heading: sentenceOrChoice,
  paragraphs: z.array(paragraphOrList).min(1),
  /** What to say in a call with the plan's physician. */
  talkingPoints: paragraph,
  /** What the ground would need and who has it, for the task list when the case almost has it. */
  provedBy: z.array(text).min(1),
})
export type GroundRecord = z.infer<typeof groundRecord>
