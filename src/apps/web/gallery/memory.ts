import type { CaseRole, StoredEvent } from '../../../casefile/event.ts'
import type {
  CaseFiles,
  CaseId,
  CaseMemory,
  CasePorts,
  CaseStore,
  PersonId,
  Progress,
  ProgressBoard,
} from '../../../usecases/cases/ports.ts'

/** Cases that are nowhere but in memory: for sample data, which must never touch what is kept. Jobs are not done. */
export function memoryPorts(real: CasePorts): CasePorts {
  const events = new Map<CaseId, StoredEvent[]>()
  const kept = new Map<string, { readonly seq: number; readonly json: string }>()
  const members = new Map<CaseId, Map<PersonId, CaseRole>>()
  const bytes = new Map<string, Uint8Array>()
  const told = new Map<string, Progress>()
  const remembered = new Map<string, unknown>()
  const of = (id: CaseId, name: string) => `${id} ${name}`

  const cases: CaseStore = {
    async open(id, owner, role, first) {
      events.set(id, [])
      members.set(id, new Map([[owner, role]]))
      await cases.append(id, 0, first)
    },
    load: async (id) => events.get(id) ?? null,
    async append(id, last, added) {
      const held = events.get(id) ?? []
      if ((held.at(-1)?.seq ?? 0) !== last) return false
      // A list once given out never grows under its reader.
      const now = real.clock.now()
      events.set(id, [...held, ...added.map(({ by, event }, i) => ({ seq: last + i + 1, at: now, by, event }))])
      return true
    },
    keep: async (id, name, seq, json) => void kept.set(of(id, name), { seq, json }),
    kept: async (id, name) => kept.get(of(id, name)) ?? null,
    roleOf: async (id, person) => members.get(id)?.get(person) ?? null,
    grant: async (id, person, role) => void members.get(id)?.set(person, role),
    revoke: async (id, person) => void members.get(id)?.delete(person),
    members: async (id) => [...(members.get(id) ?? [])].map(([person, role]) => ({ person, role })),
    casesOf: async (person) =>
      [...members].flatMap(([id, roles]) => {
        const role = roles.get(person)
        const [first] = events.get(id) ?? []
        return role && first ? [{ id, role, opened: first.at, changed: events.get(id)?.at(-1)?.at ?? first.at }] : []
      }),
    destroy: async (id) => void events.delete(id),
    untouchedSince: async () => [],
  }
  const files: CaseFiles = {
    put: async (id, doc, content) => void bytes.set(of(id, doc), content),
    get: async (id, doc) => bytes.get(of(id, doc)) ?? null,
    remove: async (id, doc) => void bytes.delete(of(id, doc)),
  }
  const progress: ProgressBoard = {
    tell: async (id, what, now) => void told.set(of(id, what), now),
    of: async (id, what) => told.get(of(id, what)) ?? null,
  }
  const memory: CaseMemory = {
    get: (id, name) => remembered.get(of(id, name)),
    put: (id, name, value) => void remembered.set(of(id, name), value),
  }
  return { ...real, cases, files, progress, memory, audit: { record: async () => {} } }
}
