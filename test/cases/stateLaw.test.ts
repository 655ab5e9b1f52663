import { expect, test } from 'vitest'
import { ok } from '../../src/base/outcome.ts'
import { letterText } from '../../src/document/text.ts'
import { draftPacket } from '../../src/usecases/draft.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import { exampleRequest, ports } from './example.ts'

/** Typesetting has tests of its own; here the words are read. */
const words = (): Ports => ({
  ...ports(),
  packetPdf: async () => ok({ pdf: new Uint8Array(), letterPdf: new Uint8Array(), pageCount: 0, skipped: [] }),
  letterPdf: async () => ok(new Uint8Array()),
  letterDocx: async () => new Uint8Array(),
})

/** The step-therapy example as if its plan were of another kind, in another State. */
async function letters(coverage: string, state: string): Promise<Map<string, string>> {
  const request = exampleRequest('ocrelizumab-step-therapy')
  const text = (request.caseFile?.text ?? '').replace(/coverage: erisa_self_funded/, `coverage: ${coverage}\n  state: ${state}`)
  const drafted = await draftPacket(words(), { ...request, caseFile: { path: 'case.yaml', text } })
  if (!drafted.ok) throw new Error(drafted.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
  return new Map(drafted.value.letters.map((l) => [l.kind, letterText(l).replace(/\s+/g, ' ')]))
}

test('an insured plan in Texas: the letters cite the Texas statute with its paragraph', async () => {
  const made = await letters('erisa_insured', 'TX')
  for (const kind of ['appeal', 'step_exception'])
    expect(made.get(kind), kind).toMatch(
      /Under the law of Texas, insurers must offer .*\(Tex\. Ins\. Code § 1369\.0546\(c\)\(1\)-\(3\)\)/,
    )
})

test('a self-funded plan in Texas: no State is named in any letter', async () => {
  for (const [kind, text] of await letters('erisa_self_funded', 'TX')) expect(text, kind).not.toMatch(/Texas|Tex\./)
})

test('an insured plan in a State without such a law: no sentence about one', async () => {
  const made = await letters('erisa_insured', 'RI')
  expect(made.get('appeal')).not.toMatch(/Under the law of/)
})

test('an insured plan in Connecticut: the external review is that of the State', async () => {
  const made = await letters('erisa_insured', 'CT')
  expect(made.get('appeal')).toMatch(
    /external review \(45 CFR 147\.136\(c\)\(2\)\(vi\); Conn\. Gen\. Stat\. § 38a-591g\(e\)\(1\)\)/,
  )
})
