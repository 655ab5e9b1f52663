import { type Outcome, ok } from '../../base/outcome.ts'
import { type CaseState, standingSignature } from '../../casefile/state.ts'
import { ANALYSIS_FORMAT, type Analysis } from './analysis.ts'
import { engineRequest } from './engineRequest.ts'
import type { CaseId, CasePorts } from './ports.ts'
import { voidOutdated } from './sign/voidOutdated.ts'

const NAME = 'analysis'

interface Remembered {
  /** What the case, the day and the knowledge must still be. */
  readonly of: string
  readonly analysis: Promise<Outcome<Weighed>>
}

interface Weighed {
  readonly analysis: Analysis
  /** Characters of JSON. */
  readonly size: number
}

/**
 * What the engine makes of the case as it is now. Kept beside the case, and made again when something was
 * said since, when the day changed, or when the knowledge did. Who asks while it is being made waits for the same one.
 */
export async function analysisOf(ports: CasePorts, id: CaseId, state: CaseState): Promise<Outcome<Analysis>> {
  const of = `${state.contentSeq} ${ports.clock.today()} ${ports.knowledge.version}`
  const held = remembered(ports, id)
  const analysis = held?.of === of ? held.analysis : keptOrMade(ports, id, state)
  if (held?.analysis !== analysis) ports.memory?.put(id, NAME, { of, analysis } satisfies Remembered, 0)
  try {
    const found = await analysis
    // Weighed once it is known; what could not be made is tried again by the next who asks.
    if (remembered(ports, id)?.analysis === analysis)
      ports.memory?.put(id, NAME, found.ok ? { of, analysis } : undefined, found.ok ? found.value.size : 0)
    return found.ok ? ok(found.value.analysis) : found
  } catch (error) {
    if (remembered(ports, id)?.analysis === analysis) ports.memory?.put(id, NAME, undefined, 0)
    throw error
  }
}

const remembered = ({ memory }: CasePorts, id: CaseId) => memory?.get(id, NAME) as Remembered | undefined

async function keptOrMade(ports: CasePorts, id: CaseId, state: CaseState): Promise<Outcome<Weighed>> {
  const kept = await ports.cases.kept(id, NAME)
  if (kept?.seq === state.contentSeq) {
    const analysis = JSON.parse(kept.json) as Analysis
    const same = analysis.format === ANALYSIS_FORMAT
    if (same && analysis.today === ports.clock.today() && analysis.knowledge === ports.knowledge.version)
      return ok({ analysis, size: kept.json.length })
  }
  const made = await ports.engine.analyse(await engineRequest(ports, id, state))
  if (!made.ok) return made
  // Signatures under words that have changed are void from here on; the next look at the case shows it. Before the
  // analysis is kept: where this is killed in between, the next one looks again.
  if (state.signings.some(standingSignature)) await voidOutdated(ports, id, state)
  await ports.cases.keep(id, NAME, state.contentSeq, made.value)
  return ok({ analysis: JSON.parse(made.value) as Analysis, size: made.value.length })
}
