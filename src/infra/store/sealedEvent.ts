import type { Instant, StoredEvent } from '../../casefile/event.ts'
import type { NewEvent } from '../../usecases/cases/ports.ts'
import { bound, seal, unseal } from './seal.ts'

export interface EventRow {
  readonly case_id: string
  readonly seq: number
  readonly at: Date
  readonly sealed: Uint8Array
}

/** Case, place and time are bound into the cipher: no row can be moved, renumbered or dated anew. */
const place = (id: string, seq: number, at: Date): string => bound('event', id, seq, at.toISOString())

export function sealEvent(key: Uint8Array, id: string, seq: number, at: Date, { by, event }: NewEvent): EventRow {
  return { case_id: id, seq, at, sealed: seal(key, place(id, seq, at), Buffer.from(JSON.stringify({ by, event }))) }
}

export function openEvent(key: Uint8Array, row: EventRow): StoredEvent {
  const { by, event }: NewEvent = JSON.parse(unseal(key, place(row.case_id, row.seq, row.at), row.sealed).toString('utf8'))
  return { seq: row.seq, at: row.at.toISOString() as Instant, by, event }
}
