import type { Knowledge } from './assemble.ts'
import type { Bilingual } from './datum.ts'
import type { PayerRecord } from './payer.ts'
import { compact, foldName, isTypoOf, withoutLegalForm, withoutTradeWords } from './resolveName.ts'
import { stateIn, withoutState } from './resolveState.ts'

export interface ResolvedPayer {
  readonly payerId: string
  readonly displayName: string
  /** It reviews or administers for a payer, and is seldom the payer itself. */
  readonly vendor: boolean
  /** 1 the name itself, lower for a name without its state or suffix, settled by the state, or misspelled. */
  readonly confidence: number
}

/** Several companies fit. `ask` is the question that settles it; `familyId` the record that poses it. */
export interface PayerCandidates {
  readonly candidates: readonly string[]
  readonly familyId: string | null
  readonly ask: Bilingual | null
}

export type PayerResolution = ResolvedPayer | PayerCandidates | null

/** Full names under which a letter can name each payer: for search in running text. */
export function payerNames(payer: PayerRecord): readonly string[] {
  const seed = payer.seedName ? [payer.seedName] : []
  return [payer.displayName, ...payer.aliases, ...payer.legalNames, ...payer.formerNames, ...payer.products, ...seed]
}

interface Entry {
  /** Folded name without spaces, and the state it names. */
  readonly compacted: string
  readonly state: string | null
  readonly payer: PayerRecord
  readonly abbreviation: boolean
}

const indexes = new WeakMap<Knowledge['payers'], ReadonlyMap<string, readonly Entry[]>>()

function indexOf(payers: Knowledge['payers']): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(payers)
  if (known) return known
  const index = new Map<string, Entry[]>()
  const add = (name: string, payer: PayerRecord, abbreviation: boolean) => {
    const folded = withoutLegalForm(foldName(name))
    const compacted = compact(folded)
    const list = index.get(compacted) ?? []
    const entry = { compacted, state: stateIn(folded), payer, abbreviation }
    if (!list.some((e) => e.payer.id === payer.id)) index.set(compacted, [...list, entry])
  }
  for (const payer of payers.values()) {
    for (const name of payerNames(payer)) add(name, payer, false)
    for (const name of payer.abbreviations) add(name, payer, true)
  }
  indexes.set(payers, index)
  return index
}

/**
 * The payer that a letter's words name. Blue Cross Blue Shield becomes a licensee only when the name or
 * the state settles which; otherwise the candidates and the question come back. Null: not in the registry.
 */
export function resolvePayer(knowledge: Knowledge, name: string, options: { readonly state?: string } = {}): PayerResolution {
  for (const part of partsOf(name)) {
    const found = resolveOne(knowledge, part, options.state ?? null)
    if (found) return found
  }
  return null
}

/** The whole name, then what stands before or after "doing business as", brackets, "administered by". */
function partsOf(name: string): readonly string[] {
  const parts = name.split(
    /\s*(?:\bd\/?b\/?a\b|\bdoing business as\b|[(),;/]|\badministered by\b|\bfrom\b|\bby\b|\bon behalf of\b|\s[-–—]\s)\s*/i,
  )
  return [name, ...parts.filter((p) => p.trim().length > 1 && p !== name)]
}

function resolveOne(knowledge: Knowledge, name: string, givenState: string | null): PayerResolution {
  const index = indexOf(knowledge.payers)
  const folded = withoutLegalForm(foldName(name))
  const state = stateIn(folded) ?? givenState
  const stateless = withoutLegalForm(withoutState(folded))
  const tries: readonly (readonly [string, number])[] = [
    [folded, 1],
    [stateless, 0.95],
    [withoutTradeWords(folded), 0.9],
    [withoutTradeWords(stateless), 0.9],
    [folded.replace(/ of .*$/, ''), 0.85],
  ]
  for (const [words, confidence] of tries) {
    const entries = index.get(compact(words))
    if (entries) return settle(knowledge, entries, confidence, state)
  }
  // A misspelling never crosses from one state's company to another's: "South Dakota" is not "North Dakota".
  const asked = { compacted: compact(folded), state: stateIn(folded) }
  const close = [...index.values()]
    .flat()
    .filter((e) => !e.abbreviation && e.state === asked.state && isTypoOf(e.compacted, asked.compacted))
  return close.length ? settle(knowledge, close, 0.7, state) : null
}

function settle(knowledge: Knowledge, entries: readonly Entry[], confidence: number, state: string | null): PayerResolution {
  const payers = [...new Map(entries.map((e) => [e.payer.id, e.payer])).values()]
  const family = payers.find((p) => p.type === 'family_of_companies')
  const pool = family ? [...knowledge.payers.values()].filter((p) => p.type === 'blue_licensee') : payers
  const [only, ...others] = pool
  if (only && !others.length) return resolved(only, confidence)
  const inState = state ? pool.filter((p) => p.states.includes(state)) : []
  const [local, ...rest] = inState
  if (local && !rest.length) return resolved(local, Math.min(confidence, 0.8))
  const candidates = inState.length ? inState : pool
  return { candidates: candidates.map((p) => p.id).sort(), familyId: family?.id ?? null, ask: family?.ask ?? null }
}

const VENDORS: readonly PayerRecord['type'][] = ['utilization_reviewer', 'pharmacy_benefit_manager', 'third_party_administrator']

const resolved = (payer: PayerRecord, confidence: number): ResolvedPayer => ({
  payerId: payer.id,
  displayName: payer.displayName,
  vendor: VENDORS.includes(payer.type),
  confidence,
})
