import type { Finding } from '../../base/span.ts'
import type { ServiceCode } from '../denial.ts'
import { finding } from '../text/letter-text.ts'
import type { Line } from '../text/lines.ts'
import { matchesAtStart } from '../text/word-start.ts'
import { CARC, CLAIM_GROUP, CPT, HCPCS, ICD10, NDC, RARC } from '../values/codes.ts'
import type { ReadingContext } from './context.ts'

interface CodeRule {
  readonly system: ServiceCode['system']
  /** What must stand before the code; a list of codes may follow it. */
  readonly after: string
  readonly code: string
}

const LIST = String.raw`(?:\s*(?:[,;/+&-]|and|with|or|through)?\s*(?:CARC|RARC|modifier)?\s*)`

const RULES: readonly CodeRule[] = [
  {
    system: 'ICD-10-CM',
    after: String.raw`(?:ICD(?:-?10)?(?:-?CM)?|diagnos[ei]s(?: codes?)?|dx)(?:\s*codes?)?\s*[:#(]*\s*`,
    code: ICD10,
  },
  {
    system: 'CPT',
    after: String.raw`(?:CPT(?:\s*/\s*HCPCS)?|HCPCS|procedures?|proc|service|billing|c[óo]digo)(?:\s*(?:codes?|requested))*\s*[:#(]*\s*`,
    code: `(?:${CPT}|${HCPCS})`,
  },
  { system: 'NDC', after: String.raw`NDC(?:\s*(?:number|code|#))?\s*[:#]*\s*`, code: NDC },
  { system: 'CARC', after: String.raw`(?:CARC|claim adjustment reason codes?)\s*[:#]*\s*`, code: CARC },
  { system: 'CARC', after: String.raw`(?<![A-Z\d-])${CLAIM_GROUP}-\s?`, code: CARC },
  { system: 'RARC', after: String.raw`(?:RARC|REM|remarks?(?: codes?)?|remittance advice remark codes?)\s*[:#]*\s*`, code: RARC },
  { system: 'RARC', after: String.raw`CARC\s*${CARC}\s*(?:/|,|\+)?\s*`, code: RARC },
]

/** Codes the letter prints, with what they code; each once. */
const INSIDE_A_WORD = /[\p{L}\d]$/u

export function codes({ letter }: ReadingContext): Finding<ServiceCode>[] {
  const found = new Map<string, Finding<ServiceCode> & { offset: number }>()
  const add = (system: ServiceCode['system'], code: string, start: number, confidence: number) => {
    const right = system === 'CPT' && /^[A-Z]\d{4}$/.test(code) ? 'HCPCS' : system
    const key = `${right} ${code}`
    if (!found.has(key))
      found.set(key, { ...finding(letter, { system: right, code }, start, start + code.length, confidence), offset: start })
  }
  for (const { system, after, code } of RULES)
    for (const m of matchesAtStart(letter.text, new RegExp(String.raw`${after}(?=(${code})\b)`, 'giu'), INSIDE_A_WORD)) {
      // A list may follow: "CPT: 99214 + 17000", "CARC 45 + 97 + 50".
      const next = new RegExp(String.raw`(${code})\b(?:-[A-Z\d]{2}\b)?${LIST}(?=(?:${code})\b)|(${code})\b`, 'y')
      next.lastIndex = m.index + m[0].length
      for (let item = next.exec(letter.text); item; item = next.exec(letter.text)) {
        const value = item[1] ?? item[2] ?? ''
        if (system !== 'CARC' || !/^\d{4}/.test(letter.text.slice(item.index))) add(system, value, item.index, 1)
        if (item[2] !== undefined) break
      }
    }
  remittanceRows(letter.text, add)
  for (const line of letter.lines) chargedLine(line, add)
  described(letter.text, add)
  return [...found.values()].sort((a, b) => a.offset - b.offset).map(({ offset: _, ...f }) => f)
}

type Add = (system: ServiceCode['system'], code: string, start: number, confidence: number) => void

/** "1634782059  110125  1006  27447  NU  $4,250.00": the procedure of a remittance line. */
function remittanceRows(text: string, add: Add): void {
  const row = new RegExp(String.raw`^ *\d{10} +\d{6}(?: +\d{6})? +\d{2,4} +(?:\d +)?(${CPT}|${HCPCS})(?= )`, 'gm')
  for (const m of text.matchAll(row)) add('CPT', m[1] ?? '', m.index + m[0].length - (m[1] ?? '').length, 0.9)
}

/** A column of a claim line that also has a date and an amount: "02/24/2026  97110  GP  180.00". */
function chargedLine(line: Line, add: Add): void {
  if (line.cells.length < 3) return
  const has = (shape: RegExp) => line.cells.some((c) => shape.test(c.text))
  if (!has(/^\d{1,2}\/\d{1,2}\/\d{2,4}/) || !has(/\d\.\d{2}$/)) return
  const code = line.cells.find((c) => new RegExp(`^(?:${CPT}|${HCPCS})$`).test(c.text))
  if (code) add('CPT', code.text, code.start, 0.8)
}

/** "27447 - Total knee arthroplasty", "M17.11 - Primary osteoarthritis", "(J0135)". */
function described(text: string, add: Add): void {
  for (const m of text.matchAll(new RegExp(String.raw`(?<![\w.$-])(${CPT}|${HCPCS})(?=\s+[-–—]\s+\p{L})`, 'gu')))
    add('CPT', m[1] ?? '', m.index, 0.8)
  for (const m of text.matchAll(new RegExp(String.raw`^ *(${CPT}|${HCPCS})(?:\s{2,}|\s*\|\s*)(?=\p{L}{3})`, 'gmu')))
    add('CPT', m[1] ?? '', m.index + m[0].indexOf(m[1] ?? ''), 0.8)
  for (const m of text.matchAll(/(?<![\w.$-])([A-TV-Z]\d[\dAB]\.[\dA-Z]{1,4})(?![\w-])/g))
    add('ICD-10-CM', m[1] ?? '', m.index, 0.8)
  for (const m of text.matchAll(new RegExp(String.raw`\((${HCPCS})\)`, 'g'))) add('CPT', m[1] ?? '', m.index + 1, 0.7)
}
