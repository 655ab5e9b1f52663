import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { READ_KINDS, type Reference, type Resource, resource } from './resources.ts'

/** The resources of a file, each with the addresses under which others refer to it. */
export interface FhirFile {
  readonly resources: readonly Resource[]
  find(reference: Reference | undefined): Resource | null
}

const MOST = 20_000
/** Bundles in bundles, resources in resources: nothing real goes deeper. */
const DEEPEST = 8
const TYPED = /^\uFEFF?\s*[[{][\s\S]{0,4000}?"resourceType"\s*:\s*"[A-Z][A-Za-z]+"/

/** Whether a text is FHIR in JSON or NDJSON, told by its beginning. */
export const isFhir = (text: string): boolean => TYPED.test(text.slice(0, 6000))

/** A bundle, a list or a map of resources, a single one, or one a line (NDJSON). Parameters of a resource we do not read are left alone. */
export function openFhir(text: string, name = 'the file'): Outcome<FhirFile> {
  const parsed = parse(text)
  if (!parsed) return fail(unreadable(name))
  const found: { readonly url: string | null; readonly raw: Raw }[] = []
  for (const root of parsed) collect(root, null, found)
  if (found.length === 0 || found.length > MOST) return fail(unreadable(name))
  const resources: Resource[] = []
  const byAddress = new Map<string, Resource>()
  const left = new Map<string, number>()
  for (const { url, raw } of found) {
    const read = READ_KINDS.has(raw.resourceType) ? resource.safeParse(raw) : null
    if (!read?.success) {
      left.set(raw.resourceType, (left.get(raw.resourceType) ?? 0) + 1)
      continue
    }
    resources.push(read.data)
    const { id } = read.data
    for (const address of [url, id && `${raw.resourceType}/${id}`, id && `#${id}`]) if (address) byAddress.set(address, read.data)
  }
  if (resources.length === 0) return fail(nothingToRead(name))
  const patients = new Set([
    ...resources.flatMap((r) => (r.resourceType === 'Patient' ? [r.id ?? ''] : [])),
    ...subjects(resources),
  ])
  if (patients.size > 1) return fail(severalPatients(name))
  const find = (r: Reference | undefined): Resource | null =>
    r?.reference ? (byAddress.get(r.reference) ?? byAddress.get(r.reference.split('/').slice(-2).join('/')) ?? null) : null
  return ok({ resources, find }, left.size ? [leftOut(name, left)] : [])
}

interface Raw {
  readonly resourceType: string
  readonly [key: string]: unknown
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)

function parse(text: string): unknown[] | null {
  const plain = text.replace(/^\uFEFF/, '').trim()
  try {
    return [JSON.parse(plain)]
  } catch {
    const lines = plain.split(/\r?\n/).filter((l) => l.trim())
    try {
      return lines.length > 1 ? lines.map((l): unknown => JSON.parse(l)) : null
    } catch {
      return null
    }
  }
}

function collect(node: unknown, url: string | null, found: { url: string | null; raw: Raw }[], depth = 0): void {
  if (depth > DEEPEST) return
  if (Array.isArray(node)) for (const n of node) collect(n, null, found, depth + 1)
  if (!isObject(node)) return
  const { resourceType } = node
  if (typeof resourceType !== 'string') {
    // Exports by kind: {"Patient": {...}, "Condition": [...]}.
    if (url === null)
      for (const [kind, n] of Object.entries(node)) if (/^[A-Z][A-Za-z]+$/.test(kind)) collect(n, kind, found, depth + 1)
    return
  }
  if (resourceType === 'Bundle') {
    for (const e of Array.isArray(node.entry) ? node.entry : [])
      if (isObject(e)) collect(e.resource, typeof e.fullUrl === 'string' ? e.fullUrl : '', found, depth + 1)
    return
  }
  found.push({ url, raw: node as Raw })
  for (const inner of Array.isArray(node.contained) ? node.contained : []) collect(inner, '', found, depth + 1)
}

/** Whose records these are, by the last part of the reference. */
function subjects(resources: readonly Resource[]): string[] {
  return resources.flatMap((r) => {
    const of = 'subject' in r ? r.subject : 'patient' in r ? r.patient : 'beneficiary' in r ? r.beneficiary : undefined
    const address = of?.reference
    return address && /(?:^|\/)Patient\/[^/]+$/.test(address) ? [address.split('/').at(-1) ?? ''] : []
  })
}

const unreadable = (name: string): Problem =>
  problem(
    'file-unreadable',
    name,
    'The file is not a FHIR record that can be read.',
    'Download it again as a FHIR R4 bundle (JSON or NDJSON), or send the visit notes as PDF.',
  )

export const nothingToRead = (name: string): Problem =>
  problem(
    'file-no-text',
    name,
    'The file holds nothing that speaks to an appeal.',
    'Download the record with diagnoses, medicines, results and notes.',
  )

const severalPatients = (name: string): Problem =>
  problem(
    'records-disagree',
    name,
    'The file holds the records of more than one patient.',
    'Download the record of this patient alone, and send that.',
  )

const leftOut = (name: string, left: ReadonlyMap<string, number>): Problem =>
  problem(
    'exhibit-skipped',
    name,
    `Parts of the file were not read: ${[...left].map(([kind, n]) => `${kind} (${n})`).join(', ')}.`,
    'If one of them matters, send it as a note or a report.',
  )
