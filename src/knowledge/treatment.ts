import { z } from 'zod'
import { benefit, careKind, ids, key, slug, texts, trust } from './care.ts'
import { bool, datum, id, int, ref, text } from './datum.ts'

/** ICD-10-CM, with or without its dot's tail: "G35.A", "F82". `billable` false: a heading, choose a finer code. */
export const diagnosisCode = z.strictObject({
  code: z.string().regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'an ICD-10-CM code'),
  name: text,
  billable: bool,
})

export const indication = z.strictObject({
  id: key,
  name: text,
  icd10cm: z.array(diagnosisCode).default([]),
  /** `not_applicable`: the thing has no label. */
  onLabel: z.enum(['yes', 'no', 'by_agent', 'not_applicable']),
  /** Provisions of label records that say so. */
  label: z.array(ref).default([]),
  /** Who it is for: "adults", "children from 2 years". */
  population: text.optional(),
  notes: texts,
})

export const serviceCode = z.strictObject({
  code: z.string().regex(/^([A-Z]\d{4}|\d{4}[0-9A-Z])$/, 'a HCPCS or CPT code'),
  /** CPT words belong to the AMA: HCPCS only. */
  name: text.optional(),
  notes: texts,
  ...trust.shape,
})

/**
 * One typical criterion, or a group of them (`of`, joined by `join`). Typical across payers, never a
 * named payer's policy: "payer requires" needs the policy in hand.
 */
export interface Criterion {
  key: string
  /** What is asked, as a statement that can be met: "Hepatitis B screening was done and …". */
  requirement: string
  /** What proves it. */
  provedBy: string
  /** Asked at the first request or at renewal. */
  at: 'initial' | 'continuation'
  /** Ids of the indications it is for; empty for all. */
  for: string[]
  join: 'allOf' | 'anyOf' | 'atLeast'
  /** With `atLeast`. */
  least?: number | undefined
  of: Criterion[]
  /** Any one of these stands in for the criterion. */
  exceptions: Criterion[]
  /** Provisions that support it, or say why it does not fit an indication. */
  cite: string[]
}

export const criterion: z.ZodType<Criterion> = z.strictObject({
  key,
  requirement: text,
  provedBy: text,
  at: z.enum(['initial', 'continuation']).default('initial'),
  for: z.array(key).default([]),
  join: z.enum(['allOf', 'anyOf', 'atLeast']).default('allOf'),
  least: int.optional(),
  get of() {
    return z.array(criterion).default([])
  },
  get exceptions() {
    return z.array(criterion).default([])
  },
  cite: z.array(ref).default([]),
})

/** Earlier treatment that policies often ask for first. */
export const stepPrerequisite = z.strictObject({
  says: text,
  /** Ids of the indications it is asked for; empty for all. */
  for: z.array(key).default([]),
  /** Provisions that speak for or against such a step. */
  cite: z.array(ref).default([]),
})

/** A guideline, and what in it matters for this treatment. */
export const guidelineUse = z.strictObject({
  source: id,
  provisions: z.array(key).default([]),
  /** Ids of the indications it is about; empty for all. */
  for: z.array(key).default([]),
  notes: texts,
})

/** Parts of the class that a treatment takes over, before its own. */
export const takes = z.strictObject({
  /** Keys of the class's criteria, in the order they are to stand. */
  criteria: z.array(key).default([]),
  parts: z
    .array(
      z.enum([
        'stepPrerequisites',
        'guidelines',
        'evidenceToGather',
        'urgency',
        'pediatric',
        'cautions',
        'usualReasons',
        'unusualReasons',
      ]),
    )
    .default([]),
})
export type Takes = z.infer<typeof takes>

export const treatmentRecord = z.strictObject({
  id,
  displayName: text,
  displayNameEs: text.optional(),
  /** Of the Spanish name inside a sentence: "antes de cubrir la terapia …". Names of substances and brands stand without one. */
  articleEs: z.enum(['el', 'la', 'los', 'las', 'none']).default('none'),
  /** How the treatment is called inside a sentence, where `displayName` is too long. */
  shortName: text.optional(),
  aliases: texts,
  /** Short forms: match only in this exact spelling. */
  abbreviations: texts,
  /** Names shared with care for other ages ("occupational therapy"): match only when the age is known to be in `ages`. */
  generalNames: texts,
  /** Names that belong to another record first ("testosterone"): match only when a diagnosis of this record is known. */
  sharedNames: texts,
  /** Whole years, inclusive, where the record is for some ages only. */
  ages: z.strictObject({ from: int.optional(), to: int.optional() }).optional(),
  brands: texts,
  /** Nonproprietary names, one each. */
  generic: texts,
  /** Earlier guides' address and how sure we are of what it meant. */
  liveSlug: slug.optional(),
  liveSlugBasis: z.enum(['seen', 'inferred']).optional(),
  /** Family for related guides: one id for all of a class. */
  group: key,
  /** What it takes over from the record of its class. */
  takes: takes.default({ criteria: [], parts: [] }),
  class: text,
  kind: careKind,
  benefits: z.array(benefit).min(1),
  /** False forbids every sentence about a label. */
  fdaLabelApplicable: bool,
  regulatoryKind: z.enum(['prescribing_label', 'device_clearance', 'no_label_service', 'no_label_compounded']),
  /** What stands in the place of a label, or how to read it. */
  regulatoryAnchor: text,
  /** `umbrella`: ask which agent or item before anything is said of a label. */
  labelScope: z.enum(['single', 'class', 'umbrella', 'none']),
  /** Label records of its products. */
  labels: ids,
  /** For an umbrella: the records of the agents it may stand for. */
  members: ids,
  specialty: text.optional(),
  indications: z.array(indication).default([]),
  hcpcs: z.array(serviceCode).default([]),
  cpt: z.array(serviceCode).default([]),
  stepPrerequisites: z.array(stepPrerequisite).default([]),
  typicalCriteria: z.array(criterion).default([]),
  guidelines: z.array(guidelineUse).default([]),
  /** Why there are none, where there are none. */
  guidelinesNote: text.optional(),
  evidenceToGather: texts,
  /** When delay harms, and how to say so. */
  urgency: text.optional(),
  pediatric: text.optional(),
  /** Shown before anything else about the treatment. */
  warnings: z.array(datum).default([]),
  /** What a guide or letter must get right; patient-safe. */
  cautions: z.array(datum).default([]),
  /** For editors only; never shown. */
  editorNotes: texts,
  usualReasons: ids,
  /** Labels that do not fit this kind of care: the guide says so first and points to the usual one. */
  unusualReasons: ids,
  trust: z.strictObject({
    record: trust,
    indications: trust.optional(),
    steps: trust.optional(),
    criteria: trust.optional(),
  }),
})
export type TreatmentRecord = z.infer<typeof treatmentRecord>
export type Indication = z.infer<typeof indication>

/** Status of a group of fields: its own, else the record's. */
export const trustIn = (t: TreatmentRecord, group: 'indications' | 'steps' | 'criteria') => t.trust[group] ?? t.trust.record
