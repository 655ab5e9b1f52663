import type { Knowledge } from './assemble.ts'
import { allRecords, type Kind } from './lint/rule.ts'
import { walk } from './lint/walk.ts'
import type { Clock } from './source.ts'

/** One difference between two states of the records, and what follows from it for letters, deadlines and guides. */
export interface Change {
  readonly kind: Kind
  readonly id: string
  /** Path inside the record; empty where the whole record came or went. */
  readonly at: string
  readonly before: string | null
  readonly after: string | null
  /** In plain words; empty where nothing else depends on it. */
  readonly means: readonly string[]
}

/** Every changed text of every record, in the order of the kinds, the ids and the paths. */
export function knowledgeDiff(before: Knowledge, after: Knowledge): readonly Change[] {
  const old = index(before)
  const now = index(after)
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort()
  return keys.flatMap((key) => {
    const [kind, id] = splitKey(key)
    const a = old.get(key)
    const b = now.get(key)
    if (!a || !b) {
      const change = { kind, id, at: '', before: a ? name(a) : null, after: b ? name(b) : null }
      return [{ ...change, means: consequences(before, after, change) }]
    }
    const textsA = leaves(a)
    const textsB = leaves(b)
    return [...new Set([...textsA.keys(), ...textsB.keys()])].sort().flatMap((at) => {
      const change = { kind, id, at, before: textsA.get(at) ?? null, after: textsB.get(at) ?? null }
      return change.before === change.after ? [] : [{ ...change, means: consequences(before, after, change) }]
    })
  })
}

const index = (knowledge: Knowledge) =>
  new Map(allRecords(knowledge).map(([kind, id, record]) => [`${kind} ${id}`, record] as const))

const splitKey = (key: string): readonly [Kind, string] => {
  const cut = key.indexOf(' ')
  return [key.slice(0, cut) as Kind, key.slice(cut + 1)]
}

const name = (record: unknown): string => {
  const { displayName, id } = record as { displayName?: string; id?: string }
  return displayName ?? id ?? ''
}

/** Texts, figures and yes-or-no by path. Lists of plain texts are compared whole: a moved item is no news. */
function leaves(record: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  walk(record, (value, at) => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') found.set(at, String(value))
    if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
      found.set(at, value.join(' | '))
  })
  for (const at of [...found.keys()]) if (found.has(parentOf(at))) found.delete(at)
  return found
}

const parentOf = (at: string): string => at.slice(0, Math.max(0, at.lastIndexOf('.')))

type Bare = Omit<Change, 'means'>

function consequences(before: Knowledge, after: Knowledge, change: Bare): readonly string[] {
  const { kind, id, at } = change
  const provision = kind === 'sources' ? (/^provisions\.([^.]+)/.exec(at)?.[1] ?? null) : null
  if (provision && /\.clock\b/.test(at)) return clockMeans(before, after, id, provision)
  if (/(^|\.)status$/.test(at)) return [statusMeans(change)]
  if (kind === 'payers' && at === '')
    return [`Guides and letters of ${change.after ?? change.before} ${change.after ? 'can now be made' : 'are gone'}.`]
  if (kind === 'treatments' && at === '')
    return [
      `Its guides ${change.after ? 'can now be made' : 'are gone'}; letters that name it ${change.after ? 'are recognised' : 'are no longer'}.`,
    ]
  if (at === 'displayName') return ['Every title and link that names it changes.']
  if (/^(liveSlug|slug)$/.test(at)) return ['The addresses of its pages change: the old ones must still lead there.']
  if (kind === 'classes')
    return [`Treatments that take from it: ${[...after.treatments.values()].filter((t) => t.group === id).length}.`]
  if (kind === 'grounds')
    return [`Argued for: ${list([...after.arguments.values()].filter((a) => a.grounds.includes(id)).map((a) => a.id))}.`]
  return spanishMeans(before, after, change)
}

/** Coverage levels whose deadlines the clock carries. */
function clockMeans(before: Knowledge, after: Knowledge, source: string, provision: string): readonly string[] {
  const ref = `${source}#${provision}`
  const levels = [...after.coverage.values()].flatMap((coverage) =>
    coverage.levels.flatMap((level) => {
      const refs = [
        ...(level.file ?? []),
        ...Object.values(level.fileWhen ?? {}).flat(),
        ...Object.values(level.decide ?? {}).flat(),
      ]
      return refs.includes(ref) ? [`${coverage.name.en}, ${level.name.en.toLowerCase()}`] : []
    }),
  )
  const was = before.sources.get(source)?.provisions[provision]?.clock
  const is = after.sources.get(source)?.provisions[provision]?.clock
  const length = was && is && lengthOf(was) !== lengthOf(is) ? [`The time goes from ${lengthOf(was)} to ${lengthOf(is)}.`] : []
  return [...length, levels.length ? `Deadlines that change: ${list(levels)}.` : 'No coverage uses this clock.']
}

const lengthOf = (clock: Clock): string => `${clock.amount} ${clock.unit.replace('_', ' ')}`

const SURENESS = ['recalled', 'secondary', 'verified']

const statusMeans = ({ before, after }: Bare): string =>
  SURENESS.indexOf(after ?? '') > SURENESS.indexOf(before ?? '')
    ? before === 'recalled'
      ? 'Better known: letters may now cite the paragraph.'
      : 'Better known.'
    : after === 'recalled'
      ? 'Less sure: letters cite the section and no longer the paragraph.'
      : 'Less sure.'

/** An English sentence that had Spanish and whose new form has none. */
function spanishMeans(before: Knowledge, after: Knowledge, { before: was, after: is }: Bare): readonly string[] {
  const has = (knowledge: Knowledge, en: string | null) =>
    en !== null && [...knowledge.spanish.values()].some((r) => r.entries.some((e) => e.en === en))
  return has(before, was) && is !== null && !has(after, is) ? ['Its Spanish is lost: translate the new sentence.'] : []
}

const list = (items: readonly string[]): string => (items.length ? [...new Set(items)].join('; ') : 'none')
