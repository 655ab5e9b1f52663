import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkClaim } from '../../src/argument/ledger.ts'
import { claimsOfLetter } from '../../src/document/claims.ts'
import { letterText } from '../../src/document/text.ts'
import { tasksMarkdown } from '../../src/packet/tasks.ts'
import { type Draft, draftPacket } from '../../src/usecases/draft.ts'
import { EXAMPLES, exampleRequest, ports } from './example.ts'

/** `UPDATE_GOLDEN=1 npx vitest run test/cases` rewrites these; read the diff like prose. */
const golden = join(import.meta.dirname, 'golden')
const update = process.env.UPDATE_GOLDEN === '1'

function expectGolden(path: string, text: string) {
  const file = join(golden, path)
  if (update) {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, 'utf8'))
}

const file = (draft: Draft, path: string): string => {
  const found = draft.files.find((f) => f.path === path)
  if (typeof found?.bytes !== 'string') throw new Error(`no text file ${path}`)
  return found.bytes
}

describe.each(EXAMPLES)('%s', (name) => {
  let draft: Draft
  beforeAll(async () => {
    const drafted = await draftPacket(ports(), exampleRequest(name))
    if (!drafted.ok) throw new Error(drafted.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
    draft = drafted.value
  }, 60_000)

  test('every letter reads as it did', () => {
    for (const letter of draft.letters) expectGolden(`${name}/${letter.kind}.txt`, letterText(letter))
  })

  test('what is still needed reads as it did', () => expectGolden(`${name}/tasks.md`, tasksMarkdown(draft.tasks)))

  test('every sentence of every letter is in case.json with what it rests on', () => {
    const record = JSON.parse(file(draft, 'case.json')) as {
      letters: {
        kind: string
        sentences: { sentence: string; support: { kind: string; source: string; pin?: string; quote: string }[] }[]
      }[]
    }
    expect(record.letters.map((l) => l.kind)).toEqual(draft.letters.map((l) => l.kind))
    draft.letters.forEach((letter, i) => {
      expect(record.letters[i]?.sentences.map((s) => s.sentence)).toEqual(claimsOfLetter(letter).map((c) => c.sentence))
    })
    for (const { sentence, support } of record.letters.flatMap((l) => l.sentences)) {
      expect(support.length, sentence).toBeGreaterThan(0)
      for (const s of support) expect(s.kind && s.source && s.quote.trim(), sentence).toBeTruthy()
    }
  })

  test('the packet is whole and the calendar is free of health data', () => {
    const paths = draft.files.map((f) => f.path)
    for (const path of ['packet.pdf', 'letter.pdf', 'letter.docx', 'case.json', 'tasks.md', 'deadlines.ics'])
      expect(paths).toContain(path)
    const calendar = file(draft, 'deadlines.ics')
    expect(calendar).toContain('BEGIN:VCALENDAR')
    for (const word of ['ocrelizumab', 'occupational', 'migraine', 'sclerosis', 'sarcoma', 'stroke'])
      expect(calendar.toLowerCase()).not.toContain(word)
  })

  test('same case, same knowledge, same day: same bytes', async () => {
    const again = await draftPacket(ports(), exampleRequest(name))
    if (!again.ok) throw new Error('second draft failed')
    const bytes = (d: Draft) => d.files.map((f) => [f.path, Buffer.from(f.bytes).toString('base64')])
    expect(bytes(again.value)).toEqual(bytes(draft))
  })
})

describe('the ledger', () => {
  test('finds a planted figure, quotation, citation and exhibit page', async () => {
    const p = ports()
    const request = exampleRequest('ocrelizumab-step-therapy')
    const drafted = await draftPacket(p, request)
    if (!drafted.ok) throw new Error('no draft')
    const documents = []
    for (const [id, given] of [
      ['denial', request.denial],
      ['policy', request.policy],
      ...request.records.map((r, i) => [`record-${i + 1}`, r] as const),
    ] as const) {
      const read = given && (await p.readDocument(id, given))
      if (read?.ok) documents.push(read.value)
    }
    const exhibits = JSON.parse(file(drafted.value, 'case.json')).documents.map(
      (d: { id: string; exhibit: string; pages: number }) => ({
        id: d.exhibit,
        doc: d.id,
        title: d.id,
        date: null,
        pageCount: d.pages,
      }),
    )
    const sources = { knowledge: p.knowledge, documents, exhibits }
    const claims = drafted.value.letters.flatMap(claimsOfLetter)
    expect(claims.flatMap((c) => checkClaim(c, sources))).toEqual([])
    const plant = (sentence: string, change: (s: string) => string) => {
      const found = claims.find((c) => c.sentence.includes(sentence))
      if (!found) throw new Error(`no sentence with "${sentence}"`)
      return checkClaim({ ...found, sentence: change(found.sentence) }, sources).map((f) => f.fault)
    }
    expect(plant('October 6, 2026', (s) => s.replace('October 6', 'October 7'))).toContain('date')
    expect(plant('29 CFR 2560.503-1(h)', (s) => s.replace('2560.503-1(h)', '2560.503-1(z)(9)'))).toContain('citation')
    expect(plant('Exhibit C, p. 1', (s) => s.replace('p. 1', 'p. 9'))).toContain('exhibit')
    expect(plant('October 6, 2026', (s) => `${s} It said “we never read the file”.`)).toContain('quotation')
    expect(plant('October 6, 2026', (s) => `${s} It cost 91,400 dollars.`)).toContain('number')
    expect(checkClaim({ sentence: 'Trust us.', support: [] as never }, sources).map((f) => f.fault)).toEqual(['no support'])
  }, 60_000)
})
