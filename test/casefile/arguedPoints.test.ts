import { expect, test } from 'vitest'
import type { Claim } from '../../src/argument/claim.ts'
import { arguedPoints } from '../../src/casefile/track/arguedPoints.ts'
import type { Match, Requirement } from '../../src/criteria/requirement.ts'
import type { Letter } from '../../src/document/letter.ts'

const said = (sentence: string): Claim => ({
  sentence,
  support: [{ kind: 'statement', source: 'patient', pin: 'x', quote: sentence }],
})
const letter: Letter = {
  kind: 'appeal',
  record: 'appeal',
  title: said('Appeal'),
  from: [],
  to: [],
  date: '2026-01-10',
  re: [],
  salutation: 'Dear',
  blocks: [
    { kind: 'paragraph', claims: [said('Please overturn the denial.')] },
    { kind: 'heading', level: 2, text: said('Two triptans failed') },
    { kind: 'paragraph', claims: [said('Sumatriptan did not help.')] },
    { kind: 'list', ordered: false, items: [[said('Rizatriptan caused chest pain.')]] },
    { kind: 'heading', level: 2, text: said('A heading with nothing under it') },
  ],
  enclosures: [],
}
const leaf = (id: string): Requirement => ({
  kind: 'leaf',
  id,
  label: id,
  words: `words of ${id}`,
  clause: { kind: 'typical', treatmentId: 'x', key: id },
  exceptions: [],
})
const match = (id: string, status: Match['status'], children: readonly Match[] = []): Match => ({
  requirement: leaf(id),
  status,
  evidence: status === 'met' ? [{ kind: 'statement', source: 'patient', pin: 'x', quote: `proof of ${id}` }] : [],
  because: '',
  gap: null,
  children,
})

test('headed parts with what stands under them, and the requirements said to be met', () => {
  const whole = match('all', 'notMet', [
    match('a', 'met'),
    match('b', 'notMet'),
    match('c', 'exception'),
    match('d', 'noEvidence'),
  ])
  expect(arguedPoints(letter, whole).map((p) => [p.kind, p.title, p.says])).toEqual([
    ['ground', 'Two triptans failed', ['Sumatriptan did not help.', 'Rizatriptan caused chest pain.']],
    ['criterion', 'words of a', ['words of a', 'proof of a']],
    ['criterion', 'words of c', ['words of c']],
  ])
})
test('each point has an id of its own', () => {
  const ids = arguedPoints(letter, match('all', 'notMet', [match('a', 'met'), match('c', 'met')])).map((p) => p.id)
  expect(new Set(ids).size).toBe(ids.length)
})
