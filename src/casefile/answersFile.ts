import { type CaseFileShape, caseFileSchema } from '../facts/casefile/schema.ts'
import type { CaseState } from './state.ts'

/** What the person answered and corrected, as a case file (docs/casefile.md) in JSON, which is YAML as well. */
export function answersFile(state: CaseState): string {
  const file: Record<string, unknown> = { by: state.as === 'prescriber' ? 'prescriber' : 'patient' }
  for (const { path, value } of state.stated.values()) put(file, path.split('.'), plain(value))
  for (const { list, fields, by } of state.listed.values())
    if (fields) add(file, list, list === 'statements' ? fields : { ...fields, by })
  const notTrue = state.rejections.map(({ rejection: { kind, what, document, why } }) => ({
    kind,
    what,
    ...(document ? { document } : {}),
    ...(why ? { why } : {}),
  }))
  if (notTrue.length) file.notTrue = notTrue
  if (state.grounds.length) file.grounds = state.grounds
  if (state.letters.length) file.letters = state.letters
  return `${JSON.stringify(tidied(file), null, 2)}\n`
}

/** Yes and no as the case file writes them. */
const plain = (value: string | boolean | null): string | null => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value)

function put(into: Record<string, unknown>, [head, ...rest]: readonly string[], value: unknown): void {
  if (!head) return
  if (!rest.length) into[head] = value
  else {
    const inner = into[head]
    const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
    into[head] = next
    put(next, rest, value)
  }
}

const add = (into: Record<string, unknown>, list: string, item: unknown): void => {
  const held = into[list]
  into[list] = Array.isArray(held) ? [...held, item] : [item]
}

/** A proof of receipt without its day, or a reason for haste without the question answered, says nothing yet. */
function tidied(file: Record<string, unknown>): Record<string, unknown> {
  const { denial, urgency, ...rest } = file
  const { received, ...other } = { ...(denial as Record<string, unknown> | undefined) }
  const day = (received as { date?: unknown } | undefined)?.date
  const kept = day ? { ...other, received } : other
  const urgent = (urgency as { urgent?: unknown } | undefined)?.urgent
  return {
    ...rest,
    ...(Object.keys(kept).length ? { denial: kept } : {}),
    ...(urgent === undefined ? {} : { urgency }),
  }
}

/** Whether a single value would be taken at this path, with why not; pages ask before they keep it. */
export function refusal(path: string, value: string): string | null {
  const file: Record<string, unknown> = {}
  put(file, path.split('.'), value)
  if (path === 'denial.received.proof') put(file, ['denial', 'received', 'date'], '2000-01-01')
  if (path === 'urgency.reason') put(file, ['urgency', 'urgent'], 'yes')
  const result = caseFileSchema.safeParse(file satisfies Record<string, unknown> as Partial<CaseFileShape>)
  return result.success ? null : (result.error.issues[0]?.message ?? 'This can not be used.')
}
