import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Actor, CaseEvent, Voice } from '../../casefile/event.ts'
import type { GroundChoice } from './analysis.ts'
import { changeCase } from './change.ts'
import type { CaseId, CasePorts } from './ports.ts'
import { speaker } from './state.ts'

/** Argues these grounds and no others; all that can be argued, or none named, leaves the choice to the program. */
export function chooseGroundsOf(
  ports: Pick<CasePorts, 'cases'>,
  id: CaseId,
  by: Actor,
  offered: readonly GroundChoice[],
  wanted: readonly string[],
): Promise<Outcome<void>> {
  const known = offered.map((g) => g.id)
  const grounds = known.filter((g) => wanted.includes(g))
  if (!grounds.length && known.length)
    return Promise.resolve(
      fail(
        problem('form-invalid', 'grounds', 'A letter without any ground argues nothing.', 'Leave at least one ground marked.'),
      ),
    )
  const chosen = grounds.length === known.length ? [] : grounds
  return changeCase<void>(ports, id, by, (state) =>
    ok({
      events: state.grounds.join() === chosen.join() ? [] : [{ kind: 'groundsChosen', grounds: chosen }],
      result: undefined,
    }),
  )
}

/** In whose words the letters speak. An advocate signs by name, as the member's representative. */
export function chooseVoice(
  ports: Pick<CasePorts, 'cases'>,
  id: CaseId,
  by: Actor,
  voice: Voice,
  name: string,
): Promise<Outcome<void>> {
  const signer = name.replace(/\s+/g, ' ').trim().slice(0, 120)
  if (voice === 'advocate' && !signer)
    return Promise.resolve(
      fail(problem('form-invalid', 'name', 'A representative signs by name.', 'Write the name of whoever will sign.')),
    )
  const stated = (path: string, value: string | null): CaseEvent => ({ kind: 'stated', path, value, by: speaker(by) })
  return changeCase<void>(ports, id, by, (state) => {
    const held = (path: string) => state.stated.get(path)?.value ?? null
    const spoken: CaseEvent[] = state.voice === voice ? [] : [{ kind: 'voiceChosen', voice }]
    if (voice === 'advocate') {
      if (held('signer.role') !== 'representative') spoken.push(stated('signer.role', 'representative'))
      if (held('signer.name') !== signer) spoken.push(stated('signer.name', signer))
    } else if (state.voice === 'advocate' && held('signer.role') === 'representative')
      // The name goes first: a name without a role is no signer.
      spoken.push(stated('signer.name', null), stated('signer.role', null))
    return ok({ events: spoken, result: undefined })
  })
}
