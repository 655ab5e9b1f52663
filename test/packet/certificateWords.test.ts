import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Claim, claim } from '../../src/argument/claim.ts'
import type { Block, Letter } from '../../src/document/letter.ts'
import { ATTESTATIONS, attestationById, attestationFor } from '../../src/packet/attestation.ts'
import { dayAt, offsetText, utcText } from '../../src/packet/attestationMoment.ts'
import { signerBlock, signerProblems } from '../../src/packet/attestationSigner.ts'
import { parseStrokes, strokesSvg } from '../../src/packet/attestationStrokes.ts'
import { canonicalText } from '../../src/packet/attestationText.ts'
import { MEMBER, NEUROLOGIST, STROKES } from './certificateSigned.ts'
import { letter } from './fixture.ts'

const say = (sentence: string): Claim => claim(sentence, [{ kind: 'statement', source: 'case file', pin: 'x', quote: sentence }])

/** Every text of a letter with a way to put another in its place. */
function places(value: unknown, put: (next: unknown) => Letter): { text: string; with: (text: string) => Letter }[] {
  if (typeof value === 'string') return [{ text: value, with: (text) => put(text) }]
  if (Array.isArray(value)) return value.flatMap((v, i) => places(v, (next) => put(value.map((w, j) => (i === j ? next : w)))))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value)
    .filter(([key]) => !['support', 'record', 'kind'].includes(key))
    .flatMap(([key, v]) => places(v, (next) => put({ ...value, [key]: next })))
}
const all = places(letter, (next) => next as Letter)

test('another word anywhere in the letter is another text', () => {
  expect(all.length).toBeGreaterThan(100)
  const whole = canonicalText(letter)
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom('x', ' not', '.', '1', 'é'), (place, more) => {
      expect(canonicalText(place.with(place.text + more))).not.toBe(whole)
      expect(canonicalText(place.with(more + place.text))).not.toBe(whole)
    }),
  )
})

test('white space, line breaks and the form of an accent leave no trace', () => {
  const accented: Letter = { ...letter, salutation: 'Dear José:' }
  expect(canonicalText({ ...letter, salutation: 'Dear Jose\u0301:' })).toBe(canonicalText(accented))
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom('  ', '\n', '\t ', '\u00a0'), (place, white) => {
      const spaced = place.with(`${white}${place.text.replaceAll(' ', white)}${white}`)
      expect(canonicalText(spaced)).toBe(canonicalText(letter))
    }),
  )
})

test('where the program ends one claim and begins the next is not seen, where a paragraph ends is', () => {
  const of = (...blocks: Block[]) => canonicalText({ ...letter, blocks })
  const p = (...sentences: string[]): Block => ({ kind: 'paragraph', claims: sentences.map(say) })
  expect(of(p('One. Two.'))).toBe(of(p('One.', 'Two.')))
  expect(of(p('One.'), p('Two.'))).not.toBe(of(p('One.', 'Two.')))
  expect(of(p('One.'), { kind: 'list', ordered: false, items: [[say('Two.')]] })).not.toBe(of(p('One.'), p('Two.')))
  expect(of(p('paragraph: One.'))).not.toBe(of(p('paragraph:'), p('One.')))
})

test('an exhibit taken out, added, renamed or with other bytes is another text', () => {
  const exhibit = { id: 'A', title: 'Notice', date: null, sha256: 'aa' }
  const texts = [
    [],
    [exhibit],
    [{ ...exhibit, title: 'Note' }],
    [{ ...exhibit, sha256: 'ab' }],
    [exhibit, { ...exhibit, id: 'B' }],
  ]
  expect(new Set(texts.map((e) => canonicalText(letter, e))).size).toBe(texts.length)
  expect(canonicalText({ ...letter, enclosures: letter.enclosures.slice(1) })).not.toBe(canonicalText(letter))
  expect(canonicalText({ ...letter, to: letter.to.slice(1) })).not.toBe(canonicalText(letter))
})

test('the rules of the text stand: published signatures depend on them', () => {
  const small: Letter = { ...letter, re: [], blocks: letter.blocks.filter((b) => b.kind === 'signature'), enclosures: [] }
  expect(canonicalText(small)).toBe(`letter words, version 1
kind: appeal
from: Maria Rivera
from: 14 Alder Street
from: Dayton, OH 45402
from: (937) 555-0142
date: 2026-04-14
to: Northfield Mutual Insurance Company
to: Appeals and Grievances
to: P.O. Box 2210
to: Columbus, OH 43216
title: Appeal of the denial of ocrelizumab (Ocrevus)
salutation: To the appeals reviewer:
signature of: Maria Rivera
as: Member
signature line: 14 Alder Street, Dayton, OH 45402
signature line: (937) 555-0142
signature of: Adaeze Okonkwo, MD
as: Treating neurologist: I have reviewed this letter, and the medical facts in it are correct.
signature line: Neurology Associates of Dayton
signature line: NPI 1467523890
`)
})

