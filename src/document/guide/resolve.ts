import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import { foldName } from '../../knowledge/resolveName.ts'
import { payerNames, resolvePayer } from '../../knowledge/resolvePayer.ts'
import { payerBySlug, reasonBySlug, treatmentBySlug } from '../../knowledge/resolveSlug.ts'
import { resolveTreatment } from '../../knowledge/resolveTreatment.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { formsOf, likeness } from './names.ts'

/** Names of a record by how surely they mean it, nicknames last. */
type Names = readonly (readonly (string | undefined)[])[]

const namesOfPayer = (p: PayerRecord): Names => [
  [p.displayName, p.seedName],
  payerNames(p),
  p.seedName ? formsOf(p.seedName) : [],
  p.abbreviations,
]

const namesOfTreatment = (t: TreatmentRecord): Names => [
  [t.displayName],
  [...t.aliases, ...t.generic, ...t.brands],
  [t.shortName, ...t.abbreviations, ...t.generalNames],
  formsOf(t.displayName),
]

const namesOfReason = (r: ReasonRecord): Names => [
  [r.displayName, r.relatedPhrase.en],
  [r.id, r.category, r.relatedPhrase.en.replace(/ denial$/, '')],
]

interface Named {
  readonly id: string
  readonly displayName: string
}

/**
 * The record a key means: its id, its address, an earlier address, one of its names, or what a letter's
 * reader would make of the words. A key to which several records answer equally well is a problem that
 * names them, never a guess.
 */
function find<T extends Named>(
  kind: string,
  records: ReadonlyMap<string, T>,
  names: (record: T) => Names,
  key: string,
  other: { readonly slug: T | null; readonly words: () => string | null },
): Outcome<T> {
  if (other.slug) return ok(other.slug)
  const all = [...records.values()]
  const tiers = Math.max(...all.map((r) => names(r).length))
  for (const form of formsOf(key))
    for (let tier = 0; tier < tiers; tier++) {
      const hits = all.filter((r) => names(r)[tier]?.some((name) => name !== undefined && foldName(name) === form))
      if (hits[0] && hits.length === 1) return ok(hits[0])
      if (hits.length > 1) return fail(several(kind, key, hits))
    }
  const read = other.words()
  const record = read === null ? undefined : records.get(read)
  return record ? ok(record) : fail(unknown(kind, key, all, names))
}

const listed = (records: readonly Named[]) => records.map((r) => `${r.displayName} (${r.id})`).join('; ')

const several = (kind: string, key: string, hits: readonly Named[]) =>
  problem(
    'record-unknown',
    `${kind} "${key}"`,
    `Several ${kind}s go by this name: ${listed(hits)}.`,
    'Use the id of the one that is meant.',
  )

function unknown<T extends Named>(kind: string, key: string, all: readonly T[], names: (record: T) => Names) {
  const score = (r: T) => Math.max(...[r.id, ...names(r).flat()].map((name) => (name ? likeness(name, key) : 0)))
  const close = all
    .map((record) => ({ record, score: score(record) }))
    .sort((a, b) => b.score - a.score || a.record.id.localeCompare(b.record.id))
    .slice(0, 4)
    .map(({ record }) => record)
  return problem('record-unknown', `${kind} "${key}"`, `No ${kind} of this name is known.`, `Closest: ${listed(close)}.`)
}

export const findPayer = (k: Knowledge, key: string): Outcome<PayerRecord> =>
  find('payer', k.payers, namesOfPayer, key, {
    slug: payerBySlug(k, key),
    words: () => {
      const found = resolvePayer(k, key)
      return found && ('payerId' in found ? found.payerId : found.familyId)
    },
  })

export const findTreatment = (k: Knowledge, key: string): Outcome<TreatmentRecord> =>
  find('treatment', k.treatments, namesOfTreatment, key, { slug: treatmentBySlug(k, key), words: () => resolveTreatment(k, key) })

export const findReason = (k: Knowledge, key: string): Outcome<ReasonRecord> =>
  find('reason', k.reasons, namesOfReason, key, { slug: reasonBySlug(k, key), words: () => null })
