import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Actor, Holder } from '../../casefile/event.ts'
import { changeCase } from './change.ts'
import type { CaseId, CasePorts } from './ports.ts'

/** Characters of what is asked for and of whom. */
export const WANTED_MOST = 300

/** "It exists, but I don't have it": becomes a task and a line in the letter that asks for it. */
export function wantRecord(
  ports: Pick<CasePorts, 'cases' | 'chance'>,
  id: CaseId,
  by: Actor,
  asked: { readonly what: string; readonly from: Holder; readonly office: string },
): Promise<Outcome<string>> {
  const [what, office] = [asked.what, asked.office].map((t) => t.replace(/\s+/g, ' ').trim().slice(0, WANTED_MOST)) as [
    string,
    string,
  ]
  if (!what)
    return Promise.resolve(
      fail(problem('form-invalid', 'what', 'What the document is has not been said.', 'Name it, as “MRI report of March 2024”.')),
    )
  const wanted = `wanted-${ports.chance.token(5)}`
  return changeCase(ports, id, by, (state) => {
    const held = [...state.wanted.values()].find((w) => w.what === what && w.from === asked.from && w.office === office)
    return held
      ? ok({ events: [], result: held.wanted })
      : ok({ events: [{ kind: 'recordWanted', wanted, what, from: asked.from, office }], result: wanted })
  })
}

/** It came, or it is not needed any more. */
export const unwantRecord = (ports: Pick<CasePorts, 'cases'>, id: CaseId, by: Actor, wanted: string): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, (state) => {
    const held = state.wanted.get(wanted)
    return ok({ events: held ? [{ kind: 'recordWanted', ...held, what: null }] : [], result: undefined })
  })
