import type { Condition } from '../knowledge/coverage.ts'

/** Facts about the plan and the denial that decide whether a right exists. Absent: not known. */
export type Conditions = Readonly<Partial<Record<Condition, boolean>>>

/** What is taken to be so while a fact is not known, and how to say it. */
const WHEN_UNKNOWN: Readonly<Record<Condition, { readonly value: boolean; readonly say: string }>> = {
  erisa: { value: true, say: 'Assumes that the coverage comes from a private employer’s plan under ERISA.' },
  insured: { value: true, say: 'Assumes that the coverage is insurance, not paid by the sponsor itself.' },
  no_surprises_dispute: { value: false, say: 'Assumes that the denial is no dispute about surprise bills.' },
  cut_of_authorized_care: { value: true, say: 'Assumes that care already authorized is being ended, suspended or reduced.' },
  medical_necessity: { value: true, say: 'Assumes that the denial is about medical necessity.' },
  factual: { value: false, say: 'Assumes that the denial is about medical necessity, not about a fact or a coverage rule.' },
}

export interface Held {
  readonly holds: boolean
  readonly assumptions: readonly string[]
}

/** Whether all of the named conditions hold, with what was assumed for those not known. */
export function hold(names: readonly Condition[], conditions: Conditions): Held {
  const assumptions: string[] = []
  let holds = true
  for (const name of names) {
    const value = conditions[name]
    if (value === undefined) assumptions.push(WHEN_UNKNOWN[name].say)
    if (!(value ?? WHEN_UNKNOWN[name].value)) holds = false
  }
  return { holds, assumptions }
}
