import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combine } from '../../src/criteria/match/combine.ts'
import type { Match, Requirement } from '../../src/criteria/requirement.ts'

const clause = { kind: 'typical' as const, treatmentId: 't', key: 'k' }
const leaf: Requirement = { kind: 'leaf', id: 'l', label: '', words: 'w', clause, exceptions: [] }
const child = (status: Match['status']): Match => ({
  requirement: leaf,
  status,
  evidence: [],
  because: '',
  gap: null,
  children: [],
})
const RANK = ['notMet', 'noEvidence', 'exception', 'met'] as const
const rank = (s: Match['status']) => RANK.indexOf(s)

const group = (kind: 'allOf' | 'anyOf' | number, count: number) => {
  const at = { id: 'g', label: '', words: 'w', clause, children: Array.from({ length: count }, () => leaf) }
  return typeof kind === 'number' ? ({ kind: 'atLeast', n: kind, ...at } as const) : ({ kind, ...at } as const)
}
const status = (kind: 'allOf' | 'anyOf' | number, statuses: readonly Match['status'][]) =>
  combine(group(kind, statuses.length), statuses.map(child)).status
const list = fc.array(fc.constantFrom(...RANK), { minLength: 1, maxLength: 6 })

describe('statuses of groups', () => {
  it.each([
    ['allOf', ['met', 'met'], 'met'],
    ['allOf', ['met', 'exception'], 'exception'],
    ['allOf', ['met', 'noEvidence'], 'noEvidence'],
    ['allOf', ['noEvidence', 'notMet'], 'notMet'],
    ['anyOf', ['notMet', 'noEvidence'], 'noEvidence'],
    ['anyOf', ['notMet', 'met'], 'met'],
    [2, ['met', 'notMet', 'exception'], 'exception'],
    [2, ['met', 'notMet', 'noEvidence'], 'noEvidence'],
    [2, ['met', 'notMet', 'notMet'], 'notMet'],
    [3, ['met', 'met'], 'noEvidence'],
  ] as const)('%s of %j is %s', (kind, statuses, expected) => expect(status(kind, statuses)).toBe(expected))

  it('all of is the worst, any of the best', () =>
    fc.assert(
      fc.property(list, (s) => {
        const ranks = s.map(rank)
        expect(rank(status('allOf', s))).toBe(Math.min(...ranks))
        expect(rank(status('anyOf', s))).toBe(Math.max(...ranks))
      }),
    ))

  it('at least 1 is any of; at least all is all of; more can only be harder', () =>
    fc.assert(
      fc.property(list, (s) => {
        expect(status(1, s)).toBe(status('anyOf', s))
        expect(status(s.length, s)).toBe(status('allOf', s))
        for (let n = 1; n < s.length; n++) expect(rank(status(n + 1, s))).toBeLessThanOrEqual(rank(status(n, s)))
      }),
    ))

  it('does not depend on order, and a better child never makes it worse', () =>
    fc.assert(
      fc.property(list, fc.constantFrom('allOf' as const, 'anyOf' as const), (s, kind) => {
        expect(status(kind, s.toReversed())).toBe(status(kind, s))
        const better = s.map((x, i) => (i === 0 ? (RANK[Math.min(3, rank(x) + 1)] ?? 'met') : x))
        expect(rank(status(kind, better))).toBeGreaterThanOrEqual(rank(status(kind, s)))
      }),
    ))
})
