import { describe, expect, it } from 'vitest'
import { band, type Gray, pgm, turned } from '../../src/infra/images/gray.ts'
import { inkBox, lineBox } from '../../src/infra/ocr/lineBox.ts'
import { recognisedPage } from '../../src/infra/ocr/recognisedPage.ts'
import { parseTsv, type RecognisedWord } from '../../src/infra/ocr/tsv.ts'
import { readsHow, readUpright, turnAsked } from '../../src/infra/ocr/turn.ts'

const word = (
  text: string,
  left: number,
  top: number,
  confidence = 0.96,
  width = text.length * 10,
  height = 14,
): RecognisedWord => ({
  text,
  confidence,
  left,
  top,
  width,
  height,
})

describe("the engine's table", () => {
  it('becomes lines of words; rows of other levels, blanks and damaged rows are left out', () => {
    const tsv = [
      'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
      '4\t1\t1\t1\t1\t0\t10\t10\t200\t20\t-1\t',
      '5\t1\t1\t1\t1\t1\t10\t12\t60\t14\t96.5\tMember',
      '5\t1\t1\t1\t1\t2\t80\t12\t20\t14\t-1\t ',
      '5\t1\t1\t1\t1\t3\t80\t12\t20\t14\t45.25\tID:',
      '5\t1\t2\t1\t1\t1\t300\t12\t20\t14\t120\t\ufb01x',
      '5\t1\t2\t1\t1\t2\t300\t12\tNaN\t14\t90\tY',
      '5\t1\t2\t1\t1',
    ].join('\n')
    expect(parseTsv(tsv)).toEqual([
      [word('Member', 10, 12, 0.965, 60), word('ID:', 80, 12, 0.4525, 20)],
      [word('fix', 300, 12, 1, 20)],
    ])
    expect(parseTsv('')).toEqual([])
  })
})

describe('the box of a line', () => {
  it('is the same for words with and without tall and hanging letters', () => {
    // Type of 20 pixels on a base line at 100: "name" rises 9.8, "Hdb" 14.4, "gap" rises 9.8 and falls 4.2.
    const flat = lineBox([inkBox({ text: 'name', top: 90.2, height: 9.8 })])
    const tall = lineBox([inkBox({ text: 'Hdb', top: 85.6, height: 14.4 })])
    const low = lineBox([inkBox({ text: 'gap', top: 90.2, height: 14 })])
    for (const box of [tall, low]) {
      expect(box.top).toBeCloseTo(flat.top, 1)
      expect(box.bottom).toBeCloseTo(flat.bottom, 1)
    }
  })
})

describe('a recognised page', () => {
  const picture = { width: 1224, height: 1584 }
  const lines = [
    [word('Member', 100, 100), word('ID:', 170, 100), word('W1-22', 600, 100, 0.71)],
    [word('|', 50, 130, 0.2, 4, 30)],
    [word('Denied', 100, 130), word('today.', 168, 130, 0.93)],
  ]
  const page = recognisedPage(1, picture, 2, lines)

  it('keeps lines and columns, leaves specks out, and speaks in points', () => {
    expect(page).toMatchObject({ number: 1, width: 612, height: 792 })
    expect(page.text.split('\n').map((l) => l.trim().replace(/ {2,}/, ' ~ '))).toEqual(['Member ID: ~ W1-22', 'Denied today.'])
    const id = page.words.find((w) => page.text.slice(w.start, w.end) === 'W1-22')
    expect(id?.box).toMatchObject({ page: 1, x: 300, width: 25 })
    expect(id?.box.y).toBeGreaterThan(45)
    expect((id?.box.y ?? 0) + (id?.box.height ?? 0)).toBeLessThan(62)
  })

  it('carries the confidence of each word, of joined words the lowest', () => {
    const of = (text: string) => page.words.find((w) => page.text.slice(w.start, w.end) === text)?.confidence
    expect([of('Member'), of('W1-22'), of('today.')]).toEqual([0.96, 0.71, 0.93])
    const touching = recognisedPage(1, picture, 2, [[word('12', 100, 100, 0.99), word('34', 120, 100, 0.4)]])
    expect(touching.words.map((w) => w.confidence)).toEqual([0.4])
    expect(touching.text).toBe('1234')
  })

  it('is empty where nothing was recognised', () => {
    expect(recognisedPage(3, picture, 2, [])).toEqual({ number: 3, width: 612, height: 792, text: '', words: [] })
  })
})

describe('which way up', () => {
  const across = ['Dear', 'member', 'we', 'deny', 'this'].map((t, i) => word(t, 100 + 80 * i, 50))
  const flip = (line: readonly RecognisedWord[]) => line.map((w) => ({ ...w, left: 1000 - w.left, top: 1000 - w.top }))
  const onSide = (line: readonly RecognisedWord[]) => line.map((w) => ({ ...w, left: w.top, top: w.left }))

  it('shows in the way the words follow each other', () => {
    expect(turnAsked([across])).toBe(0)
    expect(turnAsked([flip(across)])).toBe(2)
    expect(turnAsked([onSide(across)])).toBe(3)
    expect(turnAsked([onSide(flip(across))])).toBe(1)
    expect(turnAsked([across.slice(0, 3)])).toBeNull()
  })

  it('shows in how well it reads, by letters; too little text says nothing', () => {
    expect(readsHow([[word('abcdefgh', 0, 0, 0.9), word('ij', 0, 0, 0.4)]])).toBeCloseTo(0.8)
    expect(readsHow([[word('abc', 0, 0, 0.9)]])).toBeNull()
  })

  it('is found by trying the other turns where a page reads badly', async () => {
    // Darker towards the foot, as it lies: it reads well only with its dark end up.
    const data = Uint8Array.from({ length: 200 * 300 }, (_, i) => 250 - Math.floor(i / 200 / 2))
    const gray: Gray = { data, width: 200, height: 300 }
    const recognise = async (page: Gray) => {
      const well = (page.data[0] ?? 0) < (page.data.at(-1) ?? 0) - 5 && page.data[0] === page.data[page.width - 1]
      const rows = across.map((w) => `5\t1\t1\t1\t1\t1\t${w.left}\t50\t40\t14\t${well ? 95 : 20}\t${w.text}`)
      return { tsv: rows.join('\n') }
    }
    const read = await readUpright(recognise, { gray, pixelsPerPoint: null, sideways: false })
    expect(read).toMatchObject({ quality: 0.95, gray: { width: 200, height: 300 } })
    expect(typeof read !== 'string' && read.gray.data[0]).toBe(data.at(-1))
    expect(await readUpright(async () => 'slow', { gray, pixelsPerPoint: null, sideways: true })).toBe('slow')
  })

  it('turns pictures clockwise, and back', () => {
    const gray: Gray = { data: new Uint8Array([1, 2, 3, 4, 5, 6]), width: 3, height: 2 }
    expect([...turned(gray, 1).data]).toEqual([4, 1, 5, 2, 6, 3])
    expect([...turned(gray, 2).data]).toEqual([6, 5, 4, 3, 2, 1])
    expect([...turned(gray, 3).data]).toEqual([3, 6, 2, 5, 1, 4])
    expect(turned(turned(gray, 1), 3)).toEqual(gray)
    expect([...band(gray, 1, 9).data]).toEqual([4, 5, 6])
    expect(Buffer.from(pgm(gray)).toString('latin1')).toBe('P5\n3 2\n255\n\x01\x02\x03\x04\x05\x06')
  })
})
