import { beforeAll, expect, test } from 'vitest'
import { exhibitId } from '../../src/argument/exhibit.ts'
import { packetPdf } from '../../src/infra/pdf/packetPdf.ts'
import { fillStamp, stampPattern } from '../../src/packet/numbering.ts'
import type { ExhibitFile, PacketPlan } from '../../src/packet/plan.ts'
import { annotatedPdf, croppedPdf, file, lockedPdf, markedPdf, picturePng, recordPdf, rotatedPdf } from './files.ts'
import { letter, plan } from './fixture.ts'
import { flat, inspect, raw } from './inspect.ts'

async function made(p: PacketPlan, files: ReadonlyMap<string, ExhibitFile>) {
  const outcome = await packetPdf(p, files)
  if (!outcome.ok) throw new Error(outcome.problems[0].say)
  return { ...outcome.value, warnings: outcome.warnings, seen: await inspect(outcome.value.pdf) }
}

/** A packet with these files as exhibits A, B, C … */
function packetOf(...given: readonly ExhibitFile[]): [PacketPlan, Map<string, ExhibitFile>] {
  const exhibits = given.map((f, i) => ({
    id: exhibitId(i),
    doc: f.name,
    title: `Document ${i + 1}`,
    date: null,
    pageCount: 1,
    summary: `Shows ${i + 1}.`,
  }))
  return [{ ...plan, exhibits }, new Map(given.map((f) => [f.name, f]))]
}

const records = new Map<string, ExhibitFile>()
let whole: Awaited<ReturnType<typeof made>>
beforeAll(async () => {
  for (const e of plan.exhibits) records.set(e.doc, file(`${e.id}.pdf`, recordPdf(e.title, e.pageCount)))
  whole = await made(plan, records)
})

test('pages are the sum of the parts, and each part is where it says', () => {
  const exhibitPages = plan.exhibits.reduce((n, e) => n + e.pageCount, 0)
  const letterPages = whole.parts.find((p) => p.kind === 'letter')?.pages ?? 0
  expect(whole.pageCount).toBe(1 + letterPages + 1 + exhibitPages)
  expect(whole.seen.pages.length).toBe(whole.pageCount)
  expect(whole.parts.map((p) => p.id ?? p.kind)).toEqual(['cover', 'letter', 'index', 'A', 'B', 'C', 'D', 'E'])
  expect(whole.skipped).toEqual([])
})

test('every exhibit page shows the original page and its stamp', () => {
  for (const part of whole.parts.filter((p) => p.kind === 'exhibit')) {
    for (let i = 0; i < part.pages; i++) {
      const text = flat(whole.seen.pages[part.first - 1 + i]?.text ?? '')
      const numbers = { page: i + 1, pages: part.pages, packetPage: part.first + i, packetPages: whole.pageCount }
      const pattern = stampPattern(part.id ?? '', plan.reference)
      expect(text).toContain(fillStamp(pattern.left, numbers))
      expect(text).toContain(fillStamp(pattern.right, numbers))
      expect(text).toContain(`${part.title}, sheet ${i + 1}`)
      expect(text).toContain(`END OF SHEET ${i + 1}`)
    }
  }
})

test('the letter’s pages carry both their own and the packet’s numbers', () => {
  const part = whole.parts.find((p) => p.kind === 'letter')
  for (let i = 0; i < (part?.pages ?? 0); i++) {
    const text = flat(whole.seen.pages[(part?.first ?? 0) - 1 + i]?.text ?? '')
    expect(text).toContain(`Letter page ${i + 1} of ${part?.pages}`)
    expect(text).toContain(`p. ${(part?.first ?? 0) + i} of ${whole.pageCount}`)
  }
})

test('the cover counts the pages and, by fax, names no document', () => {
  const text = flat(whole.seen.pages[0]?.text ?? '')
  expect(text).toContain('Fax cover sheet')
  expect(text).toContain('(614) 555-0188')
  expect(text).toContain(`Pages ${whole.pageCount}, this sheet included`)
  expect(text).toContain('URGENT: expedited review is requested.')
  expect(text).toContain('Exhibits A to E')
  expect(text).toContain('If they reached you by mistake')
  for (const secret of ['MRI', 'ocrelizumab', 'Neurology']) expect(text).not.toContain(secret)
})

