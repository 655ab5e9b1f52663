import { expect, it } from 'vitest'
import { matchCriteria } from '../../src/criteria/match/matchCriteria.ts'
import { parsePolicy } from '../../src/criteria/policy/parse.ts'
import { born, ground, hasDiagnosis, measured, requested, tried } from './case.ts'
import { textDocument } from './document.ts'

const NONE = `Coverage Criteria

Drug X is covered when none of the following apply:
1. Patient is less than 18 years of age
2. EDSS greater than 6.5
3. Active hepatitis B infection
4. Use in combination with natalizumab
`

it.each([
  ['nothing is known', {}, ['noEvidence', 'noEvidence', 'noEvidence', 'noEvidence']],
  [
    'numbers settle it, silence does not',
    { patient: born('2000-01-01'), measures: [measured('edss', 'EDSS', 4, '2026-01-10')], treatment: requested('ocrelizumab') },
    ['met', 'met', 'noEvidence', 'noEvidence'],
  ],
  [
    'what is recorded stands against it',
    {
      patient: born('2012-01-01'),
      measures: [measured('edss', 'EDSS', 7, '2026-01-10')],
      diagnoses: [hasDiagnosis('Active hepatitis B infection')],
      treatment: requested('ocrelizumab'),
      priorTreatments: [tried('natalizumab', { outcome: 'ongoing' as const })],
    },
    ['notMet', 'notMet', 'noEvidence', 'notMet'],
  ],
] as const)('none of the following: %s', (_, given, expected) => {
  const policy = parsePolicy(textDocument(NONE))
  if (!policy.ok || !policy.value.sections[0]) throw new Error('unparsed')
  const match = matchCriteria(policy.value.sections[0], ground(given))
  expect(match.children.map((c) => c.status)).toEqual(expected)
})
