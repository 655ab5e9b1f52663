import type { PartialDate } from '../casefacts.ts'
import { isNpi } from '../npi.ts'
import { parsePartial, sayPartialDate } from '../partialDate.ts'
import type { FhirFile } from './open.ts'
import type { Concept, Dosage, HumanName, Quantity, Reference, Resource, ResourceOf } from './resources.ts'

/** One line, without the marks that part the fields of a line. */
export const plain = (words: string | undefined): string => (words ?? '').replace(/\s+/g, ' ').replace(/;/g, ',').trim()

/** What a concept is called: its own text, else the first display. "(disorder)" and the like are no part of a name. */
export const named = (c: Concept | undefined): string =>
  plain(c?.text ?? c?.coding?.find((x) => x.display)?.display).replace(
    /\s+\((?:disorder|finding|procedure|situation|product)\)$/,
    '',
  )

/** Whether the terminology marks it as a finding or a situation of life, not a disease. */
export const isMereFinding = (c: Concept | undefined): boolean =>
  [c?.text, ...(c?.coding ?? []).map((x) => x.display)].some((t) => /\((?:finding|situation|person)\)$/.test(t ?? ''))

const ICD = /(?:icd-10-cm|2\.16\.840\.1\.113883\.6\.90)$/i
export const icd10Of = (c: Concept | undefined): string | null => {
  const code = c?.coding?.find((x) => ICD.test(x.system ?? ''))?.code?.toUpperCase()
  if (!code || !/^[A-TV-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/.test(code)) return null
  return code.length > 3 && !code.includes('.') ? `${code.slice(0, 3)}.${code.slice(3)}` : code
}

/** "CPT 97110", "HCPCS J2350", "NDC 0777-3105-02". */
export function serviceCodeOf(c: Concept | undefined): string | null {
  for (const { system = '', code = '' } of c?.coding ?? []) {
    if (/ama-assn\.org\/go\/cpt/i.test(system) && /^\d{4}[\dFTU]$/.test(code)) return `CPT ${code}`
    if (/hcpcs/i.test(system) && /^[A-Z]\d{4}$/.test(code)) return `HCPCS ${code}`
    if (/ndc$/i.test(system) && /^[\d-]{10,13}$/.test(code)) return `NDC ${code}`
  }
  return null
}

/** The codes of statuses come in lower case with hyphens. */
export const codeOf = (c: Concept | undefined): string => c?.coding?.[0]?.code?.toLowerCase() ?? ''

/** The civil date as it was written where the care was given; hours and zones say nothing to an appeal. */
export const dayOf = (...stamps: (string | undefined)[]): PartialDate | null => {
  for (const stamp of stamps) {
    const date = stamp ? parsePartial(stamp.slice(0, 10)) : null
    if (date) return date
  }
  return null
}

export function dayWords(...stamps: (string | undefined)[]): string {
  const day = dayOf(...stamps)
  return day ? sayPartialDate(day) : ''
}

const DECIMALS = 4

/** A figure beyond four decimals is a computer's, not a laboratory's. */
export const quantityWords = (q: Quantity | undefined): string =>
  q?.value === undefined
    ? ''
    : plain(`${q.comparator ?? ''}${Number(q.value.toFixed(DECIMALS))}${q.unit || q.code ? ` ${q.unit ?? q.code}` : ''}`)

export const doseWords = (dosages: readonly Dosage[] | undefined): string => {
  const d = dosages?.[0]
  return plain(d?.text) || quantityWords(d?.doseAndRate?.[0]?.doseQuantity ?? d?.dose)
}

export function personName(names: readonly HumanName[] | undefined): string {
  const n = names?.find((x) => x.use === 'official') ?? names?.find((x) => x.use !== 'old' && x.use !== 'maiden') ?? names?.[0]
  return plain(n?.text ?? [...(n?.given ?? []), n?.family].filter(Boolean).join(' '))
}

export const npiOf = (p: ResourceOf<'Practitioner'>): string | null =>
  p.identifier?.find((i) => /us-npi$/.test(i.system ?? '') && isNpi(i.value ?? ''))?.value ?? null

type Drug = ResourceOf<'MedicationRequest' | 'MedicationStatement' | 'MedicationAdministration'>

export function drugName(r: Drug, file: FhirFile): string {
  const own = named(r.medicationCodeableConcept)
  if (own) return own
  const found = file.find(r.medicationReference)
  return found?.resourceType === 'Medication' ? named(found.code) : plain(r.medicationReference?.display)
}

/** Name of a person or organization that is referred to. */
export function whoIs(reference: Reference | undefined, file: FhirFile): string {
  const found: Resource | null = file.find(reference)
  if (found?.resourceType === 'Practitioner' || found?.resourceType === 'Patient') return personName(found.name)
  return found?.resourceType === 'Organization' ? plain(found.name) : plain(reference?.display)
}
