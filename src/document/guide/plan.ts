import { fail, failAll, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import { payerSlug } from '../../knowledge/resolveSlug.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { coverageNamed } from '../../rights/coverageNamed.ts'
import { cautionsFor } from './cautions.ts'
import { type CoverageSet, coverageSetOf, type Frame, frameOf, reasonAt, recordsFor, setOf, slotOf } from './frame.ts'
import type { GuideClaim, GuideKey, GuideLang, GuideOffer, GuideRequest, GuideSection, GuideSectionId } from './guide.ts'
import { partKeys, payerKey, shapeKey } from './partKeys.ts'
import { PARTS, PAYER_PART, type PartRule } from './parts.ts'
import { isPublished } from './publish.ts'
import { findPayer, findReason, findTreatment } from './resolve.ts'
import { knowledgeAsOf, offerOf } from './sections/closing.ts'
import { title } from './sections/opening.ts'
import type { Candidate } from './sections/related.ts'
import type { GuideCite } from './sections/sources.ts'
import type { PayerSlots } from './slots.ts'
import { addressOf, type Subject } from './subject.ts'

/**
 * A piece of a guide that is the same wherever its key is: `key` names all that it depends on. Its
 * sentences, titles, addresses and keys may hold the slots of `slots.ts`, which the renderer fills.
 */
export interface GuidePart {
  readonly id: GuideSectionId
  readonly key: string
  /**
   * Empty where the guide has no such section. Only the part `sources` reads `cites`: those of all other
   * parts (`citesOf`), which a renderer keeps with their HTML. Its key names them all, so it too is kept.
   */
  make(cites?: Iterable<GuideCite>): readonly GuideSection[]
}

export interface GuidePlan {
  readonly key: GuideKey
  readonly address: string
  readonly title: GuideClaim
  readonly lang: GuideLang
  /** Whether the library publishes it; one that is not published is served, but kept out of search. */
  readonly indexable: boolean
  /** Of a guide that is not published: the page it belongs to, the one of its treatment at this reason. */
  readonly parent: { readonly treatment: string; readonly reason: string } | null
  /** What fills the slots of the parts. */
  readonly payer: PayerSlots
  /** Latest day on which anything the guide says was checked. */
  readonly knowledgeAsOf: string
  readonly offer: GuideOffer | null
  /** Names all that every part but the payer's depends on: plans of one shape have those parts in common. */
  readonly shape: string
  /** The one part of `parts` that is the payer's own. */
  readonly ofPayer: GuidePart
  /** In reading order. Named when first asked for: whoever keeps parts by shape need not ask. */
  readonly parts: readonly GuidePart[]
}

/** Most links at the end of a guide. */
const MOST_RELATED = 5

/** What the guide for a payer, a treatment and a reason consists of, each by id, address or name, without making it. */
export function planGuide(knowledge: Knowledge, request: GuideRequest): Outcome<GuidePlan> {
  const found = subjectOf(knowledge, request)
  if (!found.ok) return found
  const { subject, payer, coverages, related } = found.value
  const { treatment, reason, lang } = subject
  const asOf = [knowledgeAsOf(subject), payer.trust.record.checked].sort().at(-1) ?? ''
  const named = { subject, payer, coverages, related, asOf }
  const context = { subject, real: { ...subject, payer }, related, asOf }
  const part = ({ id, make }: PartRule, key: string): GuidePart => ({ id, key, make: (cites = []) => make(context, cites) })
  let parts: readonly GuidePart[] | null = null
  const indexable = isPublished(knowledge, payer, treatment, reason)
  return ok({
    key: { payer: payer.id, treatment: treatment.id, reason: reason.id },
    address: addressOf(payer, treatment, reason),
    title: title({ ...subject, payer }),
    lang,
    indexable,
    parent: indexable ? null : { treatment: treatment.id, reason: reason.id },
    payer: { name: payer.displayName, slug: payerSlug(payer) },
    knowledgeAsOf: asOf,
    offer: offerOf(subject),
    shape: shapeKey(named),
    ofPayer: part(PAYER_PART, payerKey(named)),
    get parts() {
      if (parts) return parts
      const keys = partKeys(named)
      parts = PARTS.map((rule) => part(rule, keys[rule.id]))
      return parts
    },
  })
}

interface Found {
  /** With slots for the payer. */
  readonly subject: Subject
  readonly payer: PayerRecord
  readonly coverages: CoverageSet
  readonly related: readonly Candidate[]
}

function subjectOf(knowledge: Knowledge, request: GuideRequest): Outcome<Found> {
  const keys = keysOf(knowledge, request)
  const asked = request.coverage === undefined ? null : coverageNamed(knowledge, request.coverage)
  if (!keys.ok) return asked && !asked.ok ? failAll([...keys.problems, ...asked.problems]) : keys
  if (asked && !asked.ok) return asked
  const state = request.state?.toUpperCase() ?? null
  if (state !== null && !/^[A-Z]{2}$/.test(state))
    return fail(problem('usage', '--state', 'A state is given by its two-letter code.', 'For example: --state CA.'))
  const { payer, treatment, reason } = keys.value
  const frame = frameOf(knowledge, treatment, reason)
  if (!frame) return fail(noGuide(knowledge, treatment, reason))
  const records = recordsFor(frame, payer)
  const coverages = asked?.ok ? setOf([asked.value]) : coverageSetOf(knowledge, payer, treatment, records)
  return ok({
    payer,
    coverages,
    related: relatedOf(knowledge, frame, payer),
    subject: {
      knowledge,
      lang: request.lang ?? 'en',
      payer: slotOf(knowledge, payer),
      treatment,
      reason: frame.reason,
      sibling: frame.sibling,
      records,
      coverages: coverages.of,
      cautions: cautionsFor(frame.carriersNamed, payer),
      state,
      noticeDate: request.noticeDate ?? null,
    },
  })
}

/** Only published guides are linked. */
function relatedOf(knowledge: Knowledge, frame: Frame, payer: PayerRecord): readonly Candidate[] {
  const chosen: Candidate[] = []
  for (const c of frame.candidates) {
    if (chosen.length === MOST_RELATED) break
    if (isPublished(knowledge, payer, c.treatment, c.reason)) chosen.push(c)
  }
  return chosen
}

interface Keys {
  readonly payer: PayerRecord
  readonly treatment: TreatmentRecord
  readonly reason: ReasonRecord
}

/** Ids and slugs are looked up; anything else is searched for among the names. */
function keysOf(knowledge: Knowledge, request: GuideKey): Outcome<Keys> {
  const p = knowledge.payers.get(request.payer)
  const t = knowledge.treatments.get(request.treatment)
  const r = reasonAt(knowledge, request.reason)
  if (p && t && r) return ok({ payer: p, treatment: t, reason: r })
  const payer = p ? ok(p) : findPayer(knowledge, request.payer)
  const treatment = t ? ok(t) : findTreatment(knowledge, request.treatment)
  const reason = r ? ok(r) : findReason(knowledge, request.reason)
  if (payer.ok && treatment.ok && reason.ok) return ok({ payer: payer.value, treatment: treatment.value, reason: reason.value })
  return failAll([payer, treatment, reason].flatMap((f) => (f.ok ? [] : f.problems)))
}

/**
 * The guide to send a reader to who asks for one that there cannot be, as earlier addresses do: of the same
 * payer and treatment, for its first usual reason that can be argued. Null where there is none either.
 */
export function insteadOf(knowledge: Knowledge, request: GuideKey): GuideKey | null {
  const keys = keysOf(knowledge, request)
  if (!keys.ok) return null
  const { payer, treatment } = keys.value
  for (const id of [...treatment.usualReasons, 'medical_necessity']) {
    const reason = knowledge.reasons.get(id)
    if (reason && frameOf(knowledge, treatment, reason)) return { payer: payer.id, treatment: treatment.id, reason: id }
  }
  return null
}

function noGuide(knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord) {
  return problem(
    'record-unknown',
    `reason "${reason.id}"`,
    `${treatment.displayName} is not the kind of care that is denied for this reason, so there is no such guide.`,
    `Usual reasons for it: ${treatment.usualReasons.flatMap((id) => knowledge.reasons.get(id)?.displayName ?? []).join('; ')}.`,
  )
}
