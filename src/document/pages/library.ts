import type { Knowledge } from '../../knowledge/assemble.ts'
import type { GuideLang } from '../guide/guide.ts'
import { addressOfPage, INDEX_KINDS, isIndex, pageAddressed, pairOf, RECORDS } from './address.ts'
import { coveragePage } from './coverage.ts'
import type { ExampleLetter } from './exampleLetter.ts'
import { homePage, indexPage } from './indexes.ts'
import { letterPage } from './letter.ts'
import type { Page, PageKind, RecordPageKind } from './page.ts'
import { pairPage } from './pair.ts'
import { payerPage } from './payer.ts'
import { processPage } from './process.ts'
import { reasonPage } from './reason.ts'
import { scenarioPage } from './scenario.ts'
import type { To } from './speak.ts'
import { statePage } from './state.ts'
import { treatmentPage } from './treatment.ts'

/** Worked letters by reason id. */
export type ExampleLetters = ReadonlyMap<string, ExampleLetter>

export interface PageKey {
  readonly kind: PageKind
  readonly id: string
}

/** The page of a key in a language; null where there is no such record or letter. */
export function makePage(knowledge: Knowledge, lang: GuideLang, { kind, id }: PageKey, letters: ExampleLetters): Page | null {
  const to: To = { knowledge, lang }
  if (kind === 'home') return homePage(to)
  if (isIndex(kind)) return indexPage(to, kind, new Set(letters.keys()))
  if (kind === 'pair') {
    const [payer, treatment] = pairOf(knowledge, id)
    return payer && treatment ? pairPage(to, payer, treatment) : null
  }
  if (kind === 'letter') {
    const reason = knowledge.reasons.get(id)
    const letter = letters.get(id)
    return reason && letter ? letterPage(to, reason, letter) : null
  }
  return recordPage(to, kind, id, letters)
}

const made = <T>(record: T | undefined, make: (record: T) => Page): Page | null => (record ? make(record) : null)

function recordPage(to: To, kind: RecordPageKind, id: string, letters: ExampleLetters): Page | null {
  const k = to.knowledge
  switch (kind) {
    case 'payer':
      return made(k.payers.get(id), (r) => payerPage(to, r))
    case 'treatment':
      return made(k.treatments.get(id), (r) => treatmentPage(to, r))
    case 'reason':
      return made(k.reasons.get(id), (r) => reasonPage(to, r, letters.has(id)))
    case 'coverage':
      return made(k.coverage.get(id), (r) => coveragePage(to, r))
    case 'state':
      return made(k.states.get(id), (r) => statePage(to, r))
    case 'process':
      return made(k.processes.get(id), (r) => processPage(to, r))
    case 'scenario':
      return made(k.scenarios.get(id), (r) => scenarioPage(to, r))
  }
}

/** The page an address means, language included ("/es/reasons/step-therapy"); null where there is none. */
export function pageAt(knowledge: Knowledge, address: string, letters: ExampleLetters): Page | null {
  const found = pageAddressed(knowledge, address)
  return found ? makePage(knowledge, found.lang, found, letters) : null
}

/** Every page there is: records, indexes, letters, front door. */
export function pageKeys(knowledge: Knowledge, letters: ExampleLetters): readonly PageKey[] {
  const records = (Object.keys(RECORDS) as RecordPageKind[]).flatMap((kind) =>
    [...knowledge[RECORDS[kind]].keys()].map((id): PageKey => ({ kind, id })),
  )
  const worked = [...letters.keys()].filter((id) => knowledge.reasons.has(id)).map((id): PageKey => ({ kind: 'letter', id }))
  return [{ kind: 'home', id: '' }, ...INDEX_KINDS.map((kind): PageKey => ({ kind, id: '' })), ...records, ...worked]
}

/** Addresses of all pages in one language, for a site map. */
export const pageAddresses = (knowledge: Knowledge, lang: GuideLang, letters: ExampleLetters): readonly string[] =>
  pageKeys(knowledge, letters).flatMap(({ kind, id }) => addressOfPage(knowledge, lang, kind, id) ?? [])
