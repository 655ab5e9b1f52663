import type { KnowledgeSupport } from '../../base/support.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import { bullets, list, paragraph } from '../guide/blocks.ts'
import type { GuideBlock, GuideClaim } from '../guide/guide.ts'
import { provisionSupport } from '../guide/support.ts'
import { capital, unstopped } from '../guide/voice.ts'
import { framed, section } from './frame.ts'
import { fieldOf, letterRef, refs, refsTo } from './links.ts'
import type { Page, PageSection } from './page.ts'
import { datumClaim, pageWords, say, type To, textClaim } from './speak.ts'

/** A denial reason: what it means, how letters say it, what answers it. `letter`: whether a worked letter exists. */
export function reasonPage(to: To, reason: ReasonRecord, letter: boolean): Page {
  const { headings } = pageWords(to)
  const own = (pin: string, quote: string) => fieldOf('reason', reason.id, pin, quote, reason.trust.record.status)
  const name = own('displayName', reason.displayName)
  const title = say(to, (w, v) => w.reasonTitle(v.lang === 'es' ? reason.displayNameEs : reason.displayName), [name])
  const meaning = say(to, (_, v) => v.two(reason.tagline), [own('tagline', reason.tagline.en)])
  return framed(to, {
    kind: 'reason',
    id: reason.id,
    title,
    description: meaning,
    checked: reason.trust.record.checked,
    sections: [
      ...section('meaning', headings.meaning, [...paragraph([meaning]), ...bullets(subtypes(to, reason))]),
      ...section('cues', headings.cues, bullets(cues(to, reason))),
      ...section('codes', headings.codes, codes(to, reason)),
      ...section('odd', headings.odd, bullets(odd(to, reason))),
      ...arguing(to, reason),
      ...section('letter', headings.letter, refs(letterRef(to, reason, letter))),
      ...section('processes', headings.doors, refs(refsTo(to, 'process', naming(to, 'processes', reason.id)))),
      ...section('scenarios', headings.situations, refs(refsTo(to, 'scenario', naming(to, 'scenarios', reason.id)))),
      ...section('treatments', headings.usualFor, refs(refsTo(to, 'treatment', usualFor(to, reason.id)))),
    ],
  })
}

const naming = (to: To, kind: 'processes' | 'scenarios', id: string): string[] =>
  [...to.knowledge[kind].values()].filter((r) => r.reasons.includes(id)).map((r) => r.id)

const usualFor = (to: To, id: string): string[] =>
  [...to.knowledge.treatments.values()].filter((t) => t.usualReasons.includes(id)).map((t) => t.id)

const at = (reason: ReasonRecord, pin: string, quote: string) =>
  fieldOf('reason', reason.id, pin, quote, reason.trust.record.status)

/** Words that are no sentence, shown as one. Their Spanish is looked up as they stand, so the capital comes after. */
const partClaim = (to: To, part: string, own: KnowledgeSupport): GuideClaim =>
  say(to, (_, v) => `${unstopped(capital(v.of(part)))}.`, [own])

const subtypes = (to: To, r: ReasonRecord): GuideClaim[] => r.subtypes.map((s, i) => partClaim(to, s, at(r, `subtypes.${i}`, s)))

/** Words of letters are English in both languages. */
const cues = (to: To, r: ReasonRecord): GuideClaim[] =>
  r.letterCues.map((cue, i) => {
    const claim = say({ ...to, lang: 'en' }, () => `“${cue}”`, [at(r, `letterCues.${i}`, cue)])
    return to.lang === 'es' ? { ...claim, lang: 'en' } : claim
  })

function codes(to: To, r: ReasonRecord): GuideBlock[] {
  const rows = (
    [
      ['CARC', r.carc, 'x12'],
      ['RARC', r.rarc, 'x12'],
      ['NCPDP', r.ncpdp, 'ncpdp'],
    ] as const
  ).flatMap(([set, list, trust]) =>
    list.map((c, i) => {
      const status = (c.trust ?? r.trust[trust] ?? r.trust.record).status
      return {
        label: `${set} ${c.code}`,
        claim: textClaim(to, capital(c.label), fieldOf('reason', r.id, `${set.toLowerCase()}.${i}`, c.label, status)),
      }
    }),
  )
  return rows.length ? [{ kind: 'fields', rows }] : []
}

