import { describe, expect, test } from 'vitest'
import { claimsOf, holds } from '../../src/argument/sentences.ts'
import { fill, parseTemplate, pathsOf } from '../../src/argument/template.ts'
import { type TermTree, term, termsOf } from '../../src/argument/term.ts'
import type { Support } from '../../src/base/support.ts'

const said = (quote: string): Support => ({ kind: 'statement', source: 'patient', pin: 'a', quote })
const tree: TermTree = {
  patient: { name: term('Dana Roe', [said('Dana Roe')]), subject: term('Dana Roe', [said('Dana Roe')]) },
  payer: { name: term('Lakeshore', [said('Lakeshore')]) },
  plans: { name: term('Summit Plans', [said('Summit Plans')]) },
  history: { failed: [{ agent: term('glatiramer', [said('glatiramer')]) }, { agent: term('fumarate', [said('fumarate')]) }] },
  plan: { family: term('commercial', []) },
}
const terms = termsOf(tree, (path) => (path === 'law.file' ? term('29 CFR 1', [said('law')]) : null))
const self = termsOf({ ...tree, voice: { self: term('self', []) } })

describe('fill', () => {
  test.each([
    ['{payer.name} denied it.', 'Lakeshore denied it.'],
    ['{plans.name}’s decision', 'Summit Plans’ decision'],
    ['{patient.name}’s chart', 'Dana Roe’s chart'],
    ['{patient.name} states: “{payer.name}”.', 'Dana Roe states: “Lakeshore.”'],
    ['{payer.name} denied it[ on {denial.date}].', 'Lakeshore denied it.'],
    ['{payer.name}[ (for {patient.name}[, {plan.id}])].', 'Lakeshore (for Dana Roe).'],
    ['{patient.subject} <have|has> waited.', 'Dana Roe has waited.'],
    ['{history.failed.1.agent} failed ({law.file}).', 'Fumarate failed (29 CFR 1).'],
  ])('%s', (say, expected) => expect(fill(say, terms)?.text).toBe(expected))

  test.each(['{denial.date} is lacking', '{patient} is no word', '{history.failed} is a list', '{history.failed.2.agent}'])(
    '%s yields nothing',
    (say) => expect(fill(say, terms)).toBeNull(),
  )

  test('the patient’s own voice takes the first form', () =>
    expect(fill('I <have|has> waited', self)?.text).toBe('I have waited'))

  test('gathers what every filled term rests on, optional ones included', () =>
    expect(fill('{payer.name}[ and {patient.name}][ and {x}]', terms)?.support.map((s) => s.quote)).toEqual([
      'Lakeshore',
      'Dana Roe',
    ]))

  test.each(['{open', '<a b>', '<a|b', '[open', 'closed]'])('%s is refused', (say) =>
    expect(() => parseTemplate(say)).toThrow(/say|closed|expected|unbalanced|never/),
  )

  test('names every path it may use', () => expect(pathsOf('{a.b}[ {c}[ {d}]]')).toEqual(['a.b', 'c', 'd']))
})

describe('holds', () => {
  test.each([
    ['patient.name', true],
    ['!patient.name', false],
    ['denial.date', false],
    ['!denial.date', true],
    ['history.failed', true],
    ['history.intolerant', false],
    ['plan.family=medicare|commercial', true],
    ['plan.family=medicare', false],
    ['!plan.family=medicare', true],
    ['plan.none=commercial', false],
  ])('%s → %s', (condition, expected) => expect(holds(condition, terms)).toBe(expected))
})

describe('claimsOf', () => {
  test('repeats over a list, up to the limit', () => {
    expect(claimsOf({ say: '{it.agent} failed.', each: 'history.failed' }, terms).map((c) => c.sentence)).toEqual([
      'Glatiramer failed.',
      'Fumarate failed.',
    ])
    expect(claimsOf({ say: '{it.agent} failed.', each: 'history.failed', limit: 1 }, terms)).toHaveLength(1)
    expect(claimsOf({ say: '{it.agent} failed.', each: 'history.intolerant' }, terms)).toEqual([])
  })
  test('takes the first choice that the case can fill', () =>
    expect(
      claimsOf({ first: [{ say: '{x}' }, { say: '{payer.name} it is.' }, { say: '{patient.name}' }] }, terms)[0]?.sentence,
    ).toBe('Lakeshore it is.'))
  test('makes no choice where the condition of all does not hold', () =>
    expect(claimsOf({ first: [{ say: '{payer.name} it is.' }, { say: '{patient.name}' }], if: ['!payer.name'] }, terms)).toEqual(
      [],
    ))
  test('is left out when what it rests on is lacking', () =>
    expect(claimsOf({ say: '{payer.name} must.', rests: ['law.none'] }, terms)).toEqual([]))
  test('adds what it rests on', () =>
    expect(claimsOf({ say: '{payer.name} must.', rests: ['law.file'] }, terms)[0]?.support).toHaveLength(2))
  test('a sentence that would rest on nothing is a broken record, not a claim', () =>
    expect(() => claimsOf({ say: 'Trust us.' }, terms)).toThrow('a claim needs support'))
})
