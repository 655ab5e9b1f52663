import { expect, test } from 'vitest'
import { rights } from '../../src/apps/cli/commands/rights.ts'
import { openWorld } from '../../src/apps/wire.ts'

async function asked(coverage: string, state: string, ...more: string[]): Promise<string> {
  const answer = await rights.run(['--coverage', coverage, '--notice', '2026-10-06', '--state', state, ...more], openWorld())
  if (!answer.ok) throw new Error(answer.problems[0].say)
  return typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value)
}

test('an insured plan: where to file, the fee, the law on step therapy and who helps', async () => {
  const answer = await asked('aca_individual', 'HI')
  expect(answer).toMatch(/Send the request to the Insurance Commissioner\./)
  expect(answer).toMatch(/Fee: 15 dollars, at most 60 a year, refunded if you win, can be waived/)
  const washington = await asked('erisa_insured', 'wa')
  expect(washington).toMatch(/Step therapy for a drug: Under the law of Washington, .*RCW 48\.43\.420\(3\)/s)
  expect(washington).toMatch(/State regulator and help: .*800-562-6900/)
  expect(washington).toMatch(/The law of Washington allows 180 days\./)
})

test('a self-funded plan in the same State: nothing of its law', async () => {
  const answer = await asked('erisa_self_funded', 'WA')
  expect(answer).not.toMatch(/RCW|WAC|Step therapy for a drug|The law of|Fee:|State regulator/)
})

test('one level is shown alone', async () => {
  const answer = await asked('erisa_insured', 'CA', '--level', 'external_review')
  expect(answer).toMatch(/File by 2027-02-05 \(last legal day 2027-04-06\)/)
  expect(answer).not.toMatch(/State regulator and help/)
})
