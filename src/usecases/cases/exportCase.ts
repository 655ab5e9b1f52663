import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { answersFile } from '../../casefile/answersFile.ts'
import type { CaseEvent, DocumentMedia, StoredEvent } from '../../casefile/event.ts'
import { type CaseState, caseState } from '../../casefile/state.ts'
import { caseMissing } from './change.ts'
import type { CaseId, CasePorts } from './ports.ts'

export interface ArchivedFile {
  /** Path within the archive, in ASCII. */
  readonly path: string
  readonly content: Uint8Array | string
}

const ENDING: Readonly<Record<DocumentMedia, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  html: 'html',
  text: 'txt',
  image: 'img',
  fhir: 'json',
}

/** Everything that is held about a case: what was given, what was made of it, and every step with its time. */
export async function exportCase(ports: CasePorts, id: CaseId): Promise<Outcome<readonly ArchivedFile[]>> {
  const events = await ports.cases.load(id)
  if (!events?.length) return fail(caseMissing())
  const state = caseState(events)
  const files: ArchivedFile[] = []
  const add = async (doc: string, path: string) => {
    const content = await ports.files.get(id, doc)
    if (content) files.push({ path, content })
  }
  for (const [i, d] of state.documents.entries())
    await add(d.doc, `documents/${number(i)}-${d.role}-${safeName(d.name, ENDING[d.media])}`)
  for (const [name, { doc }] of Object.entries(state.drafted?.documents ?? {})) await add(doc, `drafts/${safeName(name, 'pdf')}`)
  for (const s of state.signings) if (s.certified) await add(s.certified.doc, `signed/${s.letter}-${safeName(s.id, 'pdf')}`)
  for (const s of state.sendings) for (const doc of proofsOf(s)) await add(doc, `proofs/${safeName(s.id, 'pdf')}`)
  const analysis = await ports.cases.kept(id, 'analysis')
  return ok([
    ...files,
    { path: 'answers.yaml', content: answersFile(state) },
    { path: 'events.json', content: `${JSON.stringify(events.map(readable), null, 2)}\n` },
    ...(analysis ? [{ path: 'analysis.json', content: analysis.json }] : []),
    { path: 'README.txt', content: README },
  ])
}

const proofsOf = (sending: CaseState['sendings'][number]): readonly string[] => [
  ...sending.steps.flatMap(({ step }) => (step.step === 'delivered' && step.proof ? [step.proof] : [])),
  ...(sending.byHand?.proof ? [sending.byHand.proof] : []),
]

const number = (index: number): string => String(index + 1).padStart(2, '0')

/** What was typed as a name, as every system can write it. */
function safeName(name: string, ending: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '')
    .slice(0, 80)
  return /\.[a-z0-9]{2,4}$/i.test(plain) ? plain : `${plain || 'file'}.${ending}`
}

const readable = ({
  seq,
  at,
  by,
  event,
}: StoredEvent): { readonly seq: number; readonly at: string; readonly by: unknown; readonly event: CaseEvent } => ({
  seq,
  at,
  by: by.kind === 'program' ? 'the program' : by.role,
  event,
})

const README = `This archive holds everything this service keeps about one case.

documents/     what was given: the denial, records, the policy, the plan's answers, proofs
drafts/        the packet and letters as they were last made
signed/        what was signed, with its certificate and seal
proofs/        proofs of delivery
answers.yaml   what was answered and corrected, as a case file the engine reads
events.json    every step of the case with its time, in order
analysis.json  what the engine made of it: facts with their places, deadlines with their reckoning, criteria, letters
`
