import type { AnswerExample } from './example.ts'

/** A third lot, written after the rules had read the others, to see how they do on wording nobody tuned them to. */
export const LATER: readonly AnswerExample[] = [
  {
    name: 'we agree with you',
    text: `Sunridge Health
June 30, 2026

Dear Mr. Oyelowo:

Good news. After looking at your appeal again, we agree with you. Your hospital stay from May 2 to May 6, 2026 is covered as inpatient care.`,
    expect: { outcome: 'overturned', date: '2026-06-30', decides: 'we agree with you' },
  },
  {
    name: 'no change',
    text: `Beacon Benefit Trust
Date: September 15, 2026

Dear Ms. Haddad:

Your second request for review was heard on September 10, 2026. The committee made no change to the earlier denial. A wheelchair with power tilt is a convenience item under section 9 of the plan.

You may bring a civil action under section 502(a) of ERISA.`,
    expect: { outcome: 'upheld', date: '2026-09-15', decides: 'no change to the earlier denial', reason: 'convenience item' },
  },
  {
    name: 'claim will be reprocessed',
    text: `Copper State Health Plan
February 18, 2026

RE: Appeal A-4471

We have finished our review of your appeal. The claim was denied in error and has been sent back for payment at the in-network rate.`,
    expect: { outcome: 'overturned', date: '2026-02-18', decides: 'denied in error' },
  },
  {
    name: 'request not approved after reconsideration',
    text: `TRICARE Regional Review
Reconsideration Determination
Date: 4 August 2026

Beneficiary: Lou Tanner

The reconsideration panel finds that the residential stay was not medically or psychologically necessary. Payment remains denied.

An appeal to the next level must be mailed within 60 days of the date of this determination.`,
    expect: {
      outcome: 'upheld',
      date: '2026-08-04',
      decides: 'remains denied',
      reason: 'not medically or psychologically necessary',
      window: 'P60D',
    },
  },
  {
    name: 'authorized with a limit',
    text: `Valley Oak Medical Group
NOTICE OF APPEAL DECISION
March 27, 2026

Dear Ms. Ngata:

You asked us to cover 12 sessions of hyperbaric oxygen. On appeal we approve 6 sessions. We do not approve the other 6 sessions because the wound must be measured again first.`,
    expect: { outcome: 'partly_overturned', date: '2026-03-27', reason: 'measured again first', decides: 'approve' },
  },
  {
    name: 'withdrawn by the member',
    text: `Golden Prairie Health
November 9, 2026

Dear Mr. Silva:

At your request we have withdrawn your appeal of October 20, 2026. No decision will be made.`,
    expect: { outcome: 'dismissed', date: '2026-11-09', decides: 'withdrawn your appeal' },
  },
  {
    name: 'sent on to another reviewer',
    text: `Maxwell Medicare Advantage
June 12, 2026

Dear Mr. Salas:

We were not able to decide your appeal in time, so we sent your case to the Independent Review Entity. It will write to you.`,
    expect: { outcome: 'not_an_answer', date: '2026-06-12' },
  },
  {
    name: 'hearing officer affirms',
    text: `Department of Medical Assistance
Fair Hearing Decision
Decision date: May 19, 2026

ORDER: The Department's action is AFFIRMED. The appellant did not show that overnight nursing is needed.`,
    expect: { outcome: 'upheld', date: '2026-05-19', decides: 'AFFIRMED', reason: 'did not show that overnight nursing' },
  },
  {
    name: 'approval letter without the word appeal reversed',
    text: `Lakeshore Mutual Health Plan
January 22, 2026

Subject: Outcome of your appeal

Dear Ms. Brandt:

Dupilumab has been approved on appeal. You can fill it from January 22, 2026 until January 21, 2027.`,
    expect: { outcome: 'overturned', date: '2026-01-22', decides: 'approved on appeal' },
  },
  {
    name: 'in Spanish, denied',
    text: `Salud Primero
20 de octubre de 2026

Estimado Sr. Peña:

Revisamos su apelación. Su apelación fue denegada porque el plan no cubre la cirugía por motivos estéticos.`,
    expect: { outcome: 'upheld', date: '2026-10-20', decides: 'fue denegada', reason: 'motivos estéticos' },
  },
  {
    name: 'an explanation of benefits after an appeal',
    text: `EXPLANATION OF BENEFITS
Statement date: March 4, 2026
This is not a bill.

Claim 22-9018 was adjusted. Amount paid: $1,204.00. You may owe: $35.00.`,
    expect: { outcome: 'not_an_answer', date: '2026-03-04' },
  },
  {
    name: 'denial maintained after peer review',
    text: `eastern Shore Health
12/08/2026

Member: Kim Ito

Our medical director, Dr. Alan Reese, reviewed the appeal on December 4, 2026 and has decided to maintain the denial. There is no record of a failed trial of a generic statin.`,
    expect: {
      outcome: 'upheld',
      date: '2026-12-08',
      decides: 'maintain the denial',
      reason: 'no record of a failed trial',
      reviewer: 'Alan Reese',
    },
  },
]
