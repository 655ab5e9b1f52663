import type { Claim } from '../../../argument/claim.ts'
import type { FullReason, ReasonRecord } from '../../../knowledge/reason.ts'
import { arguable } from '../../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../../knowledge/treatment.ts'
import { section } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideLink, GuideSection } from '../guide.ts'
import { linkTo } from '../links.ts'
import { say } from '../say.ts'
import { isUnusual, type Subject, treatmentName } from '../subject.ts'
import { recordSupport } from '../support.ts'

const MOST = 5

/** The same treatment under other reasons, members of an umbrella, and others of its class: never by alphabet. */
export function related(subject: Subject): GuideSection[] {
  const links = [...otherReasons(subject), ...members(subject), ...sameClass(subject)]
  const unique = [...new Map(links.map((l) => [l.address, l])).values()].slice(0, MOST)
  return unique.length ? section('related', 'Related guides', [{ kind: 'links', links: unique }]) : []
}

function otherReasons(subject: Subject): GuideLink[] {
  const { payer, treatment, reason, knowledge, sibling } = subject
  const usual = treatment.usualReasons.flatMap((id) => knowledge.reasons.get(id) ?? [])
  const pool: ReasonRecord[] = [...(sibling ? [sibling] : []), ...usual]
  return pool
    .filter((r, i) => r.id !== reason.id && pool.findIndex((x) => x.id === r.id) === i && arguable(r) && !isUnusual(r, treatment))
    .slice(0, 3)
    .flatMap((r) => linkTo(subject, payer, treatment, r, sameTreatment(subject, r)) ?? [])
}

const sameTreatment = (subject: Subject, r: ReasonRecord): Claim =>
  say(`If the letter gives this reason for ${treatmentName(subject.treatment)} instead.`, [
    fieldSupport(subject, r.id === subject.sibling?.id ? 'sibling' : 'treatment.usualReasons'),
  ])

function members(subject: Subject): GuideLink[] {
  const { payer, treatment, knowledge } = subject
  return treatment.members.flatMap((id) => {
    const member = knowledge.treatments.get(id)
    const why = say('If it is one of these agents: each has a label of its own.', [fieldSupport(subject, 'treatment.members')])
    return member ? (linkTo(subject, payer, member, fitting(subject, member), why) ?? []) : []
  })
}

function sameClass(subject: Subject): GuideLink[] {
  const { payer, treatment, knowledge } = subject
  return [...knowledge.treatments.values()]
    .filter((t) => t.group === treatment.group && t.id !== treatment.id && !treatment.members.includes(t.id))
    .flatMap((t) => {
      const why = say(`Same class of care: ${t.class.charAt(0).toLowerCase()}${t.class.slice(1)}.`, [
        fieldSupport(subject, 'treatment.class'),
        recordSupport('treatment', t.id, 'class', t.class, t.trust.record.status),
      ])
      return linkTo(subject, payer, t, fitting(subject, t), why) ?? []
    })
}

/** The reason this guide is about, or its sibling where the label would be odd there too. */
const fitting = (subject: Subject, t: TreatmentRecord): FullReason =>
  isUnusual(subject.reason, t) && subject.sibling ? subject.sibling : subject.reason
