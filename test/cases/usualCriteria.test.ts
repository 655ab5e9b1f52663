import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { ok } from '../../src/base/outcome.ts'
import { letterText } from '../../src/document/text.ts'
import { draftPacket } from '../../src/usecases/draft.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import { ports, TODAY } from './example.ts'

const dir = join(import.meta.dirname, 'reasons', 'renewal-response')
const bytes = (path: string) => ({ name: path, bytes: new Uint8Array(readFileSync(join(dir, path))) })
const words = (): Ports => ({
  ...ports(),
  packetPdf: async () => ok({ pdf: new Uint8Array(), letterPdf: new Uint8Array(), pageCount: 0, skipped: [] }),
  letterPdf: async () => ok(new Uint8Array()),
  letterDocx: async () => new Uint8Array(),
})

const POLICY = `MERIDIAN FEDERAL PLAN
Policy RX-114: Interleukin-5 Antagonists
Effective January 1, 2026

Mepolizumab (Nucala)

Continuation criteria. Mepolizumab is considered medically necessary for continuation when ALL of the following are met:
1. The member has severe eosinophilic asthma.
2. There is documentation of a positive clinical response, such as fewer exacerbations or an improved Asthma Control Test score.
3. Mepolizumab is not used in combination with another biologic for asthma.
`

async function appeal(policy: string | null): Promise<string> {
  const drafted = await draftPacket(words(), {
    denial: bytes('denial.txt'),
    which: null,
    records: readdirSync(join(dir, 'records')).map((f) => bytes(`records/${f}`)),
    policy: policy === null ? null : { name: 'policy.txt', bytes: new TextEncoder().encode(policy) },
    caseFile: { path: 'case.yaml', text: readFileSync(join(dir, 'case.yaml'), 'utf8') },
    coverage: null,
    today: TODAY as CivilDate,
  })
  if (!drafted.ok) throw new Error(drafted.problems.map((p) => p.say).join('\n'))
  const letter = drafted.value.letters.find((l) => l.kind === 'appeal')
  if (!letter) throw new Error('no appeal')
  return letterText(letter)
}

// What is usual for a first approval says nothing of a renewal; the plan's own rule does.
test('a denial that the usual criteria do not answer is not sent with a table of them', { timeout: 60_000 }, async () => {
  const text = await appeal(null)
  expect(text).not.toContain('Criteria table')
  expect(text).not.toContain('plans typically set')
})

test('a policy that is held is answered all the same', { timeout: 60_000 }, async () => {
  const text = await appeal(POLICY)
  expect(text).toContain('Criteria table')
  expect(text).toContain('positive clinical response')
})