test('a published attestation is never reworded', () => {
  const prints = ATTESTATIONS.map((a) => [a.id, createHash('sha256').update(a.en).digest('hex').slice(0, 16)])
  expect(prints).toEqual([
    ['prescriber-1', 'b2097161e8c21792'],
    ['patient-1', 'dd912b37166dd039'],
    ['representative-1', '721a5ee29426a52a'],
  ])
  expect(attestationFor('prescriber').id).toBe('prescriber-1')
  expect(attestationById('prescriber-0')).toBeNull()
  for (const { en, es } of ATTESTATIONS) expect(es.length).toBeGreaterThan(en.length / 2)
})

test('a moment is told in UTC and by the clock of the place, across midnight and year', () => {
  expect(utcText('2026-01-01T02:30:09.120Z')).toBe('2026-01-01 02:30:09 UTC')
  expect(offsetText('2026-01-01T02:30:09.120Z', -300)).toBe('2025-12-31 21:30:09 −05:00')
  expect(offsetText('2026-12-31T23:30:09.120Z', 330)).toBe('2027-01-01 05:00:09 +05:30')
  expect(dayAt('2026-03-01T04:59:59.000Z', -300)).toBe('2026-02-28')
  expect(dayAt('2026-03-01T05:00:00.000Z', -300)).toBe('2026-03-01')
})

test('who signs where', () => {
  const of = (...roles: string[]): Letter => ({
    ...letter,
    blocks: roles.map((role) => ({ kind: 'signature', name: 'N', lines: [], role })),
  })
  const appeal = of('Member', 'Prescriber: I have read the clinical statements above; they agree with my records.')
  expect([signerBlock(appeal, 'patient'), signerBlock(appeal, 'representative'), signerBlock(appeal, 'prescriber')]).toEqual([
    0, 0, 1,
  ])
  const form = of('Member', 'I accept this appointment.')
  expect([signerBlock(form, 'patient'), signerBlock(form, 'representative'), signerBlock(form, 'prescriber')]).toEqual([
    0,
    1,
    null,
  ])
  expect(signerBlock(of('Prescriber'), 'patient')).toBeNull()
  expect(signerBlock(of('Parent of A'), 'representative')).toBe(0)
  expect(signerBlock(of(), 'prescriber')).toBeNull()
})

test('what a signer must state', () => {
  const codes = (...args: Parameters<typeof signerProblems>) => signerProblems(...args).map((p) => `${p.code} ${p.where}`)
  expect(codes(NEUROLOGIST, 'prescriber')).toEqual([])
  expect(codes(MEMBER, 'patient')).toEqual([])
  expect(codes(MEMBER, 'prescriber')).toEqual(['form-invalid credentials', 'npi-invalid npi'])
  expect(codes({ ...NEUROLOGIST, npi: '1234567892' }, 'prescriber')).toEqual(['npi-invalid npi'])
  expect(codes({ ...MEMBER, name: ' ' }, 'patient')).toEqual(['form-invalid name'])
  expect(codes({ ...MEMBER, name: 'n'.repeat(121) }, 'patient')).toEqual(['form-invalid name'])
})

const line = (n: number, end = 1000) => [[0, 0], ...Array.from({ length: n }, () => [end, 10])]
test.each([
  ['a hand', STROKES, true],
  [
    'an edge',
    JSON.stringify([
      [
        [0, 0],
        [3000, 1000],
      ],
    ]),
    true,
  ],
  [
    'beyond the edge',
    JSON.stringify([
      [
        [0, 0],
        [3001, 1000],
      ],
    ]),
    false,
  ],
  [
    'below zero',
    JSON.stringify([
      [
        [-1, 0],
        [300, 100],
      ],
    ]),
    false,
  ],
  [
    'fractions',
    JSON.stringify([
      [
        [0.5, 0],
        [300, 100],
      ],
    ]),
    false,
  ],
  [
    'three numbers',
    JSON.stringify([
      [
        [0, 0, 1],
        [300, 100, 1],
      ],
    ]),
    false,
  ],
  ['text for numbers', '[[["0","0"],[300,100]]]', false],
  ['markup', '[[[0,0],[300,"1\\"/><script>"]]]', false],
  ['not JSON', '<svg/>', false],
  ['nothing', '[]', false],
  ['an empty stroke', '[[]]', false],
  ['an object', '{"0":[[0,0],[300,100]]}', false],
  [
    'just long enough',
    JSON.stringify([
      [
        [0, 0],
        [200, 0],
      ],
    ]),
    true,
  ],
  [
    'a slip',
    JSON.stringify([
      [
        [0, 0],
        [199, 0],
      ],
    ]),
    false,
  ],
  ['80 strokes', JSON.stringify(Array.from({ length: 80 }, () => line(1))), true],
  ['81 strokes', JSON.stringify(Array.from({ length: 81 }, () => line(1))), false],
  ['8000 points', JSON.stringify([line(7999)]), true],
  ['8001 points', JSON.stringify([line(8000)]), false],
  ['too much text', `${STROKES}${' '.repeat(120_000)}`, false],
])('a drawing: %s', (_, text, good) => {
  const parsed = parseStrokes(text)
  expect(parsed.ok).toBe(good)
  const own = /^<svg [\w=":./ -]+><g [\w=#" -]+>(?:<path d="[MQL\d. ]+"\/>)+<\/g><\/svg>$/
  if (parsed.ok) expect(own.test(strokesSvg(parsed.value))).toBe(true)
  else expect(parsed.problems[0].code).toBe('form-invalid')
})
