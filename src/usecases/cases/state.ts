import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import { refusal } from '../../casefile/answersFile.ts'
import type { Actor } from '../../casefile/event.ts'
import { changeCase } from './change.ts'
import type { CaseId, CasePorts } from './ports.ts'

/** Whose word an actor's statement is. */
export const speaker = (by: Actor): 'patient' | 'prescriber' =>
  by.kind === 'person' && (by.role === 'prescriber' || by.role === 'staff') ? 'prescriber' : 'patient'

/** States one value of the case file by hand, or takes it back with null. What can not be taken is a problem that says why. */
export function stateValue(
  ports: Pick<CasePorts, 'cases'>,
  id: CaseId,
  by: Actor,
  path: string,
  value: string | null,
): Promise<Outcome<void>> {
  const given = value?.trim() || null
  const wrong = given === null ? null : refusal(path, given)
  if (wrong) {
    const [say = '', fix = ''] = wrong.split('\n')
    return Promise.resolve(fail(problem('form-invalid', path, `This ${say.replace(/[.:]?$/, '')}.`, fix)))
  }
  return changeCase<void>(ports, id, by, (state) =>
    // Saying the same again changes nothing, and does not make a draft out of date.
    (state.stated.get(path)?.value ?? null) === given
      ? ok({ events: [], result: undefined })
      : ok({ events: [{ kind: 'stated', path, value: given, by: speaker(by) }], result: undefined }),
  )
}
