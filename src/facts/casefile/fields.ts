import { z } from 'zod'
import { type CivilDate, parseDate } from '../../base/date.ts'
import type { ServiceCode } from '../../reading/denial.ts'
import type { PartialDate, TrialOutcome } from '../casefacts.ts'
import { isNpi } from '../npi.ts'
import { parsePartial } from '../partialDate.ts'

/** A message is "what is wrong" and "what to do", parted by a newline, so that a problem can show both. */
const trouble = (say: string, fix: string): string => `${say}\n${fix}`

/** One value of the file: text in, typed value out. `accepts` returns null for what it does not take. */
function field<T>(accepts: (text: string) => T | null, say: string, fix: string) {
  const error = (issue: { readonly input?: unknown }) =>
    issue.input === undefined
      ? trouble('is missing', 'Add the line, or remove the whole entry.')
      : trouble('must be a single line of text', 'Write one value behind the colon.')
  return z.string({ error }).transform((text, ctx): T => {
    const value = accepts(text.trim())
    if (value !== null) return value
    ctx.addIssue({ code: 'custom', message: trouble(say, fix) })
    return z.NEVER
  })
}

export const words = field((t) => t || null, 'is empty', 'Write the words, or remove the line.')

export const day = field<CivilDate>(
  (t) => {
    const date = parsePartial(t)
    return date && date.length === 10 ? parseDate(date) : null
  },
  'is not a full calendar date',
  'Write it as 2026-03-08, 3/8/2026 or March 8, 2026; check that the day exists.',
)

export const partial = field<PartialDate>(
  parsePartial,
  'is not a date',
  'Write as much as is known: 2024, 2024-03 or 2024-03-08.',
)

export const yesNo = field(
  (t) => (/^(?:yes|true)$/i.test(t) ? true : /^(?:no|false)$/i.test(t) ? false : null),
  'must be yes or no',
  'Write yes or no.',
)

export const number = field(
  (t) => (/^-?\d+(?:\.\d+)?$/.test(t) ? Number(t) : null),
  'is not a number',
  'Write only the figure, as 4.5; the unit has its own line.',
)

export const npi = field(
  (t) => (isNpi(t) ? t : null),
  'is not a valid NPI: it needs ten digits, and the last is a check digit',
  'Copy it again from the prescriber or from the NPI registry.',
)

const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI'.split(
    ' ',
  )

export const state = field(
  (t) => (STATES.includes(t.toUpperCase()) ? t.toUpperCase() : null),
  'is not a state',
  'Write the two letters of the postal code, as TX.',
)

export const choice = <const T extends string>(...options: readonly T[]) =>
  field<T>(
    (t) => options.find((o) => o === t || o === t.toLowerCase().replace(/[\s-]+/g, '_')) ?? null,
    'is not one of the choices',
    `Write one of: ${options.join(', ')}.`,
  )

export const OUTCOMES: readonly TrialOutcome[] = [
  'inadequate_response',
  'intolerance',
  'contraindicated',
  'partial_response',
  'response',
  'ongoing',
  'not_stated',
]
export const outcome = choice(...OUTCOMES)

export const icd10 = field(
  (t) => (/^[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/i.test(t) ? t.toUpperCase() : null),
  'is not an ICD-10-CM code',
  'Write it with its dot, as G43.709; leave the line out when it is not known.',
)

/** "CPT 97530", "J2350", "NDC 50242-0150-01". */
export const serviceCode = field<ServiceCode>(
  (t) => {
    const m = /^(?:(CPT|HCPCS|ICD-10-CM|NDC)\s+)?([A-Z0-9.-]+)$/i.exec(t)
    const code = m?.[2]?.toUpperCase() ?? ''
    const system = m?.[1]?.toUpperCase() as ServiceCode['system'] | undefined
    if (/^(?:\d{5}|\d{4}[FTU])$/.test(code)) return !system || system === 'CPT' ? { system: 'CPT', code } : null
    if (/^[A-Z]\d{4}$/.test(code) && system !== 'ICD-10-CM')
      return !system || system === 'HCPCS' ? { system: 'HCPCS', code } : null
    if (system === 'ICD-10-CM' && /^[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/.test(code)) return { system, code }
    if (system === 'NDC' && /^(?:\d{4,5}-\d{3,4}-\d{1,2}|\d{10,11})$/.test(code)) return { system, code }
    return null
  },
  'is not a service code',
  'Write the system and the code, as CPT 97530, HCPCS J2350 or NDC 50242-0150-01.',
)

/** Ten digits with any separators, kept as written. */
export const phone = field(
  (t) => (/^\+?1?[\s.-]?\(?\d{3}\)?[\s.-]*\d{3}[\s.-]?\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?$/i.test(t) ? t : null),
  'is not a US telephone number',
  'Write ten digits, as 512-555-0100.',
)
