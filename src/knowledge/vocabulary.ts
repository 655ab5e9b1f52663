import { z } from 'zod'
import { bilingual, bool, id, provenance, text } from './datum.ts'

/** Generic (or therapy) name → its brands and other spellings. Matching ignores case, hyphens and spacing. */
const agents = z.record(text, z.array(text))

/** One class of a family, as policies name it: "beta blocker" among migraine preventives. */
const agentGroup = z.strictObject({
  name: text,
  aliases: z.array(text).optional(),
  /** Words one of which must stand beside a generic name for it to count in this class ("ointment"). */
  routes: z.array(text).optional(),
  agents,
})

/** A family of agents that a payer steps through, with its classes: `knowledge/facts/agents`. */
const agentsRecord = z.strictObject({
  kind: z.literal('agents'),
  id,
  what: z.enum(['drug', 'therapy', 'device', 'procedure', 'diet']),
  name: text,
  aliases: z.array(text).optional(),
  groups: z.record(id, agentGroup),
  /** Upper-case short forms that count only in that exact case: "PT", "OT". */
  abbreviations: z.record(text, text).optional(),
  ...provenance,
})

const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'a number')
  .transform(Number)

/** A score or laboratory value: `knowledge/facts/measures`. */
const measure = z.strictObject({
  label: text,
  aliases: z.array(text).min(1),
  /** Short forms that count only in exactly this case: "EF", "MAL". */
  exact: z.array(text).optional(),
  /** Values outside are misreadings, not facts. */
  min: decimal,
  max: decimal,
  /** The unit supposed when none is printed; absent for a bare score. */
  unit: text.optional(),
  /** Units that may be printed; a value with another unit of measure is another measure. */
  units: z.array(text).optional(),
  higher: z.enum(['worse', 'better', 'neither']),
  /** The figure may stand before the name: "18 headache days per month". */
  valueFirst: bool.optional(),
})

const measuresRecord = z.strictObject({
  kind: z.literal('measures'),
  id,
  name: text,
  measures: z.record(id, measure),
  ...provenance,
})

export const CUE_SENSES = [
  'negated',
  'family',
  'planned',
  'allergy',
  'contraindicated',
  'past',
  'used',
  'current',
  'education',
  'hedged',
] as const
export const CUE_OUTCOMES = ['inadequate_response', 'intolerance', 'partial_response', 'response'] as const

/**
 * Phrases that decide how a mention is meant. "before" phrases stand before the thing they speak of,
 * "after" phrases behind it; "…" inside a phrase allows up to four words.
 */
const cueRecord = z.strictObject({
  kind: z.literal('cue'),
  id,
  says: text,
  sense: z.enum(CUE_SENSES).optional(),
  outcome: z.enum(CUE_OUTCOMES).optional(),
  before: z.array(text).optional(),
  after: z.array(text).optional(),
  ...provenance,
})

export const SECTIONS = [
  'assessment',
  'diagnosis',
  'history',
  'problems',
  'plan',
  'prior',
  'medications',
  'allergies',
  'contraindications',
  'family',
  'education',
  'review',
  'impression',
  'findings',
  'labs',
  'fills',
  'social',
  'goals',
] as const
export type SectionKind = (typeof SECTIONS)[number]

/** Headings of clinical documents by the kind of section they open. */
const headingsRecord = z.strictObject({
  kind: z.literal('headings'),
  id,
  says: text,
  sections: z.partialRecord(z.enum(SECTIONS), z.array(text)),
  ...provenance,
})

/** Plain word lists that a reader needs: column heads, exam names, event words, name labels. */
const wordsRecord = z.strictObject({
  kind: z.literal('words'),
  id,
  says: text,
  lists: z.record(z.string().regex(/^[a-z_]+$/), z.array(text)),
  ...provenance,
})

/** Questions that would settle an unknown fact, keyed by its path in the case file. */
const questionsRecord = z.strictObject({
  kind: z.literal('questions'),
  id,
  questions: z.record(z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/), bilingual),
})

/** `knowledge/facts`: what the reader of records and the case file need to know of the world. */
export const vocabularyRecord = z.discriminatedUnion('kind', [
  agentsRecord,
  measuresRecord,
  cueRecord,
  headingsRecord,
  wordsRecord,
  questionsRecord,
])
export type VocabularyRecord = z.infer<typeof vocabularyRecord>
export type MeasureRecord = z.infer<typeof measure>
export type CueSense = (typeof CUE_SENSES)[number]
export type CueOutcome = (typeof CUE_OUTCOMES)[number]
