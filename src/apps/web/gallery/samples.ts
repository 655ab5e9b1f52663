import { addDays } from '../../../base/date.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor, CaseEvent } from '../../../casefile/event.ts'
import { caseState } from '../../../casefile/state.ts'
import { addDocument, openCase, runRead } from '../../../usecases/cases/documents.ts'
import type { CaseId, CasePorts, PersonId } from '../../../usecases/cases/ports.ts'
import { askSigning } from '../../../usecases/cases/sign/ask.ts'
import { answerText, denialText, RECEIPT_TEXT, recordText } from './letters.ts'

/** The invented person whose sample cases these are. */
export const SAMPLE_PERSON = 'sample-person' as PersonId

/** How far a sample case is. Each stage stands on the one before it. */
export const STAGES = [
  'reading',
  'unreadable',
  'other',
  'read',
  'proven',
  'drafted',
  'asked',
  'declined',
  'signed',
  'sent',
  'answered',
  'closed',
] as const
export type Stage = (typeof STAGES)[number]

const text = (name: string, words: string) => ({ name, bytes: new TextEncoder().encode(words), media: 'text' as const })

type SamplePorts = CasePorts & { readonly mail: boolean }

/** A sample case at a stage, made anew through the same use cases as any other. */
export async function sampleCase(ports: SamplePorts, stage: Stage, lang: 'en' | 'es'): Promise<CaseId> {
  const today = ports.clock.today()
  const letter = text(LONG_NAME, stage === 'other' ? RECEIPT_TEXT : denialText(today))
  const opened = await openCase(ports, SAMPLE_PERSON, 'patient', lang, letter)
  if (!opened.ok) throw new Error(opened.problems[0].say)
  const id = opened.value
  const by: Actor = { kind: 'person', id: SAMPLE_PERSON, role: 'patient' }
  const happen = async (...events: readonly CaseEvent[]) => {
    const { seq } = caseState((await ports.cases.load(id)) ?? [])
    await ports.cases.append(
      id,
      seq,
      events.map((event) => ({ by, event })),
    )
  }
  if (stage === 'reading') {
    await ports.progress.tell(id, 'denial-1', { step: 'recognizing', done: 1, of: 4 })
    return id
  }
  if (stage === 'unreadable') {
    const said = problem(
      'file-no-text',
      LONG_NAME,
      'No words could be read in this picture.',
      'Take it again in daylight, or paste the words.',
    )
    await happen({ kind: 'documentUnreadable', doc: 'denial-1', problem: said })
    return id
  }
  await runRead(ports, id, 'denial-1')
  const at = STAGES.indexOf(stage)
  const reached = (wanted: Stage) => at >= STAGES.indexOf(wanted)
  const add = async (role: 'record' | 'answer', name: string, words: string) => {
    const added = await addDocument(ports, id, by, role, text(name, words))
    if (added.ok) await runRead(ports, id, added.value)
    return added.ok ? added.value : ''
  }
  if (reached('proven')) {
    await happen({ kind: 'readingConfirmed', doc: 'denial-1' }, { kind: 'skipped', question: 'patient.address' })
    await add('record', 'visit-note.txt', recordText(today))
    await happen({
      kind: 'recordWanted',
      wanted: 'w1',
      what: 'The MRI report of last spring',
      from: 'records_office',
      office: 'Cedar Bayou Imaging',
    })
  }
  if (reached('drafted')) await happen(drafted(ports))
  if (reached('asked')) {
    const asking = {
      signing: SAMPLE_SIGNING,
      letter: 'appeal',
      role: 'prescriber',
      name: 'Imogen Tresslefield, MD',
      email: '',
    } as const
    const asked = await askSigning(ports, id, by, asking)
    if (!asked.ok) throw new Error(asked.problems[0].say)
  }
  if (stage === 'declined')
    await happen({
      kind: 'declined',
      signing: SAMPLE_SIGNING,
      reason: 'The dose in the second paragraph is not the one I ordered.',
    })
  if (reached('sent'))
    await happen(
      {
        ...{
          kind: 'sentByHand',
          sending: 'sample-sending-1',
          on: addDays(today, -6),
          confirmation: '9407 1118 9956 0012 3456 72',
          proof: null,
        },
        destination: {
          ...{ channel: 'post_by_self', recipient: 'Appeals Department', source: 'denial-1, page 1' },
          to: 'Halloway Mutual Health Plan\nAppeals Department\nP.O. Box 4411\nTyler, TX 75702',
        },
      },
      ...SENT_BY_FAX,
    )
  if (reached('answered')) {
    const doc = await add('answer', 'answer.txt', answerText(today))
    await happen({ kind: 'answered', doc, on: addDays(today, -1), outcome: 'upheld' })
  }
  if (stage === 'closed') await happen({ kind: 'closed', how: 'won', on: today, note: null })
  return id
}

/** In the addresses of its screens. */
export const SAMPLE_SIGNING = 'sig-sample-0001'

/** As people's telephones name things. */
const LONG_NAME = 'Scan_2026-11-02_Halloway_Mutual_Health_Plan_Notice_of_Adverse_Benefit_Determination_final_copy.txt'

const drafted = (ports: CasePorts): CaseEvent => ({
  ...{ kind: 'drafted', knowledge: ports.knowledge.version, today: ports.clock.today() },
  documents: {
    'packet.pdf': { doc: 'draft-1-packet.pdf', sha256: '0', pages: 24 },
    'appeal.pdf': { doc: 'draft-1-appeal.pdf', sha256: '1', pages: 5 },
    'appeal.docx': { doc: 'draft-1-appeal.docx', sha256: '2', pages: 0 },
  },
})

const fax = (sending: string): CaseEvent => ({
  ...{ kind: 'sendingAsked', sending, doc: 'draft-1-packet.pdf', sha256: '0' },
  destination: { channel: 'fax', to: '+18005550138', recipient: 'Appeals Department', source: 'denial-1, page 1' },
})

/** One that failed, and one of which nobody can tell whether it left. */
const SENT_BY_FAX: readonly CaseEvent[] = [
  fax('sample-sending-2'),
  { kind: 'sending', sending: 'sample-sending-2', step: { step: 'begun', provider: 'sample' } },
  { kind: 'sending', sending: 'sample-sending-2', step: { step: 'failed', why: 'gave_up' } },
  fax('sample-sending-3'),
  { kind: 'sending', sending: 'sample-sending-3', step: { step: 'begun', provider: 'sample' } },
  { kind: 'sending', sending: 'sample-sending-3', step: { step: 'uncertain', why: 'can_not_tell' } },
]
