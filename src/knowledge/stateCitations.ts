import type { Citation, Status } from '../base/citation.ts'
import { type StateRecord, stateSource } from './state.ts'

interface Cited {
  readonly cite: string
  readonly pin?: string
  readonly status: Status
}

/** Every section that a State's record cites, with its pins: what a letter may cite from it. */
export function stateCitations(record: StateRecord): Citation[] {
  const source = stateSource(record)
  return datumsOf(record).map((d) => ({ source, cite: d.cite, pin: d.pin ?? '', status: d.status }))
}

const isCited = (value: object): value is Cited => 'cite' in value && typeof value.cite === 'string' && 'status' in value

function datumsOf(value: unknown): Cited[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(datumsOf)
  return isCited(value) ? [value, ...inside] : inside
}
