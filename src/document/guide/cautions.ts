import type { Knowledge } from '../../knowledge/assemble.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'

const carriers = new WeakMap<Knowledge, readonly { readonly id: string; readonly named: RegExp }[]>()

function carriersOf(knowledge: Knowledge) {
  const known = carriers.get(knowledge)
  if (known) return known
  const made = [...knowledge.payers.values()]
    .filter((p) => p.type === 'national_carrier')
    .map((p) => ({ id: p.id, named: new RegExp(`\\b(${[p.displayName, ...p.aliases].map(literally).join('|')})\\b`) }))
  carriers.set(knowledge, made)
  return made
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** For each caution, the carriers it names: a caution about one payer's practice belongs to that payer's guides only. */
export const carriersNamed = (knowledge: Knowledge, treatment: TreatmentRecord): readonly (readonly string[])[] =>
  treatment.cautions.map((c) => carriersOf(knowledge).flatMap(({ id, named }) => (named.test(c.says) ? [id] : [])))

/** Indexes of the cautions that may be said to members of this payer. */
export const cautionsFor = (named: readonly (readonly string[])[], payer: PayerRecord): readonly number[] =>
  named.flatMap((ids, i) => (ids.every((id) => id === payer.id) ? [i] : []))
