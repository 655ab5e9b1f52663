import { createHash } from 'node:crypto'
import type { CivilDate } from '../../src/base/date.ts'
import { type Outcome, ok } from '../../src/base/outcome.ts'
import { type ProblemCode, problem } from '../../src/base/problem.ts'
import type { Actor, Destination, Instant, StoredEvent } from '../../src/casefile/event.ts'
import type {
  CaseFiles,
  CaseId,
  CaseStore,
  Enqueued,
  NewEvent,
  Parcel,
  Sender,
  SendingStatus,
} from '../../src/usecases/cases/ports.ts'
import type { SendPorts } from '../../src/usecases/cases/send/ports.ts'

export const CASE = 'case1' as CaseId
export const PERSON: Actor = { kind: 'person', id: 'p1', role: 'patient' }
export const PDF = new TextEncoder().encode('%PDF-1.7 packet')
export const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
export const FAX: Destination = {
  channel: 'fax',
  to: '+15125550100',
  recipient: 'Appeals department',
  source: 'denial-1, page 2',
}
export const START = '2026-11-22T12:00:00.000Z' as Instant

/** Ends the worker wherever it is, as `kill -9` would. */
export class Crash extends Error {}

/** Called at every await of the ports, before and after the effect. */
export type Point = () => void

export interface World {
  readonly ports: SendPorts
  readonly events: StoredEvent[]
  readonly jobs: Enqueued[]
  /** Everything the store said yes to. */
  readonly acknowledged: string[]
  readonly files: Map<string, Uint8Array>
  now: number
  point: Point
}

export function makeWorld(sender: (world: World) => Sender, channel: 'fax' | 'mail' | 'email' = 'fax'): World {
  const events: StoredEvent[] = []
  const jobs: Enqueued[] = []
  const acknowledged: string[] = []
  const files = new Map<string, Uint8Array>([['packet', PDF]])
  let tokens = 0
  const at = () => new Date(world.now).toISOString() as Instant
  const step = async <T>(effect: () => T): Promise<T> => {
    world.point()
    await Promise.resolve()
    const result = effect()
    world.point()
    return result
  }
  const append = (_: CaseId, last: number, added: readonly NewEvent[], queued: readonly Enqueued[] = []) =>
    step(() => {
      if (last !== (events.at(-1)?.seq ?? 0)) return false
      for (const { by, event } of added) {
        events.push({ seq: events.length + 1, at: at(), by, event })
        acknowledged.push(JSON.stringify(event))
      }
      for (const one of queued) if (!jobs.some((j) => j.key === one.key && j.job.queue === one.job.queue)) jobs.push(one)
      return true
    })
  const unused = () => Promise.reject(new Error('not used here'))
  const store: CaseStore = {
    append,
    load: () => step(() => (events.length > 0 ? [...events] : null)),
    open: unused,
    keep: unused,
    kept: unused,
    roleOf: unused,
    grant: unused,
    revoke: unused,
    members: unused,
    casesOf: unused,
    destroy: unused,
    untouchedSince: unused,
  }
  const caseFiles: CaseFiles = {
    get: (_, doc) => step(() => files.get(doc) ?? null),
    put: (_, doc, bytes) => step(() => void files.set(doc, bytes)),
    remove: (_, doc) => step(() => void files.delete(doc)),
  }
  const world: World = { events, jobs, acknowledged, files, now: Date.parse(START), point: () => {}, ports: {} as SendPorts }
  const limits = { pages: 100, bytes: 1000 }
  Object.assign(world.ports, {
    store,
    files: caseFiles,
    clock: { now: at, today: () => at().slice(0, 10) as CivilDate },
    chance: { token: () => `token${String(tokens++).padStart(8, '0')}` },
    channels: { [channel]: { sender: sender(world), limits } },
    sha256: async (bytes: Uint8Array) => sha(bytes),
    pagesOf: async () => 3,
    senderLines: async () => ['Maria Sample', '410 Alder Street, Apt 2', 'Austin, TX 78704'],
  } satisfies SendPorts)
  seed(world)
  return world
}

const document = (doc: string, role: 'denial' | 'proof') =>
  ({ kind: 'documentAdded', doc, role, name: `${doc}.pdf`, media: 'pdf', sha256: '00', bytes: 1 }) as const

/** A case with a denial and a packet that needs no signature. */
function seed(world: World): void {
  const added = [
    { kind: 'opened', lang: 'en', as: 'patient' },
    document('denial-1', 'denial'),
    {
      kind: 'drafted',
      knowledge: 'k',
      today: '2026-11-22' as CivilDate,
      documents: {
        packet: { doc: 'packet', sha256: sha(PDF), pages: 3 },
        appeal: { doc: 'appeal', sha256: sha(PDF), pages: 2 },
      },
    },
  ] as const
  for (const event of added) world.events.push({ seq: world.events.length + 1, at: START, by: PERSON, event })
}

export const failing = (code: ProblemCode): Outcome<never> => ({ ok: false, problems: [problem(code, 'fake', 'No.', 'Wait.')] })

/** How a provider treats one parcel. */
export type Manner = 'good' | 'answer_lost' | 'never_arrived' | 'busy' | 'refused'

export interface FakeProvider {
  readonly taken: { readonly key: string; readonly providerId: string; readonly at: number }[]
  readonly sender: (world: World) => Sender
}

/**
 * A provider without idempotency: it takes whatever comes. Its lists lag behind by `lagMs`; `tells` false: it
 * has none. `manners` are used up in order, then all is good.
 */
export function makeProvider(manners: Manner[], tells: boolean, lagMs = 0): FakeProvider {
  const taken: { key: string; providerId: string; at: number }[] = []
  const sender = (world: World): Sender => ({
    name: 'fake',
    send: async (parcel: Parcel) => {
      world.point()
      await Promise.resolve()
      const manner = manners.shift() ?? 'good'
      if (manner === 'busy') return failing('provider-busy')
      if (manner === 'refused') return failing('provider-refused')
      if (manner === 'never_arrived') return failing('provider-uncertain')
      taken.push({ key: parcel.key, providerId: `id${taken.length + 1}`, at: world.now })
      world.point()
      if (manner === 'answer_lost') return failing('provider-uncertain')
      return ok({ providerId: `id${taken.length}` })
    },
    find: async (key: string) => {
      world.point()
      await Promise.resolve()
      const found = taken.find((t) => t.key === key && t.at + lagMs <= world.now)
      world.point()
      return tells ? ok(found ? { providerId: found.providerId } : null) : ok(undefined)
    },
    status: async (providerId: string): Promise<Outcome<SendingStatus>> => {
      world.point()
      await Promise.resolve()
      const known = taken.find((t) => t.providerId === providerId)
      world.point()
      if (!known || world.now < known.at + 90_000) return ok({ state: 'waiting', providerId })
      const on = new Date(known.at + 90_000).toISOString() as Instant
      return ok({ state: 'delivered', providerId, on, pages: 3, proof: new TextEncoder().encode('Fax confirmation\n') })
    },
  })
  return { taken, sender }
}
