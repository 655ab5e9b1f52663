import { z } from 'zod'
import type { Knowledge } from './assemble.ts'
import { id, text } from './datum.ts'

/**
 * Spanish for sentences of the records, by the English sentence itself: what many records share is
 * translated once, and an English sentence that changes loses its Spanish, which the check reports.
 */
export const spanishRecord = z.strictObject({
  id,
  /** What the sentences are about, for editors: "reason: step therapy". */
  about: text,
  entries: z.array(z.strictObject({ en: text, es: text })).min(1),
})
export type SpanishRecord = z.infer<typeof spanishRecord>

const dictionaries = new WeakMap<Knowledge, ReadonlyMap<string, string>>()

/** Every English sentence that has Spanish. The first entry of a sentence counts; the check refuses a second. */
export function spanishOf(knowledge: Knowledge): ReadonlyMap<string, string> {
  const known = dictionaries.get(knowledge)
  if (known) return known
  const made = new Map<string, string>()
  for (const record of knowledge.spanish.values()) for (const { en, es } of record.entries) if (!made.has(en)) made.set(en, es)
  dictionaries.set(knowledge, made)
  return made
}
