import type { KnowledgeSupport } from '../../base/support.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import { treatmentSlug } from '../../knowledge/resolveSlug.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { GuideClaim } from '../guide/guide.ts'
import { isPublished } from '../guide/publish.ts'
import { addressOf } from '../guide/subject.ts'
import { stateEs } from '../guide/words/statesEs.ts'
import { addressOfPage, inLang } from './address.ts'
import type { PageBlock, PageRef, RecordPageKind } from './page.ts'
import { pageWords, type To } from './speak.ts'

/** Name of a record as its page is titled; `lang` where that name has no Spanish. */
export function nameOf(to: To, kind: RecordPageKind, id: string): { readonly text: string; readonly lang?: 'en' } | null {
  const { knowledge, lang } = to
  const either = (enText: string, esText: string | undefined) =>
    lang === 'en' ? { text: enText } : esText === undefined ? { text: enText, lang: 'en' as const } : { text: esText }
  switch (kind) {
    case 'payer': {
      const p = knowledge.payers.get(id)
      return p ? { text: p.displayName } : null
    }
    case 'treatment': {
      const t = knowledge.treatments.get(id)
      return t ? either(t.displayName, t.displayNameEs) : null
    }
    case 'reason': {
      const r = knowledge.reasons.get(id)
      return r ? either(r.displayName, r.displayNameEs) : null
    }
    case 'coverage': {
      const c = knowledge.coverage.get(id)
      return c ? { text: c.name[lang] } : null
    }
    case 'state': {
      const s = knowledge.states.get(id)
      return s ? { text: lang === 'es' ? stateEs(s.name) : s.name } : null
    }
    case 'process': {
      const p = knowledge.processes.get(id)
      return p ? { text: p.name[lang] } : null
    }
    case 'scenario': {
      const s = knowledge.scenarios.get(id)
      return s ? { text: s.question[lang] } : null
    }
  }
}

/** A link to the page of a record; nothing where there is no such record. */
export function refTo(to: To, kind: RecordPageKind, id: string, why: GuideClaim | null = null): PageRef[] {
  const address = addressOfPage(to.knowledge, to.lang, kind, id)
  const name = nameOf(to, kind, id)
  if (address === null || !name) return []
  return [{ kind, id, address, title: name.text, ...(name.lang ? { titleLang: name.lang } : {}), why }]
}

export const refsTo = (to: To, kind: RecordPageKind, ids: readonly string[]): PageRef[] =>
  ids.flatMap((id) => refTo(to, kind, id))

export const refs = (list: readonly PageRef[]): PageBlock[] => (list.length ? [{ kind: 'refs', refs: list }] : [])

/** The published guide of a payer for a treatment and a reason; nothing where there is none. */
export function guideRef(to: To, payer: PayerRecord, treatment: TreatmentRecord, reason: ReasonRecord): PageRef[] {
  if (!isPublished(to.knowledge, payer, treatment, reason)) return []
  const name = nameOf(to, 'treatment', treatment.id)
  return [
    {
      kind: 'guide',
      id: `${payer.id}/${treatment.id}/${reason.id}`,
      address: inLang(to.lang, addressOf(payer, treatment, reason)),
      title: pageWords(to).guideTitle(
        name?.text ?? treatmentSlug(treatment),
        reason.relatedPhrase[to.lang],
        treatment.warnings.length > 0,
      ),
      why: null,
    },
  ]
}

/** The worked letter of a reason, where there is one. */
export function letterRef(to: To, reason: ReasonRecord, exists: boolean): PageRef[] {
  const address = addressOfPage(to.knowledge, to.lang, 'letter', reason.id)
  if (!exists || address === null) return []
  return [{ kind: 'letter', id: reason.id, address, title: pageWords(to).letterTitle(reason.relatedPhrase[to.lang]), why: null }]
}

export const fieldOf = (
  kind: 'payer' | 'treatment' | 'reason' | 'coverage',
  source: string,
  pin: string,
  quote: string,
  status: KnowledgeSupport['status'],
): KnowledgeSupport => ({ kind, source, pin, quote, status })
