import type { Brief } from '../argument/brief.ts'
import type { CivilDate } from '../base/date.ts'
import { failAll, type Outcome, ok } from '../base/outcome.ts'
import { type Problem, problem } from '../base/problem.ts'
import { caseJson } from '../casefile/caseJson.ts'
import type { Letter, LetterKind } from '../document/letter.ts'
import type { CaseFile } from '../facts/casefile/casefile.ts'
import { parseCaseFile } from '../facts/casefile/parse.ts'
import { calendarIcs } from '../packet/calendar.ts'
import type { LetterMeta } from '../packet/plan.ts'
import { type Task, tasksMarkdown } from '../packet/tasks.ts'
import type { DenialReading } from '../reading/denial.ts'
import type { SourceDocument } from '../reading/document.ts'
import { makeBrief } from './brief.ts'
import type { CaseDocument } from './exhibits.ts'
import { type LetterChoice, sortLetters } from './lettersNow.ts'
import { planOf } from './packetPlan.ts'
import type { NamedBytes, Ports } from './ports.ts'
import { readDenialFile } from './read.ts'
import { tasksOf } from './tasks.ts'
import { writeLetters } from './writeLetters.ts'

export interface DraftRequest {
  readonly denial: NamedBytes
  /** Which denial of a file that holds several, from 1. */
  readonly which: number | null
  readonly records: readonly NamedBytes[]
  readonly policy: NamedBytes | null
  readonly caseFile: { readonly path: string; readonly text: string } | null
  readonly coverage: string | null
  readonly today: CivilDate
  /** Which letters beside the appeal become files; those of use now when left out. */
  readonly typeset?: LetterChoice
  /** What went wrong while the files were fetched: it is said in the tasks and the case as well. */
  readonly notes?: readonly Problem[]
}

export interface DraftedFile {
  readonly path: string
  readonly bytes: Uint8Array | string
}

export interface Draft {
  readonly files: readonly DraftedFile[]
  readonly tasks: readonly Task[]
  /** Every letter of the case, each with its sentences in case.json. */
  readonly letters: readonly Letter[]
  /** Those that were kept for later and are no files yet. */
  readonly later: readonly LetterKind[]
  readonly pageCount: number
}

interface Gathered {
  readonly documents: readonly CaseDocument[]
  readonly bytes: ReadonlyMap<string, NamedBytes>
  readonly unread: readonly NamedBytes[]
}

/** A denial and what there is beside it, in; the whole packet and everything around it, out. */
export async function draftPacket(ports: Ports, request: DraftRequest): Promise<Outcome<Draft>> {
  const warnings: Problem[] = [...(request.notes ?? [])]
  const keep = <T>(outcome: Outcome<T>): T | null => {
    warnings.push(...(outcome.ok ? outcome.warnings : outcome.problems))
    return outcome.ok ? outcome.value : null
  }
  ports.progress('Reading the denial')
  const denialRead = readDenialFile(ports, request.denial)
  // Asked for after the denial, and read while it is being understood; nothing is lost when it ends the work.
  const reading = readAhead(ports, request)
  const read = await denialRead
  if (!read.ok) return read
  const denials = read.value.letters.flatMap((l) => l.denials)
  const denial = denials[(request.which ?? 1) - 1]
  const stops = read.warnings.filter((w) => stopsDraft(w, request))
  if (!denial || stops.length) {
    const foreign = read.warnings.filter((w) => !denials.length && w.code === 'language-unsupported')
    return failAll(stops.length ? stops : foreign.length ? foreign : [noSuchDenial(request, denials.length)])
  }
  warnings.push(...read.warnings.filter((w) => w.code !== 'several-denials'))
  for (const file of [request.denial, ...request.records, ...(request.policy ? [request.policy] : [])]) ports.readyExhibit?.(file)

  const caseFile = request.caseFile ? parseCaseFile(request.caseFile.text, request.caseFile.path, knownIds(ports)) : null
  if (caseFile && !caseFile.ok) return caseFile

  ports.progress(
    `Reading ${request.records.length === 1 ? 'one record' : `${request.records.length} records`}${request.policy ? ' and the policy' : ''}`,
  )
  const gathered = await gatherDocuments(request, read.value.document, reading, keep)
  const brief = briefOf(ports, request, denial, caseFile?.value ?? null, gathered)
  if (!brief.ok) return brief
  warnings.push(...brief.warnings)

  ports.progress('Writing the letters')
  const letters = writeLetters(
    brief.value,
    gathered.documents.map((d) => d.document),
  )
  const appeal = letters.find((l) => l.kind === 'appeal')
  if (!appeal) return failAll([cannotWrite(request, brief.value), ...warnings])

  ports.progress('Typesetting the packet')
  return typeset(ports, request, brief.value, letters, appeal, gathered, warnings)
}

/** Facts stated by hand can stand in for a letter that is not in English; nothing can for a choice or a denial. */
function stopsDraft({ code }: Problem, request: DraftRequest): boolean {
  if (code === 'language-unsupported') return request.caseFile === null
  if (code === 'several-denials') return request.which === null
  return code === 'not-a-denial' || code === 'no-appeal-right'
}

const knownIds = ({ knowledge }: Ports) => ({
  coverage: new Set(knowledge.coverage.keys()),
  grounds: new Set(knowledge.grounds.keys()),
  letters: new Set(knowledge.letters.keys()),
  treatments: new Set(knowledge.treatments.keys()),
})

