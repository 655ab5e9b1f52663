import type { Knowledge } from '../../knowledge/assemble.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import { payerSlug, reasonSlug, treatmentSlug } from '../../knowledge/resolveSlug.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { GuideLang } from '../guide/guide.ts'
import type { IndexPageKind, PageKind, RecordPageKind } from './page.ts'

/** First part of the address of each kind; a payer's page is the root of its guides. */
const FOLDER: Readonly<Record<RecordPageKind, string>> = {
  payer: 'help',
  treatment: 'treatments',
  reason: 'reasons',
  coverage: 'coverage',
  state: 'states',
  process: 'process',
  scenario: 'scenarios',
}

const INDEX: Readonly<Record<IndexPageKind, RecordPageKind>> = {
  payers: 'payer',
  treatments: 'treatment',
  reasons: 'reason',
  coverages: 'coverage',
  states: 'state',
  processes: 'process',
  scenarios: 'scenario',
}

export const INDEX_KINDS = Object.keys(INDEX) as readonly IndexPageKind[]

/** Map of `Knowledge` that holds the records of each kind. */
export const RECORDS = {
  payer: 'payers',
  treatment: 'treatments',
  reason: 'reasons',
  coverage: 'coverage',
  state: 'states',
  process: 'processes',
  scenario: 'scenarios',
} as const satisfies Record<RecordPageKind, Exclude<keyof Knowledge, 'version'>>

export const inLang = (lang: GuideLang, path: string): string => (lang === 'en' ? path : path === '/' ? '/es' : `/es${path}`)

/** Last part of a record's address; null where there is no such record. */
function slugOf(knowledge: Knowledge, kind: RecordPageKind, id: string): string | null {
  switch (kind) {
    case 'payer': {
      const record = knowledge.payers.get(id)
      return record ? payerSlug(record) : null
    }
    case 'treatment': {
      const record = knowledge.treatments.get(id)
      return record ? treatmentSlug(record) : null
    }
    case 'reason': {
      const record = knowledge.reasons.get(id)
      return record ? reasonSlug(record) : null
    }
    case 'coverage':
      return knowledge.coverage.has(id) ? id.replaceAll('_', '-') : null
    case 'state':
      return knowledge.states.has(id) ? id : null
    case 'process':
      return knowledge.processes.get(id)?.slug ?? null
    case 'scenario':
      return knowledge.scenarios.get(id)?.slug ?? null
  }
}

/** The records of a pair, by its id: "cigna/cimt". */
export function pairOf(knowledge: Knowledge, id: string): readonly [PayerRecord | undefined, TreatmentRecord | undefined] {
  const [payer = '', treatment = ''] = id.split('/')
  return [knowledge.payers.get(payer), knowledge.treatments.get(treatment)]
}

/** "/es/process/external-review". Null where there is no such record. */
export function addressOfPage(knowledge: Knowledge, lang: GuideLang, kind: PageKind, id: string): string | null {
  if (kind === 'home') return inLang(lang, '/')
  if (isIndex(kind)) return inLang(lang, `/${FOLDER[INDEX[kind]]}`)
  if (kind === 'pair') {
    const [payer, treatment] = pairOf(knowledge, id)
    return payer && treatment ? inLang(lang, `/help/${payerSlug(payer)}/${treatmentSlug(treatment)}`) : null
  }
  const slug = slugOf(knowledge, kind === 'letter' ? 'reason' : kind, id)
  if (slug === null) return null
  return inLang(lang, kind === 'letter' ? `/reasons/${slug}/letter` : `/${FOLDER[kind]}/${slug}`)
}

export const isIndex = (kind: PageKind): kind is IndexPageKind => Object.hasOwn(INDEX, kind)

/** The page an address means, and in which language; null where no such page can be. Case and a last slash do not matter. */
export function pageAddressed(
  knowledge: Knowledge,
  address: string,
): { readonly lang: GuideLang; readonly kind: PageKind; readonly id: string } | null {
  const parts = address.toLowerCase().split('/').filter(Boolean)
  const lang: GuideLang = parts[0] === 'es' ? 'es' : 'en'
  const [folder, slug, tail, ...rest] = lang === 'es' ? parts.slice(1) : parts
  if (folder === undefined) return { lang, kind: 'home', id: '' }
  const kind = (Object.keys(FOLDER) as RecordPageKind[]).find((k) => FOLDER[k] === folder)
  if (!kind || rest.length) return null
  const index = INDEX_KINDS.find((k) => INDEX[k] === kind)
  if (slug === undefined) return index ? { lang, kind: index, id: '' } : null
  const id = [...knowledge[RECORDS[kind]].keys()].find((key) => slugOf(knowledge, kind, key) === slug)
  if (id === undefined) return null
  if (tail === undefined) return { lang, kind, id }
  return kind === 'reason' && tail === 'letter' ? { lang, kind: 'letter', id } : null
}
