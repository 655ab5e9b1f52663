import { z } from 'zod'
import { id, provenance, text } from './datum.ts'

/** What is being asked for. Decides which law, which label rule and which words can apply. */
export const CARE_KINDS = [
  'drug',
  'biologic',
  'cell_gene_therapy',
  'device',
  'procedure',
  'therapy',
  'test',
  'level_of_care',
  'service',
] as const
export const careKind = z.enum(CARE_KINDS)
export type CareKind = z.infer<typeof careKind>

/** Part of the plan that pays for it. */
export const benefit = z.enum(['medical', 'pharmacy', 'dme', 'therapy', 'behavioral', 'laboratory', 'preventive', 'any'])
export type Benefit = z.infer<typeof benefit>

/** How far a group of fields can be trusted, where no source record states them one by one. */
export const trust = z.strictObject(provenance)
export type Trust = z.infer<typeof trust>

/** Lists may be left out of a record: absent and empty mean the same. */
export const texts = z.array(text).default([])
export const ids = z.array(id).default([])

/** Last part of a guide's address: "step-therapy". */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug is lower-case letters and digits joined by hyphens')

/** A key inside a record, used as a pin: "tried_failed". */
export const key = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, 'a key is lower-case letters and digits joined by underscores')
