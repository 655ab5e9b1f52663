import type { Knowledge } from './assemble.ts'
import type { PayerRecord } from './payer.ts'
import { type PayerCandidates, resolvePayer } from './resolvePayer.ts'

/** What a person can read off the card or the letter. */
export interface BlueAsked {
  /** First characters of the member id, or all of it. */
  readonly prefix?: string | undefined
  /** Two-letter code: where the card was issued, not where care was given. */
  readonly state?: string | undefined
  /** The company's name as the card or the letter prints it. */
  readonly text?: string | undefined
}

export interface ResolvedBlue {
  readonly payerId: string
  readonly displayName: string
  /** What settled it, the surest first: the form of the id, its prefix, the name, the state. */
  readonly by: 'federal_id' | 'prefix' | 'name' | 'state'
  /** Another Blue company named in the letter: with BlueCard it only prices; the home plan decides. */
  readonly host: string | null
}

/**
 * Federal employees' ids are R and eight digits, everyone else's start with three characters of the home
 * plan: provider manuals of Regence, Blue Cross of Idaho and Blue Cross and Blue Shield of Nebraska.
 */
const FEDERAL_ID = /^R\d{8}$/
const FEDERAL_PLAN = 'fep-blue'

/**
 * The Blue company behind a card: the form or prefix of the member id first, then the name, then the
 * state where only one company is there. Candidates with the question where several are left; null where
 * the words name a company that is no Blue plan.
 */
export function resolveBlue(knowledge: Knowledge, asked: BlueAsked): ResolvedBlue | PayerCandidates | null {
  const licensees = [...knowledge.payers.values()].filter((p) => p.type === 'blue_licensee')
  const named = asked.text?.trim() ? resolvePayer(knowledge, asked.text, asked.state ? { state: asked.state } : {}) : null
  const inName = named && 'payerId' in named ? (knowledge.payers.get(named.payerId) ?? null) : null
  if (inName && !isBlue(inName)) return null

  const id = (asked.prefix ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
  const byId = FEDERAL_ID.test(id) ? knowledge.payers.get(FEDERAL_PLAN) : undefined
  if (byId) return resolved(byId, 'federal_id', inName)
  const byPrefix = id.length >= 3 ? licensees.find((p) => p.idPrefixes.includes(id.slice(0, 3))) : undefined
  if (byPrefix) return resolved(byPrefix, 'prefix', inName)
  if (inName?.type === 'family_of_companies' || !inName)
    return byState(knowledge, licensees, asked, named && 'candidates' in named ? named.candidates : null)
  return resolved(inName, 'name', null)
}

const isBlue = (p: PayerRecord): boolean =>
  p.type === 'blue_licensee' || p.type === 'family_of_companies' || p.id === FEDERAL_PLAN

/** Null when words were given that no Blue company goes by. */
function byState(
  knowledge: Knowledge,
  licensees: readonly PayerRecord[],
  asked: BlueAsked,
  named: readonly string[] | null,
): ResolvedBlue | PayerCandidates | null {
  if (asked.text?.trim() && named === null) return null
  const state = asked.state?.toUpperCase() ?? null
  const pool = licensees.filter((p) => named === null || named.includes(p.id))
  const there = state ? pool.filter((p) => p.states.includes(state)) : []
  const left = there.length ? there : pool
  const [only, ...others] = left
  if (!only) return null
  if (!others.length) return resolved(only, state && there.length ? 'state' : 'name', null)
  const family = [...knowledge.payers.values()].find((p) => p.type === 'family_of_companies')
  return { candidates: left.map((p) => p.id).sort(), familyId: family?.id ?? null, ask: family?.ask ?? null }
}

const resolved = (p: PayerRecord, by: ResolvedBlue['by'], named: PayerRecord | null): ResolvedBlue => ({
  payerId: p.id,
  displayName: p.displayName,
  by,
  host: named && named.id !== p.id && named.type === 'blue_licensee' ? named.id : null,
})
