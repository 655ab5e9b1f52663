import { fail, failAll, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import { arguable } from '../../knowledge/reason.ts'
import { coverageNamed } from '../../rights/coverageNamed.ts'
import { coveragesFor } from './coverages.ts'
import { claimsOfSection, type Guide, type GuideRequest } from './guide.ts'
import { siblingOf } from './links.ts'
import { matchingRecords } from './match.ts'
import { findPayer, findReason, findTreatment } from './resolve.ts'
import { angle } from './sections/angle.ts'
import { knowledgeAsOf, limits, offer, offerOf, sources, status } from './sections/closing.ts'
import { deadline } from './sections/deadline.ts'
import { framework } from './sections/framework.ts'
import { mapping } from './sections/mapping.ts'
import { answer, notice, title, warning } from './sections/opening.ts'
import { payer } from './sections/payer.ts'
import { related } from './sections/related.ts'
import { rights } from './sections/rights.ts'
import { documents, next, steps } from './sections/steps.ts'
import { typical } from './sections/typical.ts'
import { addressOf, isUnusual, type Subject } from './subject.ts'

/** The guide for a payer, a treatment and a reason, each by id, address or name. */
export function makeGuide(knowledge: Knowledge, request: GuideRequest): Outcome<Guide> {
  const found = subjectOf(knowledge, request)
  if (!found.ok) return found
  const subject = found.value
  const heading = title(subject)
  const body = [
    ...[warning, notice, answer, status, rights, payer, typical, angle, framework, steps],
    ...[documents, mapping, deadline, next, offer, related],
  ].flatMap((make) => make(subject))
  const said = [heading, ...body.flatMap(claimsOfSection)]
  return ok({
    key: { payer: subject.payer.id, treatment: subject.treatment.id, reason: subject.reason.id },
    address: addressOf(subject.payer, subject.treatment, subject.reason),
    title: heading,
    reviewed: null,
    knowledgeAsOf: knowledgeAsOf(subject),
    knowledgeVersion: knowledge.version,
    sections: [...body, ...sources(subject, said), ...limits(subject)],
    offer: offerOf(subject),
  })
}

function subjectOf(knowledge: Knowledge, request: GuideRequest): Outcome<Subject> {
  const payerFound = findPayer(knowledge, request.payer)
  const treatmentFound = findTreatment(knowledge, request.treatment)
  const reasonFound = findReason(knowledge, request.reason)
  const asked = request.coverage === undefined ? null : coverageNamed(knowledge, request.coverage)
  if (!payerFound.ok || !treatmentFound.ok || !reasonFound.ok || (asked && !asked.ok))
    return failAll([payerFound, treatmentFound, reasonFound, ...(asked ? [asked] : [])].flatMap((f) => (f.ok ? [] : f.problems)))
  const state = request.state?.toUpperCase() ?? null
  if (state !== null && !/^[A-Z]{2}$/.test(state))
    return fail(problem('usage', '--state', 'A state is given by its two-letter code.', 'For example: --state CA.'))

  const treatment = treatmentFound.value
  const reason = arguable(reasonFound.value)
  if (!reason)
    return fail(
      problem(
        'record-unknown',
        `reason "${request.reason}"`,
        `${reasonFound.value.displayName} can be recognised in a letter, but there is no guide for it yet.`,
        `Guides exist for: ${[...knowledge.reasons.values()]
          .filter(arguable)
          .map((r) => r.slug)
          .join(', ')}.`,
      ),
    )
  const unusual = isUnusual(reason, treatment)
  const sibling = unusual ? siblingOf(knowledge, treatment, reason) : null
  if (unusual && !sibling)
    return fail(
      problem(
        'record-unknown',
        `reason "${request.reason}"`,
        `${treatment.displayName} is not the kind of care that is denied for this reason, so there is no such guide.`,
        `Usual reasons for it: ${treatment.usualReasons.flatMap((id) => knowledge.reasons.get(id)?.displayName ?? []).join('; ')}.`,
      ),
    )
  const records = matchingRecords(knowledge, payerFound.value, treatment, reason)
  return ok({
    knowledge,
    payer: payerFound.value,
    treatment,
    reason,
    sibling,
    records,
    coverages: asked?.ok ? [asked.value] : coveragesFor(knowledge, payerFound.value, treatment, records),
    state,
    noticeDate: request.noticeDate ?? null,
  })
}
