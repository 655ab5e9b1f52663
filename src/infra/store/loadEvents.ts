import { problem } from '../../base/problem.ts'
import type { StoredEvent } from '../../casefile/event.ts'
import type { CaseId } from '../../usecases/cases/ports.ts'
import { Fault } from '../database/fault.ts'
import { unwrapKey } from './caseKey.ts'
import type { StoreParts } from './parts.ts'
import { openEvent } from './sealedEvent.ts'

const NAME = 'events'

/** Events that were opened a moment ago. They never change: only those after them are read and opened anew. */
interface Opened {
  readonly wrapped: Uint8Array
  readonly key: Uint8Array
  readonly events: readonly StoredEvent[]
  readonly size: number
}

/**
 * The events of a case as they are now; null: no such case, or its key is destroyed. In one statement, so that what
 * is read is of one moment, and always asked: how far the case is, and whether it still has its key, is never remembered.
 */
export async function loadEvents(parts: StoreParts, id: CaseId): Promise<readonly StoredEvent[] | null> {
  const held = (parts.memory?.get(id, NAME) as Opened | undefined) ?? null
  const rows = await rowsAfter(parts, id, held?.events.length ?? 0)
  const [first] = rows
  if (!first) return null
  // Another key under the same id, or fewer events than were seen: data that was put back. Nothing remembered holds.
  if (held && (first.last < held.events.length || Buffer.compare(held.wrapped, first.wrapped) !== 0)) {
    parts.memory?.put(id, NAME, undefined, 0)
    return loadEvents(parts, id)
  }
  const key = held?.key ?? unwrapKey(parts.vault, id, first.wrapped)
  const known = held?.events ?? []
  let size = held?.size ?? 0
  const later = rows.flatMap(({ seq, at, sealed }) => {
    if (seq === null || at === null || sealed === null) return []
    size += sealed.length
    return [openEvent(key, { case_id: id, seq, at, sealed })]
  })
  if (known.length + later.length !== first.last || later.some((e, i) => e.seq !== known.length + i + 1)) throw holes()
  const events = later.length ? [...known, ...later] : known
  if (later.length || !held) parts.memory?.put(id, NAME, { wrapped: first.wrapped, key, events, size } satisfies Opened, size)
  return events
}

const rowsAfter = ({ db }: StoreParts, id: CaseId, known: number) =>
  db
    .selectFrom('case_record')
    .innerJoin('case_key', 'case_key.case_id', 'case_record.id')
    .leftJoin('case_event', (join) => join.onRef('case_event.case_id', '=', 'case_record.id').on('case_event.seq', '>', known))
    .select(['case_record.last', 'case_key.wrapped', 'case_event.seq', 'case_event.at', 'case_event.sealed'])
    .where('case_record.id', '=', id)
    .orderBy('case_event.seq')
    .execute()

const holes = () =>
  new Fault(problem('internal-fault', 'store', 'Events of a case are missing; it is not used.', 'Restore the last good backup.'))
