import { describe, expect, test } from 'vitest'
import { isRequested, relevantTrials } from '../../src/argument/relevance.ts'
import type { CaseFacts, PriorTreatment } from '../../src/facts/casefacts.ts'
import type { Entry, Origin } from '../../src/facts/fact.ts'

const person: Origin = { kind: 'person', who: 'patient', path: 'x', words: 'x' }
const read: Origin = { kind: 'rule', rule: 'test', why: 'test', from: [] }
const trial = (agent: string, more: Partial<PriorTreatment> = {}, origin: Origin = read): Entry<PriorTreatment> => ({
  value: {
    agent,
    alsoKnownAs: [],
    dose: null,
    start: null,
    end: null,
    duration: null,
    outcome: 'not_stated',
    reason: null,
    ...more,
  },
  origin,
})
const facts = (trials: readonly Entry<PriorTreatment>[], requested = 'vedolizumab (Entyvio)'): CaseFacts =>
  ({
    treatment: { name: { state: 'known', value: requested, origin: read } },
    denial: { reasons: [], reading: { service: null } },
    priorTreatments: trials,
  }) as unknown as CaseFacts
const kept = (trials: readonly Entry<PriorTreatment>[]) => relevantTrials(facts(trials), null, null).map((e) => e.value.agent)

describe('relevantTrials, where nothing says which steps are usual', () => {
  test('keeps what ended in a stated failure and what a person stated', () =>
    expect(
      kept([trial('amoxicillin'), trial('adalimumab', { outcome: 'inadequate_response' }), trial('budesonide', {}, person)]),
    ).toEqual(['adalimumab', 'budesonide']))

  test('a passing mention and a second name of the same course say nothing beside the trial', () => {
    const period = { start: '2025-12', end: '2026-03' } as Partial<PriorTreatment>
    expect(
      kept([trial('vedolizumab'), trial('Vedolizumab', { outcome: 'partial_response', ...period }), trial('Entyvio', period)]),
    ).toEqual(['Vedolizumab'])
  })
})

test.each([
  ['Vedolizumab', true],
  ['Entyvio', true],
  ['adalimumab', false],
])('%s is the treatment asked for: %s', (agent, expected) =>
  expect(isRequested(trial(agent).value, facts([]), null)).toBe(expected),
)
