import { z } from 'zod'
import { bilingual, id, int, ref, refs, text } from './datum.ts'

/** Which clock of a level applies. `expedited` is what the person asks for; law calls it urgent. */
export const careClock = z.enum(['urgent', 'pre_service', 'concurrent', 'post_service', 'standard', 'drug'])
export type CareClock = z.infer<typeof careClock>

/** Facts on which a level or a clock depends; `rights/conditions.ts` says what is assumed when unknown. */
export const condition = z.enum([
  'erisa',
  'insured',
  'no_surprises_dispute',
  'cut_of_authorized_care',
  'medical_necessity',
  'factual',
])
export type Condition = z.infer<typeof condition>

const levelId = z.string().regex(/^[a-z0-9_]+$/)

/** One rung: who decides, by when to ask, by when they must answer. Refs point at provisions. */
export const level = z.strictObject({
  id: levelId,
  /** Other names for the same rung in notices and other systems. */
  also: z.array(levelId).optional(),
  order: int,
  /** Stands beside the ladder (a side door that closes on its own), not on it: the rung it belongs to. */
  beside: levelId.optional(),
  kind: z.enum(['claim', 'internal', 'external', 'hearing', 'administrative', 'court', 'continuation', 'fast_track']),
  name: bilingual,
  decider: bilingual,
  deciderRefs: refs.optional(),
  /**
   * The first provision with a clock that applies carries the deadline, the ones without a clock support it;
   * further clocks only bring the safe date forward. No clock at all: no federal deadline, and the first says why.
   * Absent: no filing by the person.
   */
  file: refs.optional(),
  /** Windows that replace `file` in a stated circumstance, e.g. {no_response: [...]}. */
  fileWhen: z.record(levelId, refs).optional(),
  /** Clock (see `careClock`, with qualifiers as in `pre_service_each_of_two`) → provisions, first applicable carries. */
  decide: z.record(levelId, refs).optional(),
  /** The rung above sends the file on by itself. */
  automatic: ref.optional(),
  /** Exists only under these conditions … */
  onlyIf: z.array(condition).optional(),
  /** … and these provisions say why there is none otherwise. */
  otherwise: refs.optional(),
  notes: refs.optional(),
})
export type Level = z.infer<typeof level>

/** Types whose law is of one kind, so that a letter can speak to all of them in the same way. */
export const coverageFamily = z.enum([
  'commercial',
  'medicare',
  'medicaid',
  'federal_employee',
  'military',
  'indian_health',
  'no_federal_appeal',
])
export type CoverageFamily = z.infer<typeof coverageFamily>

export const coverageRecord = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  family: coverageFamily,
  name: bilingual,
  /** One plain sentence that lets a person recognise their own plan. */
  recognise: bilingual,
  governing: refs,
  /** Levels in order; the first is the initial decision. */
  levels: z.array(level).min(1),
  /** Rights by key (claim_file, criteria_access, reviewer_qualified …): the provisions that give them. */
  rights: z.record(z.string().regex(/^[a-z0-9_]+$/), refs),
  /** Defects by key (no_specific_reason …): the provision a notice with that defect does not meet. */
  defects: z.record(z.string().regex(/^[a-z0-9_]+$/), refs),
  representative: refs,
  dayCounting: refs,
  /** Whether State insurance law can reach it; never for a self-funded ERISA plan. */
  stateLaw: z.enum(['applies', 'insured_only', 'self_funded_preempted', 'program_rules', 'none']),
  /** Where to complain. */
  regulator: bilingual,
  forms: z.array(z.strictObject({ id, name: text, for: bilingual, cite: refs.optional() })).optional(),
  notes: refs.optional(),
})
export type CoverageRecord = z.infer<typeof coverageRecord>
