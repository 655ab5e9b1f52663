import { z } from 'zod'
import { ids, slug, texts, trust } from './care.ts'
import { bilingual, id, refs } from './datum.ts'

const key = z.string().regex(/^[a-z0-9_]+$/)

/** A statement for the reader with what it rests on: provisions, or the record's own trust where it is advice. */
export const statement = bilingual.extend({ cite: refs.optional(), coverages: z.array(key).default([]) })
export type Statement = z.infer<typeof statement>

/** A way of being heard, from a telephone call between physicians to a hearing before a judge. */
export const processRecord = z.strictObject({
  id,
  slug,
  name: bilingual,
  /** One sentence: what it is and what it can change. */
  answer: statement,
  /** Who may use it and when; each about the coverage types it names, or all. */
  when: z.array(statement).min(1),
  steps: z.array(statement).min(2),
  /** How long it takes and what it costs. */
  clocks: z.array(statement).default([]),
  /** What to have at hand. */
  bring: z.array(statement).default([]),
  /** What it cannot do, and what goes wrong. */
  limits: z.array(statement).default([]),
  /** Coverage types in which it exists. */
  coverages: z.array(key).min(1),
  /** Letters of `knowledge/letters` that belong to it. */
  letters: texts,
  /** Reasons for which it is often the right door. */
  reasons: texts,
  related: ids,
  trust,
})
export type ProcessRecord = z.infer<typeof processRecord>

/** A situation that people find themselves in which no single denial reason names. */
export const scenarioRecord = z.strictObject({
  id,
  slug,
  /** As the person would ask it: "The letter does not say why. What now?" */
  question: bilingual,
  answer: statement,
  /** What decides the matter. */
  facts: z.array(statement).min(1),
  steps: z.array(statement).min(2),
  limits: z.array(statement).default([]),
  /** Coverage types it can meet; empty: all. */
  coverages: z.array(key).default([]),
  processes: ids,
  reasons: texts,
  related: ids,
  trust,
})
export type ScenarioRecord = z.infer<typeof scenarioRecord>
