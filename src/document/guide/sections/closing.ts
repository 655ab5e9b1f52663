import type { Claim } from '../../../argument/claim.ts'
import type { Status } from '../../../base/citation.ts'
import type { SourceRecord } from '../../../knowledge/source.ts'
import { paragraph, section } from '../blocks.ts'
import type { GuideOffer, GuideSection, GuideSource } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { say } from '../say.ts'
import type { Subject } from '../subject.ts'
import { recordSupport } from '../support.ts'

/** The price as data: from the most specific record that states one. */
export const offerOf = (subject: Subject): GuideOffer | null => subject.records.find((r) => r.offer)?.offer ?? null

export function offer(subject: Subject): GuideSection[] {
  const record = subject.records.find((r) => r.offer)
  if (!record?.offer) return []
  const { listPrice, firstLetterPrice, code } = record.offer
  const data = `list price $${listPrice}; first letter $${firstLetterPrice} with code ${code}`
  const price = say(
    `In the hosted service a letter costs $${listPrice}, the price paid for every letter without a code; with code ${code} a customer’s first letter costs $${firstLetterPrice}.`,
    [recordSupport('guide', record.id, 'offer', data, record.trust.status)],
  )
  return section('offer', 'Get the letter drafted', paragraph([...claimsFor(subject, 'offer'), price]))
}

export const limits = (subject: Subject): GuideSection[] =>
  section('limits', 'Limits of this guide', paragraph(claimsFor(subject, 'limit')))

const RANK: Readonly<Record<Status, number>> = { verified: 0, secondary: 1, recalled: 2 }

/** "5 CFR" before "29 CFR"; made once, since making it is what costs. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true })

/** Every source the sentences rest on, records of one section together, with how each is known. */
export function sourcesOf(subject: Subject, claims: readonly Claim[]): readonly GuideSource[] {
  const used = new Map<string, { records: Set<SourceRecord>; statuses: Set<Status> }>()
  for (const s of claims.flatMap((c) => c.support)) {
    const record =
      s.kind === 'law' || s.kind === 'guideline' || s.kind === 'label' ? subject.knowledge.sources.get(s.source) : undefined
    if (!record || !('status' in s)) continue
    const found = used.get(record.cite) ?? { records: new Set(), statuses: new Set() }
    found.records.add(record)
    found.statuses.add(s.status)
    used.set(record.cite, found)
  }
  return [...used]
    .map(([cite, { records, statuses }]): GuideSource => {
      const all = [...records].sort((a, b) => a.id.localeCompare(b.id))
      return {
        ids: all.map((r) => r.id),
        cite,
        titles: [...new Set(all.map((r) => r.title))],
        publisher: all[0]?.publisher ?? null,
        asOf: all.map((r) => r.asOf).sort()[0] ?? '',
        statuses: [...statuses].sort((a, b) => RANK[a] - RANK[b]),
        url: all.find((r) => r.url)?.url ?? null,
      }
    })
    .sort((a, b) => BY_NUMBER.compare(a.cite, b.cite))
}

export function sources(subject: Subject, claims: readonly Claim[]): GuideSection[] {
  const all = sourcesOf(subject, claims)
  return all.length ? [{ id: 'sources', heading: 'Sources', blocks: [{ kind: 'sources', sources: all }] }] : []
}

/** Latest day on which anything that matters here was checked. */
export function knowledgeAsOf(subject: Subject): string {
  const { payer, treatment, reason, records } = subject
  const days = [
    payer.trust.record.checked,
    treatment.trust.record.checked,
    reason.trust.record.checked,
    ...records.map((r) => r.trust.checked),
  ]
  return days.sort().at(-1) ?? ''
}

export function status(subject: Subject): GuideSection[] {
  const asOf = knowledgeAsOf(subject)
  const on = (quote: string) => [
    recordSupport('guide', subject.records[0]?.id ?? subject.treatment.id, 'trust', quote, 'verified'),
  ]
  return section('status', 'State of this guide', [
    {
      kind: 'fields',
      rows: [
        { label: 'Reviewed', claim: say('Not yet reviewed by a clinician or lawyer.', on('no review is recorded')) },
        { label: 'Knowledge of', claim: say(`${asOf}. Sources are listed at the end, each with how it was checked.`, on(asOf)) },
      ],
    },
  ])
}
