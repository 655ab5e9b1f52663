import type { DenialReading } from './denial.ts'
import { administrator } from './findings/administrator.ts'
import { appealAddress } from './findings/appeal-address.ts'
import { appealFax, appealPhone } from './findings/appeal-numbers.ts'
import { appealPortal } from './findings/appeal-portal.ts'
import { appealWindow } from './findings/appeal-window.ts'
import { codes } from './findings/codes.ts'
import type { ReadingContext } from './findings/context.ts'
import { defects } from './findings/defects.ts'
import { groupNumber } from './findings/group-number.ts'
import { appealLevel, decidesAnAppeal } from './findings/level.ts'
import { memberId } from './findings/member-id.ts'
import { nextStep } from './findings/next-step.ts'
import { noticeDate } from './findings/notice-date.ts'
import { patient } from './findings/patient.ts'
import { payer } from './findings/payer.ts'
import { planCues, planType } from './findings/plan-type.ts'
import { policiesNamed } from './findings/policy-named.ts'
import { provider } from './findings/provider.ts'
import { reasonPassage } from './findings/reason-passage.ts'
import { denialReasons } from './findings/reasons.ts'
import { otherNumbers, referenceNumber } from './findings/reference-number.ts'
import { reviewer } from './findings/reviewer.ts'
import { service } from './findings/service.ts'
import { serviceDates } from './findings/service-dates.ts'

/** Everything one letter says about its denial; null where it is silent. */
export function readDenial(ctx: ReadingContext): DenialReading {
  const found = codes(ctx)
  const level = appealLevel(ctx)
  const next = nextStep(ctx, decidesAnAppeal(level))
  const plan = payer(ctx)
  const reasons = denialReasons(ctx, found)
  const cues = planCues(ctx)
  const read: Omit<DenialReading, 'defects'> = {
    doc: ctx.letter.doc.id,
    payer: plan,
    administrator: administrator(ctx, plan),
    planType: planType(cues),
    planCues: cues,
    patient: patient(ctx),
    memberId: memberId(ctx),
    groupNumber: groupNumber(ctx),
    referenceNumber: referenceNumber(ctx),
    otherNumbers: otherNumbers(ctx),
    provider: provider(ctx),
    service: service(ctx, found),
    codes: found,
    denialReasons: reasons,
    reasonPassage: reasonPassage(ctx, reasons),
    policyNamed: policiesNamed(ctx),
    noticeDate: noticeDate(ctx),
    serviceDates: serviceDates(ctx),
    appealDeadline: appealWindow(ctx, next === 'outside'),
    appealAddress: appealAddress(ctx, next),
    appealFax: appealFax(ctx, next),
    appealPhone: appealPhone(ctx, next),
    appealPortal: appealPortal(ctx),
    appealLevel: level,
    reviewer: reviewer(ctx),
  }
  return { ...read, defects: defects(ctx, read) }
}
