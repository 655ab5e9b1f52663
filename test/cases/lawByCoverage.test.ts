import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { ok } from '../../src/base/outcome.ts'
import { letterText } from '../../src/document/text.ts'
import { draftPacket } from '../../src/usecases/draft.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import { ports, TODAY } from './example.ts'

/** The same denial and records under another coverage: law is cited where that coverage gives it, and nowhere else. */
const words = (): Ports => ({
  ...ports(),
  packetPdf: async () => ok({ pdf: new Uint8Array(), letterPdf: new Uint8Array(), pageCount: 0, skipped: [] }),
  letterPdf: async () => ok(new Uint8Array()),
  letterDocx: async () => new Uint8Array(),
})

async function appealUnder(name: string, coverage: string): Promise<string> {
  const dir = join(import.meta.dirname, 'reasons', name)
  const bytes = (path: string) => ({ name: path, bytes: new Uint8Array(readFileSync(join(dir, path))) })
  const caseFile = readFileSync(join(dir, 'case.yaml'), 'utf8').replace(/coverage: \w+/, `coverage: ${coverage}`)
  const drafted = await draftPacket(words(), {
    denial: bytes('denial.txt'),
    which: null,
    records: readdirSync(join(dir, 'records')).map((f) => bytes(`records/${f}`)),
    policy: null,
    caseFile: { path: 'case.yaml', text: caseFile },
    coverage: null,
    today: TODAY as CivilDate,
  })
  if (!drafted.ok) throw new Error(drafted.problems.map((p) => p.say).join('\n'))
  const letter = drafted.value.letters.find((l) => l.kind === 'appeal')
  return letter ? letterText(letter).replace(/\s+/g, ' ') : ''
}

const LAW = {
  habilitative: '45 CFR 156.115(a)(5)',
  parityErisa: '29 CFR 2590.712(c)(2)(i)',
  parityIndividual: '45 CFR 146.136(c)(2)(i)',
  epsdt: '42 USC 1396d(r)(5)',
  jimmo: 'Jimmo v. Sebelius',
  dollarErisa: '29 CFR 2590.715-2711(a)',
  dollarIndividual: '45 CFR 147.126(a)',
  dollarStatute: '42 USC 300gg-11(a)(1)(A)',
  preventive: '45 CFR 147.130(a)(1)',
  network: '42 CFR 422.112(a)(1)(iii)',
  networkMedicaid: '42 CFR 438.206(b)(4)',
  networkMarketplace: '45 CFR 156.230(a)(1)(ii)',
  retail: '45 CFR 156.122(e)(1)',
  harmlessMedicaid: '42 CFR 438.106(b)(2)',
  harmlessMedicare: '42 CFR 489.21(b)',
  ambulanceTricare: '32 CFR 199.4(d)(3)(v)',
  ambulanceMedicare: '42 CFR 410.40(e)(1)',
} as const
type Law = keyof typeof LAW

test.each<[string, string, readonly Law[]]>([
  ['visit-limit', 'aca_individual', ['habilitative', 'parityIndividual']],
  ['visit-limit', 'erisa_self_funded', ['parityErisa']],
  ['visit-limit', 'medicaid_managed_care', ['epsdt']],
  ['visit-limit', 'stldi_limited_hcsm', []],
  ['maintenance-therapy', 'original_medicare', ['jimmo']],
  ['maintenance-therapy', 'medicare_advantage', ['jimmo']],
  ['maintenance-therapy', 'erisa_insured', []],
  ['lifetime-maximum', 'erisa_self_funded', ['dollarErisa']],
  ['lifetime-maximum', 'aca_individual', ['dollarIndividual']],
  ['lifetime-maximum', 'grandfathered', ['dollarStatute']],
  ['lifetime-maximum', 'tricare', []],
  ['preventive-cost-sharing', 'nonfederal_governmental', ['preventive']],
  ['preventive-cost-sharing', 'grandfathered', []],
  ['out-of-network-specialist', 'medicare_advantage', ['network']],
  ['out-of-network-specialist', 'medicaid_managed_care', ['networkMedicaid']],
  ['out-of-network-specialist', 'aca_individual', ['networkMarketplace']],
  ['out-of-network-specialist', 'erisa_self_funded', []],
  ['required-pharmacy', 'aca_individual', ['retail']],
  ['required-pharmacy', 'erisa_self_funded', []],
  ['timely-filing', 'medicaid_managed_care', ['harmlessMedicaid']],
  ['timely-filing', 'original_medicare', ['harmlessMedicare']],
  ['timely-filing', 'erisa_insured', []],
  ['ambulance', 'tricare', ['ambulanceTricare']],
  ['ambulance', 'original_medicare', ['ambulanceMedicare']],
  ['ambulance', 'erisa_insured', []],
])('%s under %s cites %j', { timeout: 60_000 }, async (name, coverage, cited) => {
  const text = await appealUnder(name, coverage)
  expect((Object.keys(LAW) as Law[]).filter((law) => text.includes(LAW[law])).sort()).toEqual([...cited].sort())
})