interface Ahead {
  readonly role: CaseDocument['role']
  readonly id: string
  readonly file: NamedBytes
  readonly document: Promise<Outcome<SourceDocument>>
}

function readAhead(ports: Ports, { policy, records }: DraftRequest): readonly Ahead[] {
  const ahead = (role: CaseDocument['role'], id: string, file: NamedBytes): Ahead => {
    const document = ports.readDocument(id, file)
    // A broken promise of ours is thrown where it is awaited, also when the denial is still being read.
    document.catch(() => {})
    return { role, id, file, document }
  }
  return [
    ...(policy ? [ahead('policy', 'policy', policy)] : []),
    ...records.map((record, i) => ahead('record', `record-${i + 1}`, record)),
  ]
}

async function gatherDocuments(
  request: DraftRequest,
  denial: SourceDocument,
  reading: readonly Ahead[],
  keep: <T>(outcome: Outcome<T>) => T | null,
): Promise<Gathered> {
  const documents: CaseDocument[] = [{ role: 'denial', document: denial }]
  const bytes = new Map([[denial.id, request.denial]])
  const unread: NamedBytes[] = []
  for (const { role, id, file, document: outcome } of reading) {
    const document = keep(await outcome)
    if (document) {
      documents.push({ role, document })
      bytes.set(id, file)
    } else unread.push(file)
  }
  return { documents, bytes, unread }
}

function briefOf(
  ports: Ports,
  request: DraftRequest,
  denial: DenialReading,
  caseFile: CaseFile | null,
  gathered: Gathered,
): Outcome<Brief> {
  return makeBrief({
    knowledge: ports.knowledge,
    denial,
    documents: gathered.documents,
    caseFile,
    coverage: request.coverage,
    today: request.today,
  })
}

async function typeset(
  ports: Ports,
  request: DraftRequest,
  brief: Brief,
  letters: readonly Letter[],
  appeal: Letter,
  gathered: Gathered,
  warnings: Problem[],
): Promise<Outcome<Draft>> {
  const { plan, exhibitFiles } = planOf(brief, appeal, gathered)
  const meta: LetterMeta = { author: plan.author, language: plan.language, today: plan.today, reference: plan.reference }
  // All asked for at once: pages are set on another core while the editable copies are made on this one.
  const { now, later } = sortLetters(letters, brief, request.typeset ?? 'now')
  const others = now.filter((l) => l !== appeal)
  warnings.push(...notMade(request.typeset, letters))
  const [packet, pdfs, docx, otherDocx] = await Promise.all([
    ports.packetPdf(plan, exhibitFiles),
    Promise.all(others.map((letter) => ports.letterPdf(letter, meta))),
    ports.letterDocx(appeal, meta),
    Promise.all(others.map((letter) => ports.letterDocx(letter, meta))),
  ])
  if (!packet.ok) return packet
  warnings.push(...packet.warnings)
  const files: DraftedFile[] = [
    { path: 'packet.pdf', bytes: packet.value.pdf },
    { path: 'letter.pdf', bytes: packet.value.letterPdf },
    { path: 'letter.docx', bytes: docx },
  ]
  for (const [i, letter] of others.entries()) {
    const [pdf, editable] = [pdfs[i], otherDocx[i]]
    if (!pdf || !editable) throw new Error('a letter was not typeset')
    if (!pdf.ok) return pdf
    warnings.push(...pdf.warnings)
    files.push({ path: `letters/${letter.kind}.pdf`, bytes: pdf.value }, { path: `letters/${letter.kind}.docx`, bytes: editable })
  }
  const tasks = tasksOf(brief, letters, warnings)
  const current = brief.ladder?.current?.file
  files.push(
    {
      path: 'tasks.md',
      bytes: tasksMarkdown(
        tasks,
        later.map((l) => ({ name: l.kind, title: l.title.sentence })),
      ),
    },
    {
      path: 'deadlines.ics',
      bytes: calendarIcs(
        current ? [{ what: brief.ladder?.current?.name.en ?? 'Appeal', reckoning: current }] : [],
        plan.reference,
        request.today,
      ),
    },
    { path: 'case.json', bytes: caseJson({ brief, letters, tasks, documents: gathered.documents, warnings }) },
  )
  return ok({ files, tasks, letters, later: later.map((l) => l.kind), pageCount: packet.value.pageCount }, warnings)
}

const notMade = (choice: LetterChoice | undefined, letters: readonly Letter[]): readonly Problem[] =>
  Array.isArray(choice)
    ? choice
        .filter((kind) => !letters.some((l) => l.kind === kind))
        .map((kind) =>
          problem(
            'usage',
            '--letters',
            `This case makes no letter "${kind}".`,
            'case.json lists those it makes; what one needs is in knowledge/letters.',
          ),
        )
    : []

const noSuchDenial = (request: DraftRequest, held: number): Problem =>
  problem(
    'not-a-denial',
    request.denial.name,
    `The file has no denial number ${request.which ?? 1}; it holds ${held}.`,
    'See what it holds with "appealwright read".',
  )

const cannotWrite = (request: DraftRequest, brief: Brief): Problem =>
  problem(
    'not-a-denial',
    request.denial.name,
    `A letter can not be written: ${brief.facts.plan.payer.state === 'known' ? '' : 'the payer, '}${brief.facts.treatment.name.state === 'known' ? '' : 'what was denied, '}or the words of the denial could not be read.`,
    'State what is missing in a case file (see docs/casefile.md) and give it with --case.',
  )
