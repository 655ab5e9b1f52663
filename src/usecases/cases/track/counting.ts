import { type Outcome, ok } from '../../../base/outcome.ts'
import type { CaseState } from '../../../casefile/state.ts'
import { filed } from '../../../casefile/track/filed.ts'
import { countRow } from '../../../casefile/track/statistics.ts'
import { factValue } from '../../../facts/fact.ts'
import type { Analysis } from '../analysis.ts'
import { changeCase } from '../change.ts'
import type { CaseId } from '../ports.ts'
import type { TrackPorts } from './ports.ts'

/**
 * Puts the case into the anonymous counts once something was filed, decided or closed, or brings its row up to
 * date. The receipt is kept first: run again, it is the same row. Only the sealed events of the case know it, so
 * that no row leads to a case once the case is deleted.
 */
export async function countCase(ports: TrackPorts, id: CaseId, state: CaseState, analysis: Analysis): Promise<Outcome<void>> {
  if (!filed(state) && !state.answers.length && !state.closed) return ok(undefined)
  const fresh = ports.cases.chance.token(12)
  const receipt = await changeCase<string>(ports.cases, id, { kind: 'program' }, (now) =>
    now.counted ? ok({ events: [], result: now.counted }) : ok({ events: [{ kind: 'counted', receipt: fresh }], result: fresh }),
  )
  if (!receipt.ok) return receipt
  const { facts, reason, treatment, coverage, ladder } = analysis
  await ports.counts.put(
    receipt.value,
    countRow(state, {
      payer: facts ? (factValue(facts.plan.payer)?.payerId ?? null) : null,
      reason,
      treatment,
      coverage: coverage.settled,
      level: ladder?.current?.id ?? null,
    }),
  )
  return ok(undefined)
}
