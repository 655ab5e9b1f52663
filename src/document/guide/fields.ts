import type { Status } from '../../base/citation.ts'
import type { KnowledgeSupport } from '../../base/support.ts'
import type { Subject } from './subject.ts'
import { recordSupport } from './support.ts'

type Root = 'payer' | 'treatment' | 'reason' | 'sibling'

/** What a field of one of the guide's records says, by path: "treatment.cautions.0". Throws on a path that leads nowhere. */
export function fieldSupport(subject: Subject, path: string): KnowledgeSupport {
  const support = supportAt(subject, path)
  if (!support) throw new Error(`nothing at the path "${path}" for ${subject.treatment.id}, ${subject.reason.id}`)
  return support
}

/** Whether the path leads to words. */
export const hasField = (subject: Subject, path: string): boolean => supportAt(subject, path) !== null

const kept = new WeakMap<object, Map<string, KnowledgeSupport | null>>()

/** Kept by record: the same few fields carry sentences of hundreds of guides. Null where the path leads to no words. */
function supportAt(subject: Subject, path: string): KnowledgeSupport | null {
  const end = path.indexOf('.')
  const root = (end < 0 ? path : path.slice(0, end)) as Root
  const record = recordOf(subject, root)
  if (!record) return null
  let known = kept.get(record)
  if (!known) {
    known = new Map()
    kept.set(record, known)
  }
  const pin = end < 0 ? '' : path.slice(end + 1)
  const found = known.get(pin)
  if (found !== undefined) return found
  const here = pin ? at(record, pin.split('.')) : record
  const quote = textOf(pin ? here : record.displayName)
  const kind = root === 'sibling' ? 'reason' : root
  const made = quote
    ? recordSupport(kind, record.id, pin || 'displayName', quote, statusOf(here) ?? record.trust.record.status)
    : null
  known.set(pin, made)
  return made
}

function at(record: object, steps: readonly string[]): unknown {
  let here: unknown = record
  for (const step of steps) here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined
  return here
}

function recordOf(subject: Subject, root: Root) {
  if (root === 'payer') return subject.payer
  if (root === 'treatment') return subject.treatment
  if (root === 'reason') return subject.reason
  return root === 'sibling' ? subject.sibling : null
}

const statusOf = (value: unknown): Status | null =>
  typeof value === 'object' && value !== null && 'status' in value ? (value.status as Status) : null

/** Every text inside a value, in order: the words a sentence may rest on. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' | ')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .filter(([key]) => !['status', 'checked', 'basis', 'cite', 'es'].includes(key))
    .map(([, v]) => textOf(v))
    .filter(Boolean)
    .join('; ')
}
