import type { Citation } from '../../base/citation.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Brief } from '../brief.ts'
import { type TermTree, term } from '../term.ts'
import { citeTerm, saysTerm } from './law.ts'

/** Everybody's right to their own records, whatever their coverage. */
const ACCESS = '45-cfr-164.524'

/** {wanted.office}, {wanted.prescriber}: documents that exist elsewhere, as the person named them; {access}: the right to have them. */
export function wantedTerms(brief: Brief): TermTree {
  const wanted = brief.wanted ?? []
  const of = (from: 'records_office' | 'prescriber') =>
    wanted
      .filter((w) => w.from === from)
      .map((w): TermTree => {
        const several = new Set(wanted.filter((o) => o.from === from).map((o) => o.office)).size > 1
        const said = several && w.office ? `${w.what} (${w.office})` : w.what
        return { what: term(said, [{ kind: 'statement', source: 'patient', pin: `wanted.${w.wanted}`, quote: said }]) }
      })
  return {
    wanted: { office: of('records_office'), prescriber: of('prescriber') },
    access: accessTerms(brief.knowledge),
  }
}

function accessTerms({ sources }: Knowledge): TermTree {
  const record = sources.get(ACCESS)
  const provided = (key: string) => {
    const p = record?.provisions[key]
    if (!record || !p) return null
    const cite: Citation = { source: record.id, cite: record.cite, pin: p.pin ?? '', status: p.status }
    return { says: p.says, citations: [cite] }
  }
  const [access, time, form, fee] = ['record_access', 'record_access_time', 'record_access_form', 'record_access_fee'].map(
    provided,
  )
  return {
    law: access ? citeTerm(access) : null,
    time: time ? saysTerm(time) : null,
    timeLaw: time ? citeTerm(time) : null,
    formLaw: form ? citeTerm(form) : null,
    fee: fee ? saysTerm(fee) : null,
    feeLaw: fee ? citeTerm(fee) : null,
  }
}
