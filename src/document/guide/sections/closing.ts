import { paragraph, section } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideClaim, GuideOffer, GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { argued, arguedRoot, type Subject } from '../subject.ts'
import { recordSupport } from '../support.ts'
import { tell, wordsOf } from '../voice.ts'

/** The price as data: from the most specific record that states one. */
export const offerOf = (subject: Subject): GuideOffer | null => subject.records.find((r) => r.offer)?.offer ?? null

export function offer(subject: Subject): GuideSection[] {
  const record = subject.records.find((r) => r.offer)
  if (!record?.offer) return []
  const { listPrice, firstLetterPrice, code } = record.offer
  const data = `list price $${listPrice}; first letter $${firstLetterPrice} with code ${code}`
  const price = tell(subject, (v) => v.words.price(listPrice, firstLetterPrice, code), [
    recordSupport('guide', record.id, 'offer', data, record.trust.status),
  ])
  return section('offer', wordsOf(subject).headings.offer, paragraph([...claimsFor(subject, 'offer'), price]))
}

export const limits = (subject: Subject): GuideSection[] =>
  section('limits', wordsOf(subject).headings.limits, paragraph(claimsFor(subject, 'limit')))

/** The worked letter stands on the page of the reason that is argued. */
export function example(subject: Subject): GuideSection[] {
  const reason = argued(subject)
  const words = wordsOf(subject)
  const { title } = words.example(reason.relatedPhrase[subject.lang])
  const why: GuideClaim = tell(subject, (v) => v.words.example(v.two(reason.relatedPhrase)).why, [
    fieldSupport(subject, `${arguedRoot(subject)}.relatedPhrase.en`),
  ])
  return section('example', words.headings.example, [{ kind: 'pages', pages: [{ kind: 'reason', id: reason.id, title, why }] }])
}

/** Latest day on which the record of anything but the payer was checked. */
export const knowledgeAsOf = (subject: Subject): string =>
  [subject.treatment.trust.record.checked, subject.reason.trust.record.checked, ...subject.records.map((r) => r.trust.checked)]
    .sort()
    .at(-1) ?? ''

export function status(subject: Subject, asOf: string): GuideSection[] {
  const words = wordsOf(subject)
  const on = (quote: string) => [recordSupport('guide', 'every-guide', 'trust', quote, 'verified')]
  return section('status', words.headings.status, [
    {
      kind: 'fields',
      rows: [
        { label: words.reviewed, claim: tell(subject, (v) => v.words.notReviewed, on('no review is recorded')) },
        {
          label: words.knowledgeOf,
          claim: tell(subject, (v) => v.words.asOf(v.lang === 'es' ? v.words.day(asOf) : asOf), on(asOf)),
        },
      ],
    },
  ])
}
