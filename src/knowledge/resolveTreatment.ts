import type { Knowledge } from './assemble.ts'
import { foldName, isTypoOf } from './resolveName.ts'
import type { TreatmentRecord } from './treatment.ts'

interface Hit {
  readonly id: string
  /** Folded words that matched; the longest wins over those inside it. */
  readonly words: string
  /** A brand, nonproprietary name or code; the rest are descriptions, which stand back where a product is named. */
  readonly product: boolean
}

/** What is known of the patient, to tell records apart that share a name. */
interface ResolveOptions {
  /** Whole years: opens names that are shared with care for other ages. */
  readonly age?: number
  /** ICD-10-CM codes: "Xolair" for asthma and for hives are two records. */
  readonly diagnoses?: readonly string[]
}

/**
 * The treatment that words name: brand, nonproprietary name, alias, short form or HCPCS code, alone or
 * inside a longer phrase ("Ocrevus 600 mg infusion"). Null where nothing or more than one thing fits.
 */
export function resolveTreatment(knowledge: Knowledge, words: string, options: ResolveOptions = {}): string | null {
  const text = ` ${foldName(words)} `
  const hits = [...knowledge.treatments.values()].flatMap((t) => hitsOf(t, words, text, options))
  if (!hits.length) return only(misspelled(knowledge, text), knowledge, options)
  const outer = outermost(hits)
  return only(outer.some((h) => h.product) ? outer.filter((h) => h.product) : outer, knowledge, options)
}

function hitsOf(t: TreatmentRecord, words: string, text: string, options: ResolveOptions): readonly Hit[] {
  const { products, descriptions, general, shared } = namesOf(t)
  const inText = (names: readonly string[], product: boolean): Hit[] =>
    names.filter((name) => text.includes(` ${name} `)).map((name) => ({ id: t.id, words: name, product }))
  const exactly = (names: readonly string[], product: boolean): Hit[] =>
    names.filter((name) => hasExactly(words, name)).map((name) => ({ id: t.id, words: foldName(name), product }))
  const hits = [
    ...inText(products, true),
    ...inText(descriptions, false),
    ...(t.ages && ageFits(t, options.age ?? null) ? inText(general, false) : []),
    ...exactly(t.abbreviations, false),
    ...exactly(
      t.hcpcs.map((c) => c.code),
      true,
    ),
  ]
  if (!shared.size || fitOf(t, options.diagnoses ?? [])) return [...hits, ...inText([...shared], true)]
  return hits.filter((h) => !shared.has(h.words))
}

interface Names {
  readonly products: readonly string[]
  readonly descriptions: readonly string[]
  readonly general: readonly string[]
  readonly shared: ReadonlySet<string>
}

const folded = new WeakMap<TreatmentRecord, Names>()

function namesOf(t: TreatmentRecord): Names {
  const known = folded.get(t)
  if (known) return known
  const made = {
    products: [...t.brands, ...t.generic].map(foldName),
    // Of a record for some ages only, the short name is a general one.
    descriptions: [t.displayName, ...(t.shortName && !t.ages ? [t.shortName] : []), ...t.aliases].map(foldName),
    general: t.generalNames.map(foldName),
    shared: new Set(t.sharedNames.map(foldName)),
  }
  folded.set(t, made)
  return made
}

const ageFits = (t: TreatmentRecord, age: number | null): boolean =>
  !t.ages || (age !== null && age >= (t.ages.from ?? 0) && age <= (t.ages.to ?? Number.POSITIVE_INFINITY))

/** How well an indication fits the diagnoses: 2 by a code itself, 1 by its category ("E11.65" and "E11.9"), 0 not. */
const fitOf = (t: TreatmentRecord, diagnoses: readonly string[]): 0 | 1 | 2 => {
  const codes = t.indications.flatMap((i) => i.icd10cm.map(({ code }) => code))
  const said = diagnoses.map((d) => d.toUpperCase())
  if (codes.some((code) => said.includes(code))) return 2
  return codes.some((code) => said.some((d) => d.slice(0, 3) === code.slice(0, 3))) ? 1 : 0
}

const hasExactly = (words: string, short: string): boolean =>
  words.includes(short) &&
  new RegExp(`(?<![A-Za-z0-9])${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9])`).test(words)

/** Without hits whose words lie inside those of another treatment: "ocrelizumab" in "ocrelizumab and hyaluronidase". */
const outermost = (hits: readonly Hit[]): readonly Hit[] =>
  hits.filter((h) => !hits.some((o) => o.id !== h.id && o.words !== h.words && ` ${o.words} `.includes(` ${h.words} `)))

function misspelled(knowledge: Knowledge, text: string): readonly Hit[] {
  const tokens = text
    .trim()
    .split(' ')
    .filter((token) => token.length >= 8)
  return [...knowledge.treatments.values()].flatMap((t) => {
    const { products, shared } = namesOf(t)
    return products
      .filter((name) => !name.includes(' ') && !shared.has(name) && tokens.some((token) => isTypoOf(token, name)))
      .map((words): Hit => ({ id: t.id, words, product: true }))
  })
}

/** The one record that all hits can mean, with the diagnosis where a name belongs to several ("Ozempic (semaglutide)"). */
function only(hits: readonly Hit[], knowledge: Knowledge, { diagnoses = [] }: ResolveOptions): string | null {
  const words = [...new Set(hits.map((h) => h.words))]
  const meantByAll = [...new Set(hits.map((h) => h.id))].filter((id) =>
    words.every((w) => hits.some((h) => h.id === id && h.words === w)),
  )
  if (meantByAll.length <= 1) return meantByAll[0] ?? onlyId(hits)
  const fits = meantByAll.map((id) => {
    const t = knowledge.treatments.get(id)
    return { id, fit: t ? fitOf(t, diagnoses) : 0 }
  })
  const best = Math.max(...fits.map((f) => f.fit))
  const [first, second] = fits.filter((f) => f.fit === best)
  return best > 0 && !second ? (first?.id ?? null) : null
}

function onlyId(hits: readonly Hit[]): string | null {
  const ids = new Set(hits.map((h) => h.id))
  const [id] = ids
  return ids.size === 1 && id !== undefined ? id : null
}
