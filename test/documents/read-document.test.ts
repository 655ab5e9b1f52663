import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/infra/documents/read-document.ts'
import { readStandardInput } from '../../src/infra/documents/standard-input.ts'
import * as bombs from './pdf-bombs.ts'

const read = (name: string, bytes: Uint8Array, maxPages?: number) =>
  readDocument({ id: 'd', name, bytes, ...(maxPages ? { maxPages } : {}) })
const utf8 = (text: string) => new TextEncoder().encode(text)

async function pagesOf(name: string, bytes: Uint8Array) {
  const outcome = await read(name, bytes)
  if (!outcome.ok) throw new Error(outcome.problems[0].say)
  return outcome.value.pages
}

async function problemOf(name: string, bytes: Uint8Array) {
  const outcome = await read(name, bytes)
  if (outcome.ok) throw new Error('it was read')
  expect(outcome.problems[0].where).toBe(name)
  expect(outcome.problems[0].fix.length).toBeGreaterThan(10)
  return outcome.problems[0].code
}

/** A PDF with one line of text per page. */
async function pdf(pages: number, draw?: (doc: PDFDocument) => Promise<void>): Promise<Uint8Array> {
  const doc = await PDFDocument.create()
  const font = await doc.embedFont(StandardFonts.Helvetica)
  for (let i = 1; i <= pages; i++) doc.addPage([612, 792]).drawText(`This is page ${i}.`, { x: 72, y: 700, size: 12, font })
  await draw?.(doc)
  return doc.save()
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9])

describe('text, HTML and DOCX', () => {
  it('reads text by content, whatever its name, and keeps line ends simple', async () => {
    expect((await pagesOf('letter.pdf', utf8('Dear Jo,\r\nno.\fPage two')))?.map((p) => p.text)).toEqual([
      'Dear Jo,\nno.',
      'Page two',
    ])
  })

  it.each([
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8('Señora')])],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Señora', 'utf16le')])],
    ['Windows-1252', Buffer.from('Se\xf1ora', 'latin1')],
  ])('reads %s', async (_, bytes) => expect((await pagesOf('x.txt', bytes))[0]?.text).toBe('Señora'))

  it('reads HTML tables as columns and leaves scripts out', async () => {
    const html =
      '<!doctype html><title>t</title><script>alert("x")</script><h1>Notice</h1><table><tr><td>Member ID</td><td>A&nbsp;1</td></tr><tr><td>Claim</td><td>B2</td></tr></table><p>You may<br>appeal.</p>'
    const [page] = await pagesOf('x.html', utf8(html))
    expect(page?.text).toBe('Notice\n\nMember ID   A 1\nClaim       B2\n\nYou may\nappeal.')
  })

  it('reads deeply nested HTML without recursion, and refuses what no person wrote', async () => {
    const nested = (depth: number) => utf8(`<html>${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`)
    const [page] = await pagesOf('x.html', nested(9_000))
    expect(page?.text).toBe('deep')
    expect(await read('x.html', nested(100_000))).toMatchObject({ ok: false, problems: [{ code: 'file-too-large' }] })
  })

  it('reads DOCX paragraphs and tables', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const table = new Table({ rows: [new TableRow({ children: [cell('Claim number'), cell('77-1')] })] })
    const bytes = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('Your claim was denied.'), table] }] }),
    )
    const outcome = await read('x.doc', bytes)
    expect(outcome).toMatchObject({ ok: true, value: { media: 'docx' } })
    expect(outcome.ok && outcome.value.pages[0]?.text).toBe('Your claim was denied.\n\nClaim number   77-1')
  })

  it('reads standard input, and says when there is none', async () => {
    async function* chunks() {
      yield utf8('Dear ')
      yield utf8('Jo')
    }
    async function* nothing() {}
    const outcome = await readStandardInput(chunks())
    expect(outcome.ok && Buffer.from(outcome.value).toString()).toBe('Dear Jo')
    expect(await readStandardInput(nothing())).toMatchObject({ ok: false, problems: [{ code: 'file-empty' }] })
  })
})

describe('PDF', () => {
  it('keeps words with their places, on turned pages too', async () => {
    const bytes = await pdf(1, async (doc) => {
      const font = await doc.embedFont(StandardFonts.Helvetica)
      const turned = doc.addPage([612, 792])
      turned.setRotation(degrees(90))
      turned.drawText('Sideways but upright', { x: 100, y: 100, size: 12, font, rotate: degrees(90) })
    })
    const [first, second] = await pagesOf('x.pdf', bytes)
    expect(first?.text).toBe('This is page 1.')
    expect(first?.words[0]?.box).toMatchObject({ page: 1, x: expect.closeTo(72, 0) })
    expect(first?.words[0]?.box.y).toBeGreaterThan(75)
    expect(first?.words[0]?.box.y).toBeLessThan(95)
    expect(second).toMatchObject({ width: 792, height: 612, text: 'Sideways but upright' })
  })

  it('leaves a diagonal watermark out', async () => {
    const bytes = await pdf(1, async (doc) => {
      const font = await doc.embedFont(StandardFonts.Helvetica)
      doc.getPage(0).drawText('DRAFT COPY', { x: 200, y: 300, size: 60, font, rotate: degrees(45) })
    })
    expect((await pagesOf('x.pdf', bytes))[0]?.text).toBe('This is page 1.')
  })

  const shared = fileURLToPath(new URL('../../../shared/eval/letters/dev/', import.meta.url))
  const files = existsSync(shared) ? readdirSync(shared).filter((f) => f.endsWith('.pdf')) : []
  it('reads the shared letters with the words of their text form, in rows', async (ctx) => {
    if (files.length === 0) ctx.skip('no shared letters beside this repository')
    for (const file of files) {
      const text = (await pagesOf(file, readFileSync(shared + file))).map((p) => p.text).join('\n')
      const reference = readFileSync(shared + file.replace('.pdf', '.txt'), 'utf8')
      const words = (t: string) => t.split(/\s+/).filter(Boolean).sort()
      expect(words(text), file).toEqual(words(reference))
    }
    expect(files.length).toBeGreaterThan(20)
  })
})

