import { fail, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor } from '../../../casefile/event.ts'
import { feeSettled } from '../../../casefile/price.ts'
import type { CaseId } from '../ports.ts'
import type { PayPorts } from './ports.ts'

/** Who can not pay says so, and does not. No proof is asked: the appeal of a sick person does not wait for one. */
export async function waiveFee(ports: Pick<PayPorts, 'cases' | 'mode'>, id: CaseId, by: Actor): Promise<Outcome<null>> {
  const stored = await ports.cases.load(id)
  if (!stored) return fail(problem('case-missing', 'case', 'There is no such case, or it was deleted.', 'Start a new one.'))
  if (feeSettled(stored, ports.mode)) return ok(null)
  if (await ports.cases.append(id, stored.length, [{ by, event: { kind: 'feeWaived', why: 'hardship' } }])) return ok(null)
  return fail(problem('case-moved', 'case', 'The case was changed at the same moment.', 'Press the button once more.'))
}
