import { describe, expect, test } from 'vitest'
import type { CaseEvent, Instant, StoredEvent } from '../../src/casefile/event.ts'
import { caseState } from '../../src/casefile/state.ts'
import type { CaseId } from '../../src/usecases/cases/ports.ts'
import { type Sealed, sealIsCurrent, standingTogether } from '../../src/usecases/cases/sign/certify.ts'
import { mayUndo } from '../../src/usecases/cases/sign/end.ts'
import { isSigningReminder, signingMails } from '../../src/usecases/cases/sign/mail.ts'

const CASE = 'case1' as CaseId
const NOW = '2026-11-22T12:00:00.000Z' as Instant
const whats = (due: string | null, now = NOW) =>
  signingMails(CASE, 'sig-1', now, due).map((j) => [j.job.queue === 'remind' ? j.job.data.what : '', j.after ?? 'now'])

describe('when a signer is mailed', () => {
  test('at once, after three and seven days, and three days before the deadline', () => {
    expect(whats('2026-12-20')).toEqual([
      ['signing:sig-1:asked', 'now'],
      ['signing:sig-1:day3', '2026-11-25T12:00:00.000Z'],
      ['signing:sig-1:day7', '2026-11-29T12:00:00.000Z'],
      ['signing:sig-1:due', '2026-12-17T15:00:00.000Z'],
    ])
  })
  test.each([
    [null, 3],
    ['2026-11-24', 3],
    ['2026-11-25', 4],
    ['2020-01-01', 3],
  ])('due %s: %i messages; none for a moment that has passed', (due, n) => expect(whats(due)).toHaveLength(n))
  test('each names its turn, and nothing else is taken for one', () => {
    expect(whats('2026-12-20').every(([what]) => isSigningReminder(what ?? ''))).toBe(true)
    for (const other of ['deadline', 'signing:sig-1', 'signing:sig-1:day9', 'x signing:sig-1:due'])
      expect(isSigningReminder(other)).toBe(false)
  })
})

const person = (id: string, role: 'patient' | 'prescriber') => ({ kind: 'person', id, role }) as const
const signer = { name: 'A', credentials: '', npi: '', licence: null }
const ask = (signing: string, role: 'patient' | 'prescriber'): CaseEvent => ({
  kind: 'signingAsked',
  signing,
  letter: 'appeal',
  sha256: 'w',
  to: { name: '', email: null, role },
})
const sign = (signing: string, sha256 = 'w'): CaseEvent => ({
  ...{ kind: 'signed', signing, sha256, signer, method: 'typed', image: null, attestation: 'patient-1' },
})
const certify = (signing: string, doc: string): CaseEvent => ({ kind: 'certified', signing, doc, sha256: doc })
const stateAfter = (...events: readonly CaseEvent[]) =>
  caseState(
    [{ kind: 'opened', lang: 'en', as: 'patient' } as const, ...events].map(
      (event, i): StoredEvent => ({ seq: i + 1, at: NOW, by: person('p1', 'patient'), event }),
    ),
  )
const sealed = (doc: string, ...signings: string[]): Sealed => ({
  ...{ doc, sha256: doc, letterDoc: 'l', pages: 1, signings, parts: [] },
})

describe('which sealed file counts', () => {
  const both = [ask('s1', 'patient'), sign('s1'), ask('s2', 'prescriber'), sign('s2')]
  const one = (state: ReturnType<typeof stateAfter>, id: string) => {
    const found = state.signings.find((s) => s.id === id)
    if (!found) throw new Error('no such signing')
    return found
  }
  test('only one with exactly the signatures that stand, named by its event', () => {
    const state = stateAfter(...both, certify('s1', 'd2'), certify('s2', 'd2'))
    const s1 = one(state, 's1')
    expect(standingTogether(state, s1).map((s) => s.id)).toEqual(['s1', 's2'])
    expect(sealIsCurrent(state, s1, sealed('d2', 's1', 's2'))).toBe(true)
    expect(sealIsCurrent(state, s1, sealed('d2', 's1'))).toBe(false)
    // Kept, but the event that names it was never written.
    expect(sealIsCurrent(state, s1, sealed('d3', 's1', 's2'))).toBe(false)
    expect(sealIsCurrent(state, s1, null)).toBe(false)
  })
  test('void or taken back, it counts no more, and the other is to be made anew', () => {
    const gone: CaseEvent = { kind: 'signatureVoided', signing: 's2', why: 'withdrawn' }
    const state = stateAfter(...both, certify('s1', 'd2'), certify('s2', 'd2'), gone)
    expect(sealIsCurrent(state, one(state, 's2'), sealed('d2', 's1', 's2'))).toBe(false)
    expect(sealIsCurrent(state, one(state, 's1'), sealed('d2', 's1', 's2'))).toBe(false)
    expect(sealIsCurrent(state, one(state, 's1'), sealed('d2', 's1'))).toBe(true)
  })
  test('signatures under other words never share a file', () => {
    const state = stateAfter(ask('s1', 'patient'), sign('s1'), ask('s2', 'prescriber'), sign('s2', 'other'))
    expect(standingTogether(state, one(state, 's1')).map((s) => s.id)).toEqual(['s1'])
  })
  test('a signature is undone by its signer alone', () => {
    const state = stateAfter(...both)
    expect(mayUndo(one(state, 's1'), person('p1', 'patient'))).toBe(true)
    expect(mayUndo(one(state, 's1'), person('p2', 'patient'))).toBe(false)
    expect(mayUndo(one(state, 's1'), { kind: 'program' })).toBe(false)
  })
})