describe('what can not be read', () => {
  it.each([
    ['empty', () => new Uint8Array(), 'file-empty'],
    ['blank', () => utf8(' \n\n '), 'file-no-text'],
    ['a photo of a cat', () => JPEG, 'file-unsupported'],
    ['a picture', () => PNG, 'file-unsupported'],
    ['rich text', () => utf8('{\\rtf1 Dear Jo}'), 'file-unsupported'],
    ['a broken archive', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]), 'file-unreadable'],
    ['garbage after a PDF header', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 7)]), 'file-unreadable'],
    ['random bytes', () => Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'file-unsupported'],
  ] as const)('%s', async (_, bytes, code) => expect(await problemOf('file.bin', bytes())).toBe(code))

  it('a PDF cut in half, a locked PDF, a scan', async () => {
    const whole = await pdf(3)
    expect(await problemOf('half.pdf', whole.subarray(0, whole.length / 2))).toBe('file-unreadable')
    const doc = await PDFDocument.load(whole)
    await doc.encrypt({ userPassword: 'secret', ownerPassword: 'owner' })
    expect(await problemOf('locked.pdf', await doc.save())).toBe('file-encrypted')
    const scan = await PDFDocument.create()
    scan.addPage([612, 792]).drawImage(await scan.embedPng(PNG), { x: 0, y: 0, width: 612, height: 792 })
    expect(await problemOf('scan.pdf', await scan.save())).toBe('file-no-text')
  })

  it('says which pages hold no text', async () => {
    const bytes = await pdf(2, async (doc) => {
      doc.addPage([612, 792])
    })
    expect(await read('mixed.pdf', bytes)).toMatchObject({
      ok: true,
      warnings: [{ code: 'file-no-text', say: 'Pages 3 hold no text.' }],
    })
  })
})

interface Measured {
  readonly result: number | string
  readonly warnings: readonly string[]
  readonly seconds: number
  readonly megabytes: number
}

/** Reads the file in a process of its own, so that the memory measured is the reader's alone. */
function measure(bytes: Uint8Array): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'read-'))
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes)
    const script = fileURLToPath(new URL('./read-one.ts', import.meta.url))
    return JSON.parse(execFileSync(process.execPath, [script, join(folder, 'file.pdf')], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('bombs end soon, in less than a gigabyte', () => {
  it.each([
    ['packed twice', bombs.packedTwice, 'file-too-large'],
    ['nested forms', bombs.nestedForms, 'file-too-large'],
    ['too many characters', bombs.tooManyCharacters, 'file-too-large'],
    ['deep nesting', bombs.deepNesting, 'file-unreadable'],
    ['a giant page', bombs.giantPage, 1],
    ['a false count of pages', bombs.claimsManyPages, 'file-no-text'],
  ] as const)(
    '%s',
    (_, make, result) => {
      const measured = measure(make())
      expect(measured.result).toBe(result)
      expect(measured.seconds).toBeLessThan(45)
      expect(measured.megabytes).toBeLessThan(1000)
    },
    90_000,
  )

  it('and the next file is read as if nothing had been', async () => {
    expect(await problemOf('bomb.pdf', bombs.packedTwice())).toBe('file-too-large')
    expect((await pagesOf('after.pdf', await pdf(1)))[0]?.text).toBe('This is page 1.')
  }, 90_000)

  it('reads the first 400 of 2,000 pages and names the rest', async () => {
    const measured = measure(await pdf(2000))
    expect(measured).toMatchObject({ result: 400, warnings: ['Pages 401–2000 of 2000 not read.'] })
    expect(measured.megabytes).toBeLessThan(1000)
  }, 90_000)

  it('unpacks no DOCX bomb', async () => {
    const bytes = zipOf('word/document.xml', Buffer.alloc(100 * 1024 * 1024, 32))
    expect(bytes.length).toBeLessThan(200_000)
    expect(await problemOf('bomb.docx', bytes)).toBe('file-too-large')
  })
})

/** An archive of one packed file, its sizes honestly given. */
function zipOf(name: string, data: Buffer): Buffer {
  const packed = deflateRawSync(data)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(data.length, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
