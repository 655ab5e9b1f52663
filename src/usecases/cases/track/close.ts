import type { CivilDate } from '../../../base/date.ts'
import { fail, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor, Closing } from '../../../casefile/event.ts'
import { changeCase } from '../change.ts'
import type { CaseId, CasePorts } from '../ports.ts'

export const CLOSINGS: readonly Closing[] = ['won', 'partly_won', 'lost', 'withdrawn', 'other']
const NOTE_MOST = 500

/** How it ended, in the person's own word. */
export function closeCase(
  ports: Pick<CasePorts, 'cases' | 'clock'>,
  id: CaseId,
  by: Actor,
  { how, on, note }: { readonly how: Closing; readonly on: CivilDate; readonly note: string | null },
): Promise<Outcome<void>> {
  if (on > ports.clock.today())
    return Promise.resolve(fail(problem('form-invalid', 'on', 'That day is still to come.', 'Give the day on which it ended.')))
  const said = note?.trim().slice(0, NOTE_MOST) || null
  return changeCase<void>(ports, id, by, ({ closed }) =>
    closed?.how === how && closed.on === on && closed.note === said
      ? ok({ events: [], result: undefined })
      : ok({ events: [{ kind: 'closed', how, on, note: said }], result: undefined }),
  )
}

export const reopenCase = (ports: Pick<CasePorts, 'cases'>, id: CaseId, by: Actor): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, ({ closed }) => ok({ events: closed ? [{ kind: 'reopened' }] : [], result: undefined }))
