import type { CueOutcome, CueSense, MeasureRecord, SectionKind, VocabularyRecord } from '../knowledge/vocabulary.ts'
import { addPhrase, type PhraseTree, phrasesIn, phraseTree } from './phrases.ts'

/** One name that a text may use, and what it stands for. */
export interface AgentName {
  /** Lower-case words of the name, hyphens and slashes removed. */
  readonly words: readonly string[]
  /** Generic name, or the class name where a text names only the class ("triptans"). */
  readonly agent: string
  readonly what: string
  /** The name stands for a class, not for one agent. */
  readonly isClass: boolean
  /** This exact spelling only: "PT". */
  readonly exact: string | null
  readonly memberships: readonly Membership[]
}

/** Names of a class that an agent belongs to. `routes`: only with one of these words beside a generic name. */
export interface Membership {
  readonly names: readonly string[]
  readonly routes: readonly string[]
}

export interface MeasureName {
  readonly id: string
  readonly record: MeasureRecord
}

export interface MeasureIndex {
  readonly pattern: RegExp
  /** Letters and digits of a name, lower case → the measures it may mean; `exact` is the only spelling that counts. */
  readonly byName: ReadonlyMap<string, readonly { readonly measure: MeasureName; readonly exact: string | null }[]>
}

/** A cue and the side of the thing it speaks of on which it stands. */
export interface Cue<K> {
  readonly value: K
  readonly side: 'before' | 'after'
}

/** The records of `knowledge/facts`, compiled for reading. */
export interface Vocabulary {
  /** First word of a name → the names that begin with it, longest first. */
  readonly agents: ReadonlyMap<string, readonly AgentName[]>
  readonly measures: MeasureIndex
  readonly senses: PhraseTree<Cue<CueSense>>
  readonly outcomes: PhraseTree<Cue<CueOutcome>>
  readonly headings: ReadonlyMap<string, SectionKind>
  readonly words: ReadonlyMap<string, readonly string[]>
  /** The word lists as phrases: which list a text names, and where. */
  readonly lists: PhraseTree<string>
  readonly questions: ReadonlyMap<string, { readonly en: string; readonly es: string }>
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []

/** A text as a pattern that matches only itself. */
export const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export function compileVocabulary(records: Iterable<VocabularyRecord>): Vocabulary {
  const all = [...records]
  const names = agentNames(all)
  return {
    agents: byFirstWord(names),
    measures: measureIndex(all),
    senses: cueTree(all, (r) => r.sense),
    outcomes: cueTree(all, (r) => r.outcome),
    lists: listTree(all),
    headings: new Map(
      all.flatMap((r) =>
        r.kind === 'headings'
          ? Object.entries(r.sections).flatMap(([kind, list]) => (list ?? []).map((h) => [h, kind as SectionKind] as const))
          : [],
      ),
    ),
    words: new Map(all.flatMap((r) => (r.kind === 'words' ? Object.entries(r.lists) : []))),
    questions: new Map(all.flatMap((r) => (r.kind === 'questions' ? Object.entries(r.questions) : []))),
  }
}

type CueRecord = Extract<VocabularyRecord, { kind: 'cue' }>

function cueTree<K>(records: readonly VocabularyRecord[], value: (r: CueRecord) => K | undefined): PhraseTree<Cue<K>> {
  const tree = phraseTree<Cue<K>>()
  for (const r of records) {
    const means = r.kind === 'cue' ? value(r) : undefined
    if (r.kind !== 'cue' || means === undefined) continue
    for (const side of ['before', 'after'] as const)
      for (const phrase of r[side] ?? []) addPhrase(tree, phrase, { value: means, side })
  }
  return tree
}

function listTree(records: readonly VocabularyRecord[]): PhraseTree<string> {
  const tree = phraseTree<string>()
  for (const r of records)
    if (r.kind === 'words')
      for (const [list, words] of Object.entries(r.lists)) for (const word of words) addPhrase(tree, word, list)
  return tree
}

/** Where a text names a word of a list; of overlapping ones the longest. */
export function namedOf(list: string, text: string, vocabulary: Vocabulary): { start: number; end: number; written: string }[] {
  const hits = phrasesIn(text, vocabulary.lists).filter((h) => h.value === list)
  return hits
    .filter((h) => !hits.some((o) => o.start <= h.start && o.end >= h.end && o.end - o.start > h.end - h.start))
    .map((h) => ({ start: h.start, end: h.end, written: text.slice(h.start, h.end) }))
}

const nameKey = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}/%]+/gu, '')

