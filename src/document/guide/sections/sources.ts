import type { Status } from '../../../base/citation.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { claimsOfSection, type GuideLang, type GuideSection, type GuideSource } from '../guide.ts'
import { WORDS } from '../voice.ts'

/** A law, guideline or label that a sentence rests on, and how that is known: "29-cfr-2560.503-1 verified". */
export type GuideCite = `${string} ${Status}`

const SOURCE_KINDS = new Set(['law', 'guideline', 'label'])

/** Every source that these sections rest on, each once for each way it is known. */
export function citesOf(sections: readonly GuideSection[]): readonly GuideCite[] {
  const cites = new Set<GuideCite>()
  for (const s of sections.flatMap(claimsOfSection).flatMap((c) => c.support))
    if (SOURCE_KINDS.has(s.kind) && 'status' in s) cites.add(`${s.source} ${s.status}`)
  return [...cites]
}

const RANK: Readonly<Record<Status, number>> = { verified: 0, secondary: 1, recalled: 2 }

/** "5 CFR" before "29 CFR"; made once, since making it is what costs. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true })

/** One citation's records, in the order in which sources are listed. */
interface Shelf {
  readonly place: number
  readonly cite: string
}

interface Index {
  /** By source record. */
  readonly shelves: ReadonlyMap<string, Shelf>
  readonly order: CiteOrder
  readonly made: Map<string, GuideSource>
}

/** Every citation that there can be, in the order in which sources are listed: those of one section stand together. */
export interface CiteOrder {
  readonly cites: readonly GuideCite[]
  /** Place of the section that each citation is listed under. */
  readonly places: readonly number[]
  /** Where each stands in `cites`. */
  readonly at: ReadonlyMap<GuideCite, number>
}

export const citeOrder = (knowledge: Knowledge): CiteOrder => indexOf(knowledge).order

function orderOf(shelves: ReadonlyMap<string, Shelf>): CiteOrder {
  const statuses = Object.keys(RANK) as Status[]
  const all = [...shelves]
    .sort(([, a], [, b]) => a.place - b.place)
    .flatMap(([id, { place }]) => statuses.map((status) => ({ cite: `${id} ${status}` as GuideCite, place })))
  return {
    cites: all.map(({ cite }) => cite),
    places: all.map(({ place }) => place),
    at: new Map(all.map(({ cite }, i) => [cite, i])),
  }
}

const indexes = new WeakMap<Knowledge, Index>()

function indexOf(knowledge: Knowledge): Index {
  const known = indexes.get(knowledge)
  if (known) return known
  const cites = [...new Set([...knowledge.sources.values()].map((s) => s.cite))].sort(BY_NUMBER.compare)
  const places = new Map(cites.map((cite, place) => [cite, { place, cite }]))
  const shelves = new Map([...knowledge.sources.values()].flatMap((s) => [[s.id, places.get(s.cite)] as const]).filter(isPlaced))
  const made = { shelves, order: orderOf(shelves), made: new Map() }
  indexes.set(knowledge, made)
  return made
}

const isPlaced = (entry: readonly [string, Shelf | undefined]): entry is [string, Shelf] => entry[1] !== undefined

/**
 * Sources in the order of their names, records of one section together, with how each is known. The same
 * entry is the same object every time, so that a renderer can keep what it made of each.
 */
export function sourcesOf(knowledge: Knowledge, cites: Iterable<GuideCite>): readonly GuideSource[] {
  const index = indexOf(knowledge)
  const used = new Map<Shelf, GuideCite[]>()
  for (const cite of cites) {
    const shelf = index.shelves.get(cite.slice(0, cite.lastIndexOf(' ')))
    if (!shelf) continue
    const found = used.get(shelf)
    if (!found) used.set(shelf, [cite])
    else if (!found.includes(cite)) found.push(cite)
  }
  return [...used]
    .sort(([a], [b]) => a.place - b.place)
    .map(([{ cite }, of]) => {
      const key = of.length > 1 ? of.sort().join() : (of[0] ?? '')
      const known = index.made.get(key)
      if (known) return known
      const made = sourceOf(knowledge, cite, of)
      index.made.set(key, made)
      return made
    })
}

function sourceOf(knowledge: Knowledge, cite: string, of: readonly GuideCite[]): GuideSource {
  const ids = [...new Set(of.map((c) => c.slice(0, c.lastIndexOf(' '))))].sort()
  const records = ids.flatMap((id) => knowledge.sources.get(id) ?? [])
  const statuses = [...new Set(of.map((c) => c.slice(c.lastIndexOf(' ') + 1) as Status))]
  return {
    ids,
    cite,
    titles: [...new Set(records.map((r) => r.title))],
    publisher: records[0]?.publisher ?? null,
    asOf: records.map((r) => r.asOf).sort()[0] ?? '',
    statuses: statuses.sort((a, b) => RANK[a] - RANK[b]),
    url: records.find((r) => r.url)?.url ?? null,
  }
}

export function sources(knowledge: Knowledge, lang: GuideLang, cites: Iterable<GuideCite>): GuideSection[] {
  const all = sourcesOf(knowledge, cites)
  const { headings } = WORDS[lang]
  return all.length ? [{ id: 'sources', heading: headings.sources, blocks: [{ kind: 'sources', sources: all }] }] : []
}
