import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Actor, CaseRole, DocumentMedia, DocumentRole } from '../../casefile/event.ts'
import type { CaseState } from '../../casefile/state.ts'
import type { SourceDocument } from '../../reading/document.ts'
import type { NamedBytes } from '../ports.ts'
import { caseOf, changeCase } from './change.ts'
import type { CaseId, CasePorts, Enqueued, PersonId } from './ports.ts'

export interface Upload extends NamedBytes {
  readonly media: DocumentMedia
}

/** Documents of one case; a longer file of records is better sent as one PDF. */
const DOCUMENTS_MOST = 60

/** Roles whose words are read; a signature or a proof of delivery is kept as it is. */
const READ_ROLES: ReadonlySet<DocumentRole> = new Set(['denial', 'record', 'policy', 'answer'])

const readJob = (id: CaseId, doc: string): Enqueued => ({ job: { queue: 'read', data: { case: id, doc } }, key: `${id}:${doc}` })

/** A case from its denial: the letter is kept before this returns, and is read by a worker. */
export async function openCase(
  ports: CasePorts,
  person: PersonId,
  as: CaseRole,
  lang: 'en' | 'es',
  upload: Upload,
): Promise<Outcome<CaseId>> {
  const id = ports.chance.token(16) as CaseId
  const doc = 'denial-1'
  const by: Actor = { kind: 'person', id: person, role: as }
  // The file needs the case's key, which is made with the case: the reading waits for the file.
  await ports.cases.open(id, person, as, [{ by, event: { kind: 'opened', lang, as } }])
  await ports.files.put(id, doc, upload.bytes)
  const entry = { doc, role: 'denial' as const, ...described(ports, upload) }
  const added = await changeCase(ports, id, by, () =>
    ok({ events: [{ kind: 'documentAdded', ...entry }], jobs: [readJob(id, doc)], result: id }),
  )
  if (added.ok) await ports.audit.record({ by: person, what: 'case.opened', on: id, from: null })
  return added
}

/** Adds one more document; what was given twice is kept once. */
export async function addDocument(
  ports: CasePorts,
  id: CaseId,
  by: Actor,
  role: DocumentRole,
  upload: Upload,
): Promise<Outcome<string>> {
  const about = described(ports, upload)
  const before = await caseOf(ports, id)
  if (!before.ok) return before
  const same = before.value.documents.find((d) => d.sha256 === about.sha256 && d.role === role)
  if (same) return ok(same.doc)
  if (before.value.documents.length >= DOCUMENTS_MOST)
    return fail(
      problem(
        'file-too-large',
        upload.name,
        `A case holds ${DOCUMENTS_MOST} documents.`,
        'Put several records into one PDF, or remove what is not needed.',
      ),
    )
  // A name of its own, so that two uploads at once never share one.
  const doc = `${role}-${ports.chance.token(5)}`
  await ports.files.put(id, doc, upload.bytes)
  const jobs = READ_ROLES.has(role) ? [readJob(id, doc)] : []
  return changeCase(ports, id, by, () => ok({ events: [{ kind: 'documentAdded', doc, role, ...about }], jobs, result: doc }))
}

const described = (ports: CasePorts, { name, media, bytes }: Upload) => ({
  name,
  media,
  sha256: ports.digest(bytes),
  bytes: bytes.length,
})

/** Takes a document out of the case, its bytes, its words and the pictures of its pages with it. */
export async function removeDocument(ports: CasePorts, id: CaseId, by: Actor, doc: string): Promise<Outcome<void>> {
  const removed = await changeCase(ports, id, by, (state) => {
    const held = state.documents.find((d) => d.doc === doc)
    if (!held)
      return fail(problem('case-missing', 'document', 'This document is not in the case.', 'Open the list of documents again.'))
    const pages = held.reading.state === 'read' ? held.reading.pages : 0
    return ok({ events: [{ kind: 'documentRemoved', doc }], result: { seq: state.seq + 1, pages } })
  })
  if (!removed.ok) return removed
  const { seq, pages } = removed.value
  await ports.files.remove(id, doc)
  for (let page = 1; page <= pages; page++)
    for (const name of [pictureName(doc, page), ...PICTURE_WIDTHS.map((width) => drawnName(doc, page, width))])
      await ports.files.remove(id, name)
  await ports.cases.keep(id, readingName(doc), seq, 'null')
  ports.memory?.put(id, readingName(doc), undefined, 0)
  return ok(undefined)
}

