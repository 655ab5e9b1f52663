import type { Knowledge } from './assemble.ts'
import type { PayerRecord } from './payer.ts'
import type { ReasonRecord } from './reason.ts'
import type { TreatmentRecord } from './treatment.ts'

/** The record behind one part of a guide's address: our own id or slug, or that of an earlier guide. */
export const payerBySlug = (k: Knowledge, slug: string): PayerRecord | null => k.payers.get(slug) ?? live(k.payers, slug)

export const treatmentBySlug = (k: Knowledge, slug: string): TreatmentRecord | null =>
  k.treatments.get(slug) ?? live(k.treatments, slug)

export const reasonBySlug = (k: Knowledge, slug: string): ReasonRecord | null =>
  k.reasons.get(slug) ?? [...k.reasons.values()].find((r) => r.slug === slug) ?? live(k.reasons, slug)

/** The address of a record's guides. */
export const payerSlug = (p: PayerRecord): string => p.id
export const treatmentSlug = (t: TreatmentRecord): string => t.id
export const reasonSlug = (r: ReasonRecord): string => r.slug

const live = <T extends { liveSlug?: string | undefined }>(records: ReadonlyMap<string, T>, slug: string): T | null =>
  [...records.values()].find((r) => r.liveSlug === slug) ?? null
