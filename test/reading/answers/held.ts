import type { AnswerExample } from './example.ts'

/** Further decisions, written before the rules and kept aside until the rules read the first ones. */
export const HELD: readonly AnswerExample[] = [
  {
    name: 'the appeal is granted',
    text: `Blue Mesa Health Cooperative
Grievances and Appeals
March 19, 2026

RE: Appeal 26-03318

Dear Ms. Fontaine:

We are pleased to tell you that your appeal has been granted. Blue Mesa will cover the genetic test that Dr. Osei ordered.`,
    expect: { outcome: 'overturned', date: '2026-03-19', decides: 'appeal has been granted' },
  },
  {
    name: 'the decision stands',
    text: `Ironwood Employee Health Plan
Date of notice: April 30, 2026

Dear Mr. Kowalczyk,

Thank you for your appeal dated April 2, 2026. A pharmacist and a physician looked at everything you sent. The original decision stands. You have not tried metformin for at least three months, which the plan requires first.

A voluntary second level of review is open to you for 90 days from the date of this letter.`,
    expect: {
      outcome: 'upheld',
      date: '2026-04-30',
      decides: 'original decision stands',
      reason: 'have not tried metformin',
      window: 'P90D',
    },
  },
  {
    name: 'unfavorable',
    text: `MAXWELL MEDICARE ADVANTAGE
RECONSIDERATION DECISION

Decision date: 06/11/2026
Beneficiary: Hector Salas

Decision: UNFAVORABLE

Rationale: Skilled nursing facility care was no longer needed because the beneficiary could walk 150 feet without help.

Your case file was sent to the Independent Review Entity on June 12, 2026.`,
    expect: { outcome: 'upheld', date: '2026-06-11', decides: 'UNFAVORABLE', reason: 'could walk 150 feet' },
  },
  {
    name: 'partially favorable',
    text: `Office of Hearings and Appeals
Decision date: September 9, 2026

In the case of: Marta Quill

The decision is partially favorable. Medicare must pay for the services from May 1, 2026 to May 20, 2026. Services after May 20, 2026 were not reasonable and necessary.`,
    expect: {
      outcome: 'partly_overturned',
      date: '2026-09-09',
      decides: 'partially favorable',
      reason: 'not reasonable and necessary',
    },
  },
  {
    name: 'agrees with the denial',
    text: `Prospect State Department of Insurance
Independent Medical Review

Date: May 27, 2026

The independent reviewer agrees with the health plan's denial. The medical literature does not yet support this device for the patient's condition.`,
    expect: {
      outcome: 'upheld',
      date: '2026-05-27',
      decides: "agrees with the health plan's denial",
      reason: 'literature does not yet support',
    },
  },
  {
    name: 'will now pay',
    text: `Cascade Trust Benefits
February 2, 2026

Dear Mrs. Lindgren:

We looked again at claim 2261-0094 after your appeal. We made a mistake. The ambulance trip was an emergency, and we will now pay the claim in full.`,
    expect: { outcome: 'overturned', date: '2026-02-02', decides: 'will now pay the claim' },
  },
  {
    name: 'closed without review',
    text: `Willow Creek Health Plan
August 20, 2026

Dear Ms. Tran:

We cannot process the appeal we received on August 4, 2026, because we have no signed form that lets your sister act for you. Your appeal has been closed without a review. Send us the form and we will open it again.`,
    expect: { outcome: 'dismissed', date: '2026-08-20', decides: 'closed without a review', reason: 'no signed form' },
  },
  {
    name: 'information is asked for',
    text: `Ironwood Employee Health Plan
May 13, 2026

Dear Mr. Kowalczyk,

Your appeal is under review. To decide it we need your chart notes from the last six months. Please send them by May 29, 2026. If we do not receive them we will decide with what we have, and the denial may be upheld.`,
    expect: { outcome: 'not_an_answer', kind: 'information_request', date: '2026-05-13' },
  },
  {
    name: 'hearing officer reverses the agency',
    text: `State Office of Administrative Hearings
ORDER
Issued: July 8, 2026

In the matter of: J.B., a minor

The managed care plan's reduction of private duty nursing is set aside. The appeal is sustained in favor of the appellant. The plan shall restore 56 hours per week.`,
    expect: { outcome: 'overturned', date: '2026-07-08', decides: 'in favor of the appellant' },
  },
  {
    name: 'denial affirmed, reviewer named by label',
    text: `Quarry Ridge Insurance
Appeal Determination
December 1, 2026

Member: Ruth Abell
Reviewer: Samuel Oyelaran, DO, board certified in rheumatology

After review of your first level appeal, the adverse determination is affirmed. Infliximab biosimilars must be used before the brand product.

You must file any second appeal no later than January 30, 2027.`,
    expect: {
      outcome: 'upheld',
      date: '2026-12-01',
      decides: 'adverse determination is affirmed',
      reason: 'biosimilars must be used',
      windowDate: '2027-01-30',
      reviewer: 'Samuel Oyelaran',
    },
  },
  {
    name: 'in Spanish, approved',
    text: `Plan de Salud del Valle
3 de junio de 2026

Estimado Sr. Cárdenas:

Recibimos su apelación el 8 de mayo de 2026. Hemos revocado nuestra denegación y aprobamos el medicamento por doce meses.`,
    expect: { outcome: 'overturned', date: '2026-06-03', decides: 'revocado nuestra denegación' },
  },
  {
    name: 'a standard paragraph about what could be decided',
    text: `Harborview Health
March 9, 2026

Dear Ms. Lindqvist:

This is to confirm that we have your appeal of February 27, 2026. If we overturn our decision, we will tell your doctor at once. If we uphold our decision, we will tell you why and how to ask for an external review.`,
    expect: { outcome: 'not_an_answer', kind: 'acknowledgement', date: '2026-03-09' },
  },
]
