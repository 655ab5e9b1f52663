import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CivilDate } from '../../src/base/date.ts'
import type { CaseEvent, Channel, Instant, StoredEvent } from '../../src/casefile/event.ts'
import { type CaseState, caseState } from '../../src/casefile/state.ts'
import { assemble, type Knowledge } from '../../src/knowledge/assemble.ts'
import { type Ladder, ladder, type Situation } from '../../src/rights/ladder.ts'

const root = join(import.meta.dirname, '../../knowledge')
let loaded: Knowledge | null = null

/** Law, coverage and processes, read once. */
export function knowledge(): Knowledge {
  if (loaded) return loaded
  const folders = ['law', 'sources', 'coverage', 'states', 'processes'].filter((f) => existsSync(join(root, f)))
  const paths = folders.flatMap((f) => globSync(`${f}/**/*.yaml`, { cwd: root }).sort())
  const result = assemble(paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })))
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
  loaded = result.value
  return loaded
}

export const day = (text: string) => text as CivilDate
export const at = (text: string) => (text.length > 10 ? text : `${text}T15:00:00.000Z`) as Instant

/** A case from events given as "when, what". */
export const caseOf = (...events: readonly (readonly [string, CaseEvent])[]): CaseState =>
  caseState(
    [['2026-01-05', { kind: 'opened', lang: 'en', as: 'patient' }] as const, ...events].map(
      ([when, event], i): StoredEvent => ({ seq: i + 1, at: at(when), by: { kind: 'program' }, event }),
    ),
  )

const destination = (channel: Channel) => ({ channel, to: '+18005550199', recipient: 'Appeals', source: 'denial-1, page 2' })

export const asked = (sending: string, channel: Channel, doc: string): CaseEvent => ({
  kind: 'sendingAsked',
  sending,
  destination: destination(channel),
  doc,
  sha256: 'a',
})
export const accepted = (sending: string): CaseEvent => ({
  kind: 'sending',
  sending,
  step: { step: 'accepted', provider: 'p', providerId: '1' },
})
export const delivered = (sending: string, on: string): CaseEvent => ({
  kind: 'sending',
  sending,
  step: { step: 'delivered', on: at(on), pages: 12, proof: null },
})
export const failed = (sending: string): CaseEvent => ({ kind: 'sending', sending, step: { step: 'failed', why: 'busy' } })
export const byHand = (channel: Channel, on: string): CaseEvent => ({
  kind: 'sentByHand',
  sending: 'h1',
  destination: destination(channel),
  on: day(on),
  confirmation: null,
  proof: null,
})

export function ladderOf(coverage: string, over: Partial<Situation> = {}): Ladder {
  const made = ladder(knowledge(), coverage, {
    noticeDate: day('2026-01-02'),
    receivedDate: day('2026-01-05'),
    receiptProven: true,
    timing: 'pre_service',
    urgent: false,
    levelReached: 'initial',
    state: null,
    conditions: {},
    ...over,
  })
  if (!made.ok) throw new Error(made.problems[0].say)
  return made.value
}

export const CARE = { urgent: false, timing: 'pre_service', drug: false, conditions: {} } as const
