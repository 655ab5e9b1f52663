import { expect, test } from 'vitest'
import type { Brief } from '../../src/argument/brief.ts'
import type { Letter } from '../../src/document/letter.ts'
import { isLetterKind, LETTER_KINDS, type LetterChoice, sortLetters } from '../../src/usecases/lettersNow.ts'

interface Standing {
  readonly held?: boolean
  readonly level?: string
  readonly signer?: Brief['signer']['role']
  readonly chosen?: readonly string[]
}

const brief = ({ held = true, level = 'internal', signer = 'patient', chosen = [] }: Standing) =>
  ({
    criteria: { held },
    ladder: { current: { kind: level } },
    signer: { role: signer, name: null },
    chosen: { grounds: [], letters: chosen },
  }) as unknown as Brief

const all = LETTER_KINDS.map((kind) => ({ kind }) as Letter)
const now = (standing: Standing, choice: LetterChoice = 'now') => sortLetters(all, brief(standing), choice).now.map((l) => l.kind)

const ALWAYS = ['appeal', 'medical_necessity', 'step_exception', 'expedited_request', 'peer_to_peer']

test.each<[string, Standing, readonly string[]]>([
  ['a first appeal with the policy at hand', {}, []],
  ['the plan’s criteria are not known', { held: false }, ['claim_file_request']],
  ['somebody else signs', { signer: 'representative' }, ['authorized_representative']],
  ['a parent signs and needs no appointment', { signer: 'parent' }, []],
  ['external review is open', { level: 'external' }, ['external_review_request']],
  ['the case file chose one', { chosen: ['overdue_decision'] }, ['overdue_decision']],
])('%s', (_, standing, more) => expect(new Set(now(standing))).toEqual(new Set([...ALWAYS, ...more])))

test('all are typeset, or the named ones beside those of use now, when asked', () => {
  expect(now({}, 'all')).toEqual([...LETTER_KINDS])
  expect(new Set(now({}, ['overdue_decision']))).toEqual(new Set([...ALWAYS, 'overdue_decision']))
})

test('none is lost', () => {
  const { now: first, later } = sortLetters(all, brief({}), 'now')
  expect([...first, ...later].map((l) => l.kind).sort()).toEqual([...LETTER_KINDS].sort())
})

test('names of letters are a closed set', () => {
  expect(isLetterKind('peer_to_peer')).toBe(true)
  expect(isLetterKind('toString')).toBe(false)
})
