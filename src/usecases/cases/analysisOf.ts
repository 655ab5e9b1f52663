import { type Outcome, ok } from '../../base/outcome.ts'
import { type CaseState, standingSignature } from '../../casefile/state.ts'
import type { Analysis } from './analysis.ts'
import { engineRequest } from './engineRequest.ts'
import type { CaseId, CasePorts } from './ports.ts'
import { voidOutdated } from './sign/voidOutdated.ts'

const NAME = 'analysis'

/**
 * What the engine makes of the case as it is now. Kept beside the case, and made again when something was
 * said since, when the day changed, or when the knowledge did.
 */
export async function analysisOf(ports: CasePorts, id: CaseId, state: CaseState): Promise<Outcome<Analysis>> {
  const kept = await ports.cases.kept(id, NAME)
  if (kept?.seq === state.contentSeq) {
    const analysis = JSON.parse(kept.json) as Analysis
    if (analysis.today === ports.clock.today() && analysis.knowledge === ports.knowledge.version) return ok(analysis)
  }
  const made = await ports.engine.analyse(await engineRequest(ports, id, state))
  if (!made.ok) return made
  await ports.cases.keep(id, NAME, state.contentSeq, made.value)
  // Signatures under words that have changed are void from here on; the next look at the case shows it.
  if (state.signings.some(standingSignature)) await voidOutdated(ports, id, state)
  return ok(JSON.parse(made.value) as Analysis)
}