const readingName = (doc: string): string => `reading:${doc}`
const pictureName = (doc: string, page: number): string => `${doc}.page-${page}`
/** Widths in which pages are drawn, in pixels. */
const PICTURE_WIDTHS: readonly number[] = [700, 1400]
const drawnName = (doc: string, page: number, width: number): string => `${pictureName(doc, page)}.${width}`

/** The job that reads a document: its text with boxes, its straightened pages. Safe to run again. */
export async function runRead(ports: CasePorts, id: CaseId, doc: string): Promise<Outcome<void>> {
  const loaded = await caseOf(ports, id)
  if (!loaded.ok) return ok(undefined)
  const held = loaded.value.documents.find((d) => d.doc === doc)
  if (!held || held.reading.state !== 'waiting') return ok(undefined)
  const bytes = await ports.files.get(id, doc)
  if (!bytes) return ok(undefined)
  const read = await ports.engine.read(doc, { name: held.name, bytes }, (progress) => void ports.progress.tell(id, doc, progress))
  const program: Actor = { kind: 'program' }
  if (!read.ok)
    return changeCase<void>(ports, id, program, (state) =>
      ok({
        events: waits(state, doc) ? [{ kind: 'documentUnreadable', doc, problem: read.problems[0] }] : [],
        result: undefined,
      }),
    )
  const { document, pictures } = read.value
  for (const picture of pictures) await ports.files.put(id, pictureName(doc, picture.page), picture.bytes)
  await ports.cases.keep(id, readingName(doc), loaded.value.seq, JSON.stringify(document))
  const doubts = uncertainWords(document)
  const done = await changeCase<void>(ports, id, program, (state) =>
    ok({
      events: waits(state, doc) ? [{ kind: 'documentRead', doc, pages: document.pages.length, doubts }] : [],
      result: undefined,
    }),
  )
  await ports.progress.tell(id, doc, { step: 'done', done: 1, of: 1 })
  return done
}

const waits = (state: CaseState, doc: string): boolean =>
  state.documents.some((d) => d.doc === doc && d.reading.state === 'waiting')

/** Below this a word of a picture is to be looked at (docs/eval.md). */
const SURE = 0.9

const uncertainWords = (document: SourceDocument): number =>
  document.pages.reduce((sum, page) => sum + page.words.filter((w) => (w.confidence ?? 1) < SURE).length, 0)

/**
 * The text of a document that was read; null while it is not. A document is read once, and its id is never given
 * again: a reading does not change.
 */
export async function readingOf(
  ports: Pick<CasePorts, 'cases' | 'memory'>,
  id: CaseId,
  doc: string,
): Promise<SourceDocument | null> {
  const name = readingName(doc)
  const held = ports.memory?.get(id, name) as SourceDocument | undefined
  if (held) return held
  const kept = await ports.cases.kept(id, name)
  const reading = kept ? (JSON.parse(kept.json) as SourceDocument | null) : null
  if (reading && kept) ports.memory?.put(id, name, reading, kept.json.length)
  return reading
}

/** The picture of a page as the reader saw it: straightened where it was, else drawn from the file. */
export async function pictureOf(
  ports: CasePorts,
  id: CaseId,
  doc: string,
  page: number,
  width: number,
): Promise<Outcome<Uint8Array>> {
  const loaded = await caseOf(ports, id)
  if (!loaded.ok) return loaded
  const held = Number.isInteger(page) ? loaded.value.documents.find((d) => d.doc === doc) : undefined
  const drawn = drawnName(doc, page, width)
  const before = held ? await ports.files.get(id, drawn) : null
  if (before) return ok(before)
  const straightened = held ? await ports.files.get(id, pictureName(doc, page)) : null
  const bytes = straightened ?? (held ? await ports.files.get(id, doc) : null)
  if (!held || !bytes) return fail(problem('case-missing', 'page', 'This page is not in the case.', 'Open the document again.'))
  const name = straightened ? 'page.png' : held.name
  const picture = await ports.engine.pagePicture({ name, bytes }, straightened ? 1 : page, width)
  // While it waits to be read the page may still be straightened.
  if (picture.ok && held.reading.state === 'read') await ports.files.put(id, drawn, picture.value)
  return picture
}