test('the index lists every exhibit with the pages it is on', () => {
  const part = whole.parts.find((p) => p.kind === 'index')
  const text = flat(whole.seen.pages[(part?.first ?? 1) - 1]?.text ?? '')
  for (const e of whole.parts.filter((p) => p.kind === 'exhibit')) {
    expect(text).toContain(`${e.id} ${e.title}`)
    expect(text).toContain(e.pages === 1 ? `${e.first}` : `${e.first}–${e.last}`)
  }
})

test('bookmarks and page labels lead to the parts', () => {
  const top = whole.seen.bookmarks.filter((b) => b.depth === 0)
  expect(top.map((b) => `${b.title} ${b.page}`)).toEqual([
    'Fax cover sheet 1',
    ...whole.parts.slice(1).map((p) => `${p.kind === 'exhibit' ? `Exhibit ${p.id}: ${p.title}` : p.title} ${p.first}`),
  ])
  const exhibit = whole.parts.find((p) => p.id === 'C')
  expect(whole.seen.labels[0]).toBe('Cover')
  expect(whole.seen.labels[1]).toBe('Letter 1')
  expect(whole.seen.labels[exhibit?.first ?? 0]).toBe('C-2')
})

test('the packet stays one tagged document with alternative text for every exhibit page', () => {
  expect(whole.seen.tagged).toBe(true)
  expect(raw(whole.pdf)).toContain('/Lang (en-US)')
  expect(raw(whole.pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(raw(whole.pdf)).toContain('/PageMode /UseOutlines')
  const c = whole.parts.find((p) => p.id === 'C')
  expect(whole.seen.pages[c?.first ?? 0]?.alts).toEqual([
    'Exhibit C, page 2 of 3. Visit notes with treatments tried and their outcomes.',
  ])
  expect(whole.seen.pages[1]?.tags).toContain('H1')
  expect(whole.seen.pages[1]?.tags).toContain('BlockQuote')
})

test('what can’t be included is named, explained and listed, and the rest is kept', async () => {
  const good = file('good.pdf', recordPdf('Good', 1))
  const [p, files] = packetOf(
    file('garbage.pdf', Buffer.from('%PDF-1.7 garbage')),
    file('nothing.pdf', new Uint8Array()),
    file('locked.pdf', lockedPdf()),
    good,
    file('cat.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])),
    file('photo.heic', Buffer.from('\0\0\0\x18ftypheic')),
    file('blank.docx', Buffer.from('PK'), ['  ']),
    file('gone.pdf', recordPdf('Gone', 1).subarray(0, 400)),
  )
  files.delete('gone.pdf')
  const { skipped, warnings, parts, seen } = await made(p, files)
  expect(skipped.map((s) => `${s.code} ${s.where}: ${s.say}`)).toEqual([
    'exhibit-skipped garbage.pdf: Exhibit A is not in the packet: the file is damaged and can’t be opened.',
    'exhibit-skipped nothing.pdf: Exhibit B is not in the packet: the file is empty.',
    'exhibit-skipped locked.pdf: Exhibit C is not in the packet: the file is locked with a password.',
    'exhibit-skipped cat.jpg: Exhibit E is not in the packet: the file is damaged and can’t be opened.',
    'exhibit-skipped photo.heic: Exhibit F is not in the packet: this kind of file can’t be put in a packet.',
    'exhibit-skipped blank.docx: Exhibit G is not in the packet: the file is empty.',
    'exhibit-skipped Document 8: Exhibit H is not in the packet: no file was given.',
  ])
  expect(warnings).toEqual(skipped)
  expect(parts.filter((x) => x.kind === 'exhibit').map((x) => x.id)).toEqual(['D'])
  const index = parts.find((x) => x.kind === 'index')
  const text = flat(seen.pages[(index?.first ?? 1) - 1]?.text ?? '')
  expect(text).toContain('Document 3 Could not be included: the file is locked with a password.')
  expect(text.match(/Could not be included/g)?.length).toBe(7)
})

test('annotations survive, crops are kept, and turned pages stand upright', async () => {
  const [p, files] = packetOf(file('a.pdf', annotatedPdf()), file('r.pdf', rotatedPdf()), file('c.pdf', croppedPdf()))
  const { seen, parts } = await made(p, files)
  const page = (id: string) => seen.pages[(parts.find((x) => x.id === id)?.first ?? 1) - 1]
  expect(page('A')?.text).toContain('RECEIVED 09/22')
  expect(page('A')?.text).toContain('Base content')
  expect([page('B')?.width, page('B')?.height]).toEqual([792, 612])
  expect(page('B')?.text).toContain('Turned page')
  expect(page('C')?.text).toContain('Inside')
  expect([page('C')?.width, page('C')?.height]).toEqual([612, 792])
})

test('an exhibit’s own artifact marks don’t make its text vanish for a screen reader', async () => {
  const { pdf, seen, parts } = await made(...packetOf(file('m.pdf', markedPdf())))
  expect(seen.pages[(parts.at(-1)?.first ?? 1) - 1]?.text).toContain('Running head')
  expect(pdf.length).toBeGreaterThan(0)
})

test('pictures and text documents get pages of their own', async () => {
  const text = [
    'First page of the note.\nSecond line.\n\nNew paragraph.',
    `Second page. ${'Long history. '.repeat(700)} Last words.`,
  ]
  const { seen, parts, warnings } = await made(
    ...packetOf(
      file('scan.png', picturePng(1200, 800)),
      file('note.docx', Buffer.from('PK'), text),
      file('tall.png', picturePng(300, 900)),
    ),
  )
  expect(warnings).toEqual([])
  const [scan, note, tall] = parts.filter((x) => x.kind === 'exhibit')
  expect([scan?.pages, tall?.pages]).toEqual([1, 1])
  expect(note?.pages).toBeGreaterThan(1)
  expect(seen.pages[(scan?.first ?? 1) - 1]?.width).toBe(792)
  expect(seen.pages[(scan?.first ?? 1) - 1]?.alts).toEqual(['Exhibit A, page 1 of 1. Shows 1.'])
  const pages = seen.pages.slice((note?.first ?? 1) - 1, note?.last).map((x) => flat(x.text))
  expect(pages[0]).toContain('Rendition of note.docx')
  expect(pages[0]).toContain('First page of the note. Second line. New paragraph.')
  expect(pages.at(-1)).toContain('Last words.')
  for (const [i, t] of pages.entries()) expect(t).toContain(`Exhibit B · ${i + 1} of ${pages.length}`)
})

test('the same file twice is shown twice', async () => {
  const bytes = recordPdf('Twin', 2)
  const { seen, parts } = await made(...packetOf(file('one.pdf', bytes), file('two.pdf', bytes)))
  for (const part of parts.filter((x) => x.kind === 'exhibit')) expect(seen.pages[part.first]?.text).toContain('Twin, sheet 2')
})

test('a packet without exhibits has no index', async () => {
  const { parts } = await made({ ...plan, exhibits: [] }, new Map())
  expect(parts.map((p) => p.kind)).toEqual(['cover', 'letter'])
})

test('same input, same bytes', async () => {
  const again = await made(plan, records)
  expect(Buffer.compare(again.pdf, whole.pdf)).toBe(0)
  expect(Buffer.compare(again.letterPdf, whole.letterPdf)).toBe(0)
})

test('another exhibit gives the file another identity', async () => {
  const id = (pdf: Uint8Array) => /\/ID \[<(\w+)>/.exec(raw(pdf))?.[1]
  const first = plan.exhibits[0]
  const other = await made(plan, new Map([...records, [first?.doc ?? '', file('A.pdf', recordPdf('Notice of denia1', 2))]]))
  expect(id(other.pdf)).toMatch(/^[0-9a-f]{32}$/)
  expect(id(other.pdf)).not.toBe(id(whole.pdf))
})

test('a mailed packet names its exhibits on the cover', async () => {
  const { seen } = await made({ ...plan, cover: { ...plan.cover, via: 'mail', destination: null, urgent: false } }, records)
  const text = flat(seen.pages[0]?.text ?? '')
  expect(text).toContain('Exhibit D: MRI of the brain')
  expect(text).toContain(letter.title.sentence)
  expect(text).not.toContain('URGENT')
})
