import { guideExists } from '../../document/guide/links.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import { foldName } from '../../knowledge/resolveName.ts'
import { payerNames } from '../../knowledge/resolvePayer.ts'
import { resolveReason } from '../../knowledge/resolveReason.ts'
import { resolveTreatment } from '../../knowledge/resolveTreatment.ts'
import { readLetters } from '../../reading/read-letters.ts'
import { textPages } from '../../reading/text-pages.ts'
import { readingResolvers } from '../resolvers.ts'

/** What the words of a letter lead to. Null or empty: the words do not say it. */
export interface LetterLead {
  readonly payer: string | null
  readonly treatment: string | null
  /** Ids of the reasons given, as the letter orders them. */
  readonly reasons: readonly string[]
  /** Coverage type, where the words settle it. */
  readonly coverage: string | null
  /** Guides that the three make, first the first reason's. */
  readonly guides: readonly { readonly payer: string; readonly treatment: string; readonly reason: string }[]
  /** The words approve; nothing is denied. */
  readonly approval: boolean
}

/** Longest text that is read, in characters: a denial letter with its enclosures. */
const LONGEST = 60_000

/**
 * Where the pasted words of a denial lead: one sentence or the whole letter. Read as a letter first; what
 * that does not settle is looked for as names in the words. Nothing is kept.
 */
export function fromLetter(knowledge: Knowledge, pasted: string): LetterLead {
  const text = pasted.slice(0, LONGEST)
  const doc = { id: 'denial', name: 'pasted text', media: 'text', sha256: '', pages: textPages(text) } as const
  const letters = readLetters(doc, readingResolvers(knowledge))
  const denial = letters.flatMap((letter) => letter.denials)[0]
  const payer = denial?.payer?.value.payerId ?? denial?.administrator?.value.payerId ?? payerIn(knowledge, text)
  // Names that children's and adults' care share are a child's where the letter speaks of one; 8 stands for any childhood age.
  const age = /\b(child|son|daughter|minor|pediatric)\b/i.test(text) ? { age: 8 } : {}
  const treatment =
    (denial?.service && resolveTreatment(knowledge, denial.service.value, age)) ?? resolveTreatment(knowledge, text, age)
  const read = (denial?.denialReasons ?? []).flatMap((r) => r.value.reasonId ?? [])
  const reasons = [...new Set(read.length ? read : resolveReason(knowledge, text).slice(0, 1))]
  const record = treatment === null ? undefined : knowledge.treatments.get(treatment)
  return {
    payer,
    treatment,
    reasons,
    coverage: denial?.planType && knowledge.coverage.has(denial.planType.value) ? denial.planType.value : null,
    guides: reasons.flatMap((id) => {
      const reason = knowledge.reasons.get(id)
      return payer && record && reason && guideExists(knowledge, record, reason)
        ? [{ payer, treatment: record.id, reason: id }]
        : []
    }),
    approval: !denial && letters.some((letter) => letter.kind === 'approval'),
  }
}

/** The payer with the longest name that stands in the words; short forms count only as they are written. */
function payerIn(knowledge: Knowledge, text: string): string | null {
  const folded = ` ${foldName(text)} `
  const words = new Set(text.split(/[^\p{L}\d]+/u))
  let best = { id: null as string | null, length: 0 }
  for (const payer of knowledge.payers.values()) {
    const whole = payerNames(payer).flatMap((name) => (folded.includes(` ${foldName(name)} `) ? [name.length] : []))
    const short = payer.abbreviations.flatMap((name) => (words.has(name) ? [name.length] : []))
    const length = Math.max(0, ...whole, ...short)
    if (length > best.length) best = { id: payer.id, length }
  }
  return best.id
}
