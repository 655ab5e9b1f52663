import { addressOf as guideAddress } from '../../../document/guide/subject.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { type Finder, type Found, makeFinder } from '../../../usecases/find/find.ts'
import { addressOf } from '../addresses.ts'
import type { Lang } from '../language.ts'
import { nameOf } from '../pages/names.ts'

const finders = new WeakMap<Knowledge, Finder>()

/** The search of a library, made at its first use. */
export function finderOf(knowledge: Knowledge): Finder {
  const known = finders.get(knowledge)
  if (known) return known
  const made = makeFinder(knowledge)
  finders.set(knowledge, made)
  return made
}

export interface Link {
  /** Without language. */
  readonly address: string
  readonly text: string
}

type Guide = Pick<Extract<Found, { kind: 'guide' }>, 'payer' | 'treatment' | 'reason'>

/** Null where a record of it is not held. */
export function guideLink(k: Knowledge, lang: Lang, found: Guide): Link | null {
  const [payer, treatment, reason] = [k.payers.get(found.payer), k.treatments.get(found.treatment), k.reasons.get(found.reason)]
  if (!payer || !treatment || !reason) return null
  const name = (kind: 'payer' | 'treatment' | 'reason') => nameOf(k, lang, kind, found[kind])
  return {
    address: guideAddress(payer, treatment, reason),
    text: `${name('payer')}: ${name('treatment')}. ${name('reason')}`,
  }
}

/** Where a thing that was found stands. */
export function linkOf(k: Knowledge, lang: Lang, found: Found): Link | null {
  if (found.kind === 'guide') return guideLink(k, lang, found)
  const address = addressOf(k, found.kind, found.id)
  return address === null ? null : { address, text: found.title[lang] }
}
