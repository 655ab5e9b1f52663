import type { Instant } from '../../casefile/event.ts'
import { caseState } from '../../casefile/state.ts'
import type { Ladder } from '../../rights/ladder.ts'
import { deleteCase } from './deleteCase.ts'
import type { CaseId, CasePorts } from './ports.ts'

type Needs = Pick<CasePorts, 'cases' | 'clock' | 'audit'>

const DAY_MS = 86_400_000

/** The moment before which a case must last have been touched to be deleted. */
const before = (now: Instant, days: number): Instant => new Date(Date.parse(now) - days * DAY_MS).toISOString() as Instant

/** Cases nobody touched for `days` days and none of whose deadlines is still open; 0 days: none ever. */
export async function retirable(ports: Needs, days: number): Promise<readonly CaseId[]> {
  if (days === 0) return []
  const untouched = await ports.cases.untouchedSince(before(ports.clock.now(), days))
  const kept = await Promise.all(untouched.map((id) => mustStay(ports, id)))
  return untouched.filter((_, i) => !kept[i])
}

/** Deletes them for good; how many. A case that was touched meanwhile stays. */
export async function retireCases(ports: Needs, days: number): Promise<number> {
  let gone = 0
  for (const id of await retirable(ports, days)) {
    const last = (await ports.cases.load(id))?.at(-1)
    if (!last || last.at >= before(ports.clock.now(), days)) continue
    await deleteCase(ports, id, 'program')
    gone++
  }
  return gone
}

/** A deadline that can still be met, in a case that is not closed. */
async function mustStay(ports: Needs, id: CaseId): Promise<boolean> {
  const events = await ports.cases.load(id)
  if (!events?.length || caseState(events).closed) return false
  const kept = await ports.cases.kept(id, 'analysis')
  if (!kept) return false
  const { ladder } = JSON.parse(kept.json) as { readonly ladder: Pick<Ladder, 'levels'> | null }
  const today = ports.clock.today()
  return (ladder?.levels ?? []).some(({ standing, file }) => {
    if (standing === 'passed' || standing === 'absent') return false
    return [file?.due, file?.safeDue, file?.alternative].some((day) => day != null && day.slice(0, 10) >= today)
  })
}
