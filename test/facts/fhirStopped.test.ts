import { expect, test } from 'vitest'
import { outcomeOf } from '../../src/facts/fhir/stopped.ts'
import { vocabulary } from './documents.ts'

test.each([
  ['Adverse reaction', 'intolerance'],
  ['Patient had side effects, nausea', 'intolerance'],
  ['Lack of efficacy', 'inadequate_response'],
  ['Treatment failure', 'inadequate_response'],
  ['Course completed', null],
  ['Patient moved away', null],
  ['Formulary change', null],
  [null, null],
] as const)('%s', (why, outcome) => expect(outcomeOf(why, vocabulary)).toBe(outcome))