/** For which care the label is odd, and what is usually meant; kinds of care with the same answer together. */
function odd(to: To, r: ReasonRecord): GuideClaim[] {
  const groups = Map.groupBy(r.unusualForKinds, (kind) => r.siblings[kind] ?? '')
  return [...groups].map(([id, kinds]) => {
    const sibling = to.knowledge.reasons.get(id)
    const name = (lang: string) => (lang === 'es' ? sibling?.displayNameEs : sibling?.displayName) ?? null
    return say(to, (w, v) => w.oddFor(kinds.map((kind) => v.words.kinds[kind]).join(', '), name(v.lang)), [
      at(r, 'unusualForKinds', `${kinds.join(', ')} ${sibling?.displayName ?? ''}`),
    ])
  })
}

function arguing(to: To, r: ReasonRecord): PageSection[] {
  const { headings } = pageWords(to)
  const texts = (field: 'argumentPattern' | 'requiredEvidence' | 'commonMistakes' | 'notes') =>
    r[field].map((s, i) => textClaim(to, s, at(r, `${field}.${i}`, s)))
  return [
    ...section('first', headings.first, paragraph([textClaim(to, r.firstMove, at(r, 'firstMove', r.firstMove))])),
    ...section('grounds', headings.grounds, bullets(grounds(to, r))),
    ...section(
      'pattern',
      headings.pattern,
      list(
        texts('argumentPattern').map((c) => [c]),
        true,
      ),
    ),
    ...section('evidence', headings.evidence, bullets(texts('requiredEvidence'))),
    ...section('table', headings.table, table(to, r)),
    ...section('who', headings.whoWrites, who(to, r)),
    ...section('mistakes', headings.mistakes, bullets(texts('commonMistakes'))),
    ...section('external', headings.external, external(to, r)),
    ...section(
      'law',
      headings.law,
      bullets(r.legalHooks.map((d, i) => datumClaim(to, d, fieldOf('reason', r.id, `legalHooks.${i}`, d.says, d.status)))),
    ),
    ...section('urgency', headings.urgency, paragraph(r.urgency ? [textClaim(to, r.urgency, at(r, 'urgency', r.urgency))] : [])),
  ]
}

const grounds = (to: To, r: ReasonRecord): GuideClaim[] =>
  r.grounds.map((g, i) =>
    say(to, (w, v) => `${unstopped(v.of(g.label))}. ${w.provedBy(g.provedBy.map((p) => v.of(p)).join('; '))}`, [
      at(r, `grounds.${i}`, `${g.label}: ${g.provedBy.join('; ')}`),
      ...g.cite.map((ref) => provisionSupport(to.knowledge, ref)),
    ]),
  )

/** The columns; the rows come from the plan's policy, and the examples are the record's. */
function table(to: To, r: ReasonRecord): GuideBlock[] {
  const { columns, rowPer, exampleRows } = r.criteriaMapping
  const own = at(r, 'criteriaMapping', `${rowPer} ${columns.join(' ')} ${exampleRows.flat().join(' ')}`)
  const titles = columns.map((c) => say(to, (_, v) => v.of(c), [own]))
  const english = to.lang === 'es' && titles.some((t) => t.lang === 'en')
  return [
    {
      kind: 'table',
      caption: say(to, (w, v) => w.rowPer(v.of(rowPer)), [own]),
      columns: english ? columns : titles.map((t) => t.sentence),
      ...(english ? { columnsLang: 'en' as const } : {}),
      rows: exampleRows.map((row) => row.map((cell) => (cell ? [say(to, (_, v) => v.of(cell), [own])] : []))),
    },
  ]
}

function who(to: To, r: ReasonRecord): GuideBlock[] {
  const rows = Object.entries(r.whoWrites).map(([role, part]) => ({
    label: pageWords(to).roles[role] ?? capital(role.replaceAll('_', ' ')),
    ...(to.lang === 'es' && pageWords(to).roles[role] === undefined ? { labelLang: 'en' as const } : {}),
    claim: partClaim(to, part, at(r, `whoWrites.${role}`, part)),
  }))
  return [{ kind: 'fields', rows }]
}

function external(to: To, r: ReasonRecord): GuideBlock[] {
  const e = r.externalReview
  const words = pageWords(to)
  const row = (pin: 'federal' | 'medicareAdvantage' | 'medicaid') => ({
    label: words.externalFor[pin],
    claim: datumClaim(to, e[pin], fieldOf('reason', r.id, `externalReview.${pin}`, e[pin].says, e[pin].status)),
  })
  const judgment = say(to, (w) => w.medicalJudgment[e.medicalJudgment], [
    at(r, 'externalReview.medicalJudgment', e.medicalJudgment),
  ])
  return [...paragraph([judgment]), { kind: 'fields', rows: [row('federal'), row('medicareAdvantage'), row('medicaid')] }]
}
