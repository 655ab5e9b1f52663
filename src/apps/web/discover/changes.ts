import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { bilingual, isoDate } from '../../../knowledge/datum.ts'

/** A change that a reader would want to hear of, written by whoever made it. */
const change = z.strictObject({
  date: isoDate,
  title: bilingual,
  /** What is different now, in one to three plain sentences. */
  says: bilingual,
  /** Pages that it touches, without language; the one to open stands first. */
  pages: z.array(z.string().regex(/^\/[a-z0-9/-]*$/, 'an address of this library, without language')).min(1),
})
export type Change = z.infer<typeof change>

/** The newest first, as the file is written. */
const changes = z
  .array(change)
  .min(1)
  .refine((all) => all.every((c, i) => i === 0 || c.date <= (all[i - 1]?.date ?? '')), 'the newest must stand first')

const FILE = join(import.meta.dirname, '../../../../knowledge/CHANGES.yaml')

let kept: readonly Change[] | null = null

/**
 * What `knowledge/CHANGES.yaml` says, read once. A change is what a person wrote down there: dates of checking move
 * without anything being different for a reader, so they make no news. Throws where the file is broken.
 */
export function readChanges(file: string = FILE): readonly Change[] {
  if (file === FILE && kept) return kept
  const read = changes.parse(parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }))
  if (file === FILE) kept = read
  return read
}
