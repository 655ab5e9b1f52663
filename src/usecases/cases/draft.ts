import { type Outcome, ok } from '../../base/outcome.ts'
import type { Actor } from '../../casefile/event.ts'
import type { CaseState } from '../../casefile/state.ts'
import { standingSignature } from '../../casefile/state.ts'
import type { LetterKind } from '../../document/letter.ts'
import type { NamedBytes } from '../ports.ts'
import { analysisOf } from './analysisOf.ts'
import { caseOf, changeCase } from './change.ts'
import { engineRequest } from './engineRequest.ts'
import type { CaseId, CasePorts } from './ports.ts'

const PROGRAM: Actor = { kind: 'program' }

/** Whether the files of the packet say what the case says now. */
export const draftIsCurrent = (state: CaseState): boolean => state.drafted !== null && state.drafted.seq > state.contentSeq

/** Asks a worker for the packet and its letters as files. */
export const askDraft = (ports: Pick<CasePorts, 'cases'>, id: CaseId, by: Actor): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, () =>
    ok({ events: [], jobs: [{ job: { queue: 'typeset', data: { case: id } }, key: id }], result: undefined }),
  )

/** The job that typesets. Files are kept before the event that names them; run again, it makes the same ones. */
export async function runTypeset(ports: CasePorts, id: CaseId): Promise<Outcome<void>> {
  const loaded = await caseOf(ports, id)
  if (!loaded.ok || draftIsCurrent(loaded.value)) return ok(undefined)
  const state = loaded.value
  await ports.progress.tell(id, 'typeset', { step: 'writing', done: 0, of: 3 })
  const analysis = await analysisOf(ports, id, state)
  if (!analysis.ok) return analysis
  const files = new Map<string, NamedBytes>()
  for (const { doc } of analysis.value.documents) {
    const bytes = await ports.files.get(id, doc)
    const held = state.documents.find((d) => d.doc === doc)
    if (bytes && held) files.set(doc, { name: held.name, bytes })
  }
  await ports.progress.tell(id, 'typeset', { step: 'typesetting', done: 1, of: 3 })
  // Every letter of the case, since each can be downloaded; which of them are of use now, the pages say.
  const letters = analysis.value.letters.map((l) => l.kind).filter((kind) => kind !== 'appeal')
  const made = await ports.engine.typeset({ analyse: await engineRequest(ports, id, state), files, letters })
  if (!made.ok) return made
  const documents: Record<string, { doc: string; sha256: string; pages: number }> = {}
  for (const file of made.value) {
    const doc = `draft-${state.contentSeq}-${file.name}.${file.form}`
    await ports.files.put(id, doc, file.bytes)
    documents[`${file.name}.${file.form}`] = { doc, sha256: ports.digest(file.bytes), pages: file.pages }
  }
  const { knowledge, today } = analysis.value
  const done = await changeCase<void>(ports, id, PROGRAM, (now) =>
    // Somebody went on typing meanwhile: what was made is of an earlier state, and is made again.
    now.contentSeq === state.contentSeq
      ? ok({ events: [{ kind: 'drafted', knowledge, today, documents }], result: undefined })
      : ok({ events: [], jobs: [{ job: { queue: 'typeset', data: { case: id } } }], result: undefined }),
  )
  await ports.progress.tell(id, 'typeset', { step: 'done', done: 3, of: 3 })
  return done
}

/** Signatures that no longer fit what the letter says. */
export const outdatedSignatures = (state: CaseState, current: (letter: LetterKind) => string | null) =>
  state.signings.filter((s) => standingSignature(s) && current(s.letter) !== s.sha256)