/** Aliases in any case, exact short forms only as written; a hyphen may be a blank or missing. */
function measureIndex(records: readonly VocabularyRecord[]): MeasureIndex {
  const byName = new Map<string, { measure: MeasureName; exact: string | null }[]>()
  const names: string[] = []
  for (const r of records)
    if (r.kind === 'measures')
      for (const [id, record] of Object.entries(r.measures))
        for (const name of [...record.aliases, ...(record.exact ?? [])]) {
          const exact = record.exact?.includes(name) ? name : null
          byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), { measure: { id, record }, exact }])
          names.push(name)
        }
  names.sort((a, b) => b.length - a.length)
  const alternatives = names.map((n) => literal(n).replace(/-/g, '[\\s–-]?').replace(/\s+/g, '[\\s-]+').replace(/['’]/g, "['’]"))
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join('|') || '(?!)'})(?![\\p{L}])`, 'giu'), byName }
}

/** Where a text names a measure; the longest name wins, a short form counts only in its own case. `others` share the name. */
export function measuresNamed(
  text: string,
  index: MeasureIndex,
): { measure: MeasureName; others: readonly MeasureName[]; start: number; end: number }[] {
  return [...text.matchAll(index.pattern)].flatMap((m) => {
    const [hit, ...others] = (index.byName.get(nameKey(m[0])) ?? []).filter((h) => h.exact === null || h.exact === m[0])
    return hit ? [{ measure: hit.measure, others: others.map((o) => o.measure), start: m.index, end: m.index + m[0].length }] : []
  })
}

function agentNames(records: readonly VocabularyRecord[]): AgentName[] {
  const found: AgentName[] = []
  for (const family of records) {
    if (family.kind !== 'agents') continue
    const familyNames = [family.name, ...(family.aliases ?? [])]
    const named = (name: string, agent: string, isClass: boolean, m: Membership, exact: string | null = null) =>
      found.push({ words: wordsOf(name), agent, what: family.what, isClass, exact, memberships: [m] })
    for (const name of familyNames) named(name, family.name, true, { names: lower(familyNames), routes: [] })
    for (const group of Object.values(family.groups)) {
      const groupNames = [group.name, ...(group.aliases ?? [])]
      const member = { names: lower([...groupNames, ...familyNames]), routes: group.routes ?? [] }
      for (const name of groupNames) named(name, group.name, true, { ...member, routes: [] })
      for (const [generic, brands] of Object.entries(group.agents)) {
        const own = lower([generic, ...brands])
        named(generic, generic, false, { ...member, names: [...own, ...member.names] })
        for (const brand of brands) named(brand, generic, false, { names: [...own, ...member.names], routes: [] })
        for (const [short, full] of Object.entries(family.abbreviations ?? {}))
          if (full === generic) named(short, generic, false, { names: [...own, ...member.names], routes: [] }, short)
      }
    }
  }
  return merged(found)
}

/** One entry per spelling: a drug of two families keeps both memberships; an agent wins over a class of the same name. */
function merged(names: readonly AgentName[]): AgentName[] {
  const bySpelling = new Map<string, AgentName>()
  for (const name of names) {
    const key = name.exact ?? name.words.join(' ')
    const other = bySpelling.get(key)
    if (!other) bySpelling.set(key, name)
    else {
      const first = other.isClass && !name.isClass ? name : other
      bySpelling.set(key, { ...first, memberships: [...other.memberships, ...name.memberships] })
    }
  }
  return [...bySpelling.values()]
}

function byFirstWord(names: readonly AgentName[]): Map<string, AgentName[]> {
  const map = new Map<string, AgentName[]>()
  for (const name of names) {
    const first = name.words[0]
    if (first) map.set(first, [...(map.get(first) ?? []), name])
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length)
  return map
}

const lower = (list: readonly string[]) => list.map((t) => t.toLowerCase())
