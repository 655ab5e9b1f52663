import type { Status } from '../../base/citation.ts'
import type { KnowledgeSupport } from '../../base/support.ts'
import type { Subject } from './subject.ts'
import { recordSupport } from './support.ts'

type Root = 'payer' | 'treatment' | 'reason' | 'sibling'

/** What a field of one of the guide's records says, by path: "treatment.cautions.0". Throws on a path that leads nowhere. */
export function fieldSupport(subject: Subject, path: string): KnowledgeSupport {
  const [root = '', ...steps] = path.split('.')
  const record = recordOf(subject, root as Root)
  if (!record) throw new Error(`no record for the path "${path}"`)
  const here = at(record, steps)
  const quote = textOf(steps.length ? here : record.displayName)
  if (!quote) throw new Error(`nothing at the path "${path}" of ${record.id}`)
  const kind = root === 'sibling' ? 'reason' : (root as 'payer' | 'treatment' | 'reason')
  return recordSupport(kind, record.id, steps.join('.') || 'displayName', quote, statusOf(here) ?? record.trust.record.status)
}

/** Whether the path leads to words. */
export function hasField(subject: Subject, path: string): boolean {
  const [root = '', ...steps] = path.split('.')
  const record = recordOf(subject, root as Root)
  return record !== null && textOf(at(record, steps)) !== ''
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
