import { z } from 'zod'
import { bilingual, id, int, ref, refs, text } from './datum.ts'

/** Which clock of a level applies. `expedited` is what the person asks for; law calls it urgent. */
export const careClock = z.enum(['urgent', 'pre_service', 'concurrent', 'post_service', 'standard', 'drug'])
export type CareClock = z.infer<typeof careClock>

/** One rung: who decides, by when to ask, by when they must answer. Refs point at provisions. */
export const level = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  order: int,
  kind: z.enum(['claim', 'internal', 'external', 'hearing', 'administrative', 'court', 'continuation', 'fast_track']),
  name: bilingual,
  decider: bilingual,
  deciderRefs: refs.optional(),
  /** The first provision carries the clock; the others support it. Absent: no filing by the person. */
  file: refs.optional(),
  /** Windows that replace `file` in a stated circumstance, e.g. {no_response: [...], dismissal: [...]}. */
  fileWhen: z.record(z.string(), refs).optional(),
  decide: z.record(z.string(), refs).optional(),
  /** Who may file and whether filing is automatic. */
  automatic: ref.optional(),
  /** Preconditions that the engine checks against facts, by name: see `rights/conditions.ts`. */
  onlyIf: z.array(z.string()).optional(),
  notes: refs.optional(),
})
export type Level = z.infer<typeof level>

export const coverageRecord = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
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
  /** Whether state insurance law can reach it: 'insured' | 'never' | 'program' … */
  stateLaw: z.enum(['applies', 'self_funded_preempted', 'program_rules', 'none']),
  /** Where to complain. */
  regulator: bilingual,
  forms: z.array(z.strictObject({ id, name: text, for: bilingual, cite: refs.optional() })).optional(),
  notes: refs.optional(),
})
export type CoverageRecord = z.infer<typeof coverageRecord>
