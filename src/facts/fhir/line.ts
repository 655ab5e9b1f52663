import type { PartialDate } from '../casefacts.ts'
import { parsePartial, sayPartialDate } from '../partialDate.ts'

/**
 * A resource in plain words, on one line: "March 2, 2024. Prescribed: topiramate 25 mg; status: stopped".
 * The same grammar writes and reads it, so that every fact has its place in text that a person can read.
 */
export interface FhirLine {
  readonly when: PartialDate | null
  readonly label: Label
  readonly name: string
  readonly fields: readonly (readonly [Field, string])[]
}

const LABELS = [
  'Patient',
  'Clinician',
  'Coverage',
  'Diagnosis',
  'Prescribed',
  'Planned',
  'Taken',
  'Given',
  'Allergy',
  'Intolerance',
  'Procedure',
  'Measured',
  'Found',
  'Report',
  'Decision on a request',
  'Decision on a claim',
] as const
export type Label = (typeof LABELS)[number]

const FIELDS = [
  'born',
  'credentials',
  'NPI',
  'telephone',
  'fax',
  'member ID',
  'group',
  'code',
  'status',
  'since',
  'dose',
  'from',
  'until',
  'stopped because',
  'for',
  'by',
  'note',
  'reaction',
  'result',
  'value',
  'conclusion',
  'decision',
  'reason',
  'service',
  'reference',
] as const
export type Field = (typeof FIELDS)[number]

export const sayLine = ({ when, label, name, fields }: FhirLine): string =>
  `${when ? `${sayPartialDate(when)}. ` : ''}${[`${label}: ${name}`, ...fields.filter(([, v]) => v).map(([k, v]) => `${k}: ${v}`)].join('; ')}`

/** A part of a line with its range in the text it was read from. */
export interface Placed {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface ReadLine {
  readonly when: PartialDate | null
  readonly label: Label
  readonly name: Placed
  readonly start: number
  readonly end: number
  field(name: Field): Placed | null
}

const LINE = new RegExp(String.raw`^(?:([A-Z]?[a-z]* ?\d{0,2},? ?\d{4})\. )?(${LABELS.join('|')}): `)
const PART = new RegExp(`^(${FIELDS.join('|')}): `)

/** The line that begins at `at` of a page; null where it is not one of ours. */
export function readLine(line: string, at: number): ReadLine | null {
  const m = LINE.exec(line)
  const label = LABELS.find((l) => l === m?.[2])
  if (!m || !label) return null
  let start = m[0].length
  const parts = line.slice(start).split('; ')
  const placed = parts.map((part) => {
    const from = start
    start += part.length + 2
    const key = PART.exec(part)
    const begins = from + (key && from > m[0].length ? key[0].length : 0)
    return {
      key: from > m[0].length ? (key?.[1] ?? null) : null,
      value: { text: line.slice(begins, from + part.length), start: at + begins, end: at + from + part.length },
    }
  })
  const [first, ...rest] = placed
  if (!first?.value.text) return null
  return {
    when: m[1] ? parsePartial(m[1]) : null,
    label,
    name: first.value,
    start: at,
    end: at + line.length,
    field: (name) => rest.find((p) => p.key === name && p.value.text)?.value ?? null,
  }
}
