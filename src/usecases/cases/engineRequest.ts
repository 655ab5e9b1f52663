import { answersFile } from '../../casefile/answersFile.ts'
import type { CaseState } from '../../casefile/state.ts'
import type { SourceDocument } from '../../reading/document.ts'
import type { AnalyseRequest, KeptEdit } from './analyse.ts'
import { readingOf } from './documents.ts'
import type { CaseId, CasePorts } from './ports.ts'

/** What the engine needs to know of a case: its documents as read, and everything that was said. */
export async function engineRequest(ports: CasePorts, id: CaseId, state: CaseState): Promise<AnalyseRequest> {
  const read = await Promise.all(
    state.documents.filter((d) => d.reading.state === 'read').map(async (d) => [d, await readingOf(ports, id, d.doc)] as const),
  )
  const of = (role: string) =>
    read.flatMap(([held, document]): SourceDocument[] => (held.role === role && document ? [document] : []))
  const denial = read.find(([held]) => held.doc === state.denial)?.[1] ?? null
  return {
    seq: state.contentSeq,
    today: ports.clock.today(),
    denial,
    which: state.which ?? 1,
    policy: of('policy').at(-1) ?? null,
    records: of('record'),
    answers: answersFile(state),
    coverageAnswers: Object.fromEntries(state.coverageAnswers),
    level: state.level,
    voice: state.voice,
    wanted: [...state.wanted.values()],
    edits: [...state.edits.values()].flatMap((e): KeptEdit[] => (e.action === 'restore' ? [] : [{ ...e, action: e.action }])),
  }
}
