import MiniSearch from 'minisearch'
import { guideExists } from '../../document/guide/links.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import { foldName } from '../../knowledge/resolveName.ts'
import { resolveReason } from '../../knowledge/resolveReason.ts'
import { type Entry, type EntryKind, entriesOf } from './entries.ts'
import { respelled } from './respelled.ts'

/** A page that answers a search: of one record, or a guide of three. */
export type Found =
  | { readonly kind: EntryKind; readonly id: string; readonly title: Entry['title'] }
  | { readonly kind: 'guide'; readonly payer: string; readonly treatment: string; readonly reason: string }

/** Longest query that is read; what follows is ignored. */
const LONGEST = 300
const MOST_RESULTS = 24
const MOST_GUIDES = 8

/** Words of a question that name nothing, in both languages. */
const EMPTY = new Set(
  'a an and are by can de del denied denial denials deny do does el en for from how i in is la las letter los me my not of on or para plan por que the their to un una was what why with y negado negada denegado denegada mi insurance seguro appeal apelacion'.split(
    ' ',
  ),
)

interface Hit {
  readonly entry: Entry
  readonly score: number
  /** Words of the query it explains. */
  readonly words: readonly string[]
  /** The longest of its names that stands whole in the query; empty where none does. */
  readonly whole: string
}

/**
 * Searches a library: give it a question as a person types it, with misspellings, brands, abbreviations or a
 * letter's own words; the best page comes first. Where payer, treatment and reason are all named it is the
 * guide of the three.
 */
export type Finder = (query: string) => readonly Found[]

export function makeFinder(knowledge: Knowledge): Finder {
  const entries = entriesOf(knowledge)
  const index = new MiniSearch<{ id: number; names: string; words: string }>({
    fields: ['names', 'words'],
    tokenize: tokens,
    processTerm: (term) => (EMPTY.has(term) ? null : term),
    searchOptions: {
      boost: { names: 3, words: 1 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 7 ? 2 : term.length > 4 ? 1 : false),
      weights: { fuzzy: 0.3, prefix: 0.5 },
    },
  })
  index.addAll(entries.map((entry, id) => ({ id, names: entry.names.join(' | '), words: entry.words.join(' | ') })))
  const known = new Set(entries.flatMap((entry) => [...entry.names, ...entry.words].flatMap(tokens)))
  const phrases = entries.map((entry) => [...entry.names, ...entry.words].map(foldName).filter((p) => p.length > 1))

  return (query) => {
    const text = ` ${respelled(tokens(query.slice(0, LONGEST)), known).join(' ')} `
    const hits = index.search(text).flatMap((result): Hit[] => {
      const entry = entries[result.id]
      if (!entry) return []
      const whole = longestPhrase(phrases[result.id] ?? [], text)
      return [{ entry, score: result.score * (1 + whole.length), words: result.queryTerms, whole }]
    })
    hits.sort((a, b) => b.score - a.score)
    return [...codeReasons(knowledge, query), ...arrange(knowledge, hits)]
  }
}

/** Reasons that a claim adjustment code means: "CO-50", "PR 204". */
function codeReasons(knowledge: Knowledge, query: string): readonly Found[] {
  const code = /\b(?:CO|PR|OA|PI)[ -]?(\d{1,3}|[A-Z]\d{1,2})\b/i.exec(query)?.[1]?.toUpperCase()
  if (!code) return []
  return resolveReason(knowledge, { carc: code }).flatMap((id): Found[] => {
    const reason = knowledge.reasons.get(id)
    return reason ? [{ kind: 'reason', id, title: { en: reason.displayName, es: reason.displayNameEs } }] : []
  })
}

const tokens = (text: string): string[] => foldName(text).split(' ')

const longestPhrase = (phrases: readonly string[], text: string): string =>
  phrases.reduce((best, p) => (p.length > best.length && text.includes(` ${p} `) ? p : best), '')

/** Guides of what the query names together, then the pages of each, likeliest first. */
function arrange(knowledge: Knowledge, hits: readonly Hit[]): readonly Found[] {
  const named = distinctBest(hits)
  const guides = nearlyBest(hits, named.payer).flatMap((payer) =>
    nearlyBest(hits, named.treatment).flatMap((treatment) => guidesOf(knowledge, payer, treatment, named.reason)),
  )
  const pages = hits
    .filter((hit) => hit.score >= (hits[0]?.score ?? 0) / 12)
    .map(({ entry: { kind, id, title } }): Found => ({ kind, id, title }))
  return [...guides.slice(0, MOST_GUIDES), ...pages].slice(0, MOST_RESULTS)
}

/** Things of nearly the same name are all offered: "Anthem" is two companies, "MRI" two examinations. */
const nearlyBest = (hits: readonly Hit[], best: Hit | undefined): readonly Hit[] =>
  best ? hits.filter((hit) => hit.entry.kind === best.entry.kind && hit.score >= best.score * 0.8).slice(0, 3) : []

type Named = Partial<Record<EntryKind, Hit>>

/** The best of each kind, the surest first; a kind whose words are all explained by a surer one is not named. */
function distinctBest(hits: readonly Hit[]): Named {
  const named: Named = {}
  const explained = new Set<string>()
  for (const hit of hits) {
    const fresh = hit.words.filter((word) => !explained.has(word))
    // One loose word ("therapy") names no reason.
    const enough = hit.entry.kind === 'reason' && !hit.whole ? 2 : 1
    if (named[hit.entry.kind] || fresh.length < enough) continue
    named[hit.entry.kind] = hit
    for (const word of hit.words) explained.add(word)
  }
  return named
}

function guidesOf(knowledge: Knowledge, payer: Hit, named: Hit, reason: Hit | undefined): readonly Found[] {
  const treatment = knowledge.treatments.get(named.entry.id)
  return (reason ? [reason.entry.id] : (treatment?.usualReasons ?? [])).flatMap((id): Found[] => {
    const record = knowledge.reasons.get(id)
    return treatment && record && guideExists(knowledge, treatment, record)
      ? [{ kind: 'guide', payer: payer.entry.id, treatment: treatment.id, reason: id }]
      : []
  })
}
