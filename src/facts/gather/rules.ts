import type { DenialReading, ReasonCategory } from '../../reading/denial.ts'
import type { CaseFacts, PriorTreatment } from '../casefacts.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { assumed, type Entry, type Fact, factValue, known, type Origin, unknown } from '../fact.ts'
import { fromDenial } from './choose.ts'

type Timing = 'pre_service' | 'concurrent' | 'post_service'

const LEVEL_TIMING: Readonly<Partial<Record<string, Timing>>> = {
  initial_pre_service: 'pre_service',
  initial_post_service: 'post_service',
  concurrent_care: 'concurrent',
}
/** Reasons that only a claim for care already given can have. */
const CLAIM_ONLY: readonly ReasonCategory[] = [
  'timely_filing',
  'duplicate_claim',
  'bundling',
  'coding_or_billing_error',
  'payment_reduced',
]
/** Reasons that a plan gives when asked beforehand. */
const ASKED_FIRST: readonly ReasonCategory[] = ['step_therapy', 'non_formulary_or_tier', 'quantity_or_frequency_limit']

const ruled = (rule: string, why: string, from: readonly Origin[]): Origin => ({ kind: 'rule', rule, why, from })

/** Before, during or after the care: from the letter's own level, else from what only one timing can show. */
export function timingOf(reading: DenialReading, caseFile: CaseFile | null): Fact<Timing> {
  const stated = caseFile?.treatment.timing
  if (stated) return known(stated.value, stated.origin)
  const level = fromDenial(reading.appealLevel)
  const byLevel = level && LEVEL_TIMING[level.value]
  if (level && byLevel)
    return known(byLevel, ruled('timing-from-level', 'The letter says at which stage it decides.', [level.origin]))
  const claim = reading.denialReasons.find((r) => CLAIM_ONLY.includes(r.value.category))
  if (claim) {
    const origin: Origin = { kind: 'document', role: 'denial', span: claim.span }
    return known(
      'post_service',
      ruled('timing-from-claim-reason', 'Only a claim for care already given can be refused for this reason.', [origin]),
    )
  }
  const notice = reading.noticeDate?.value
  if (notice && reading.serviceDates.length > 0 && reading.serviceDates.every((d) => d.value < notice))
    return assumed('post_service', 'The letter names only dates of service before its own date.')
  if (reading.denialReasons.some((r) => ASKED_FIRST.includes(r.value.category)))
    return assumed(
      'pre_service',
      'A plan gives this reason when it is asked before the treatment; the letter names no date of service.',
    )
  return unknown('treatment.timing')
}

/** What the letter's cues settle about the coverage, as judged outside: `assumes` where an answer was taken for granted. */
export interface CoverageCue {
  readonly coverage: string
  readonly because: readonly string[]
  readonly assumes: string | null
}

/** The case file, else what the cues settle; never a guess, since every deadline hangs on it. */
export function coverageOf(reading: DenialReading, caseFile: CaseFile | null, cue: CoverageCue | null): Fact<string> {
  const stated = caseFile?.plan.coverage
  if (stated) return known(stated.value, stated.origin)
  if (!cue) return unknown('plan.coverage')
  if (cue.assumes) return assumed(cue.coverage, cue.assumes)
  const from = [reading.planType, ...reading.planCues].flatMap((f) =>
    f ? [{ kind: 'document', role: 'denial', span: f.span } as const] : [],
  )
  return known(cue.coverage, ruled('coverage-from-letter', cue.because.join(' ') || 'The letter’s own words settle it.', from))
}

/** Receipt starts most clocks; the letter cannot know it, so only a person can say it. */
export const receivedOf = (caseFile: CaseFile | null): CaseFacts['denial']['receivedDate'] =>
  caseFile?.denial.received
    ? known(caseFile.denial.received.value, caseFile.denial.received.origin)
    : unknown('denial.receivedDate')

/** In use now, when the record says that it goes on. Silence proves nothing. */
export function currentOf(
  name: Fact<string>,
  trials: readonly Entry<PriorTreatment>[],
  caseFile: CaseFile | null,
): Fact<boolean> {
  const stated = caseFile?.treatment.current
  if (stated) return known(stated.value, stated.origin)
  const wanted = factValue(name)?.toLowerCase()
  const trial = wanted
    ? trials.find(
        (t) =>
          (t.value.outcome === 'ongoing' || (t.value.outcome === 'response' && t.value.end === null)) && answers(t.value, wanted),
      )
    : undefined
  return trial
    ? known(true, ruled('current-from-record', 'The record lists the treatment as continuing.', [trial.origin]))
    : unknown('treatment.current')
}

/** The first names of an agent are its own, the later ones its class. */
const answers = (trial: PriorTreatment, wanted: string) =>
  [trial.agent.toLowerCase(), ...trial.alsoKnownAs.slice(0, 2)].some((n) => n.length > 3 && wanted.includes(n))

/** A child's appeal is signed by a parent; only the case file can say who signs. */
export const signerOf = (caseFile: CaseFile | null): CaseFacts['signer'] =>
  caseFile?.signer ? known(caseFile.signer.value, caseFile.signer.origin) : unknown('signer.role')
