import type { AnswerExample } from './example.ts'

/** Decisions on appeals in differing words; the rules were written with these at hand. */
export const FIRST: readonly AnswerExample[] = [
  {
    name: 'plainly overturned',
    text: `Lakeshore Mutual Health Plan
Appeals Department

April 6, 2026

Re: Appeal of Denise Okafor, member ID LM4410982

Dear Ms. Okafor:

We received your appeal on March 12, 2026. After a full review we have overturned our original denial. Ubrogepant 100 mg is now approved from April 6, 2026 through April 5, 2027.

Your appeal was reviewed by a board-certified neurologist who was not part of the first decision.

Sincerely,
Appeals Department`,
    expect: { outcome: 'overturned', date: '2026-04-06', decides: 'overturned our original denial', reviewer: 'neurologist' },
  },
  {
    name: 'upheld with reason and second level',
    text: `Pine Valley Insurance Company
Member Appeals

Date: 02/17/2026

Member: Alan Brandt   ID: PV-2209-11

Dear Mr. Brandt,

This letter is about the appeal you filed on January 20, 2026 for a lumbar MRI.

We have decided to uphold our denial. The records you sent do not show six weeks of physical therapy before the scan, as our guideline SP-14 asks.

The decision was made by Karen Holt, MD, a specialist in physical medicine.

If you do not agree you may ask for a second-level appeal within 60 days of receiving this letter.`,
    expect: {
      outcome: 'upheld',
      date: '2026-02-17',
      decides: 'uphold our denial',
      reason: 'six weeks of physical therapy',
      window: 'P60D',
      reviewer: 'Karen Holt',
    },
  },
  {
    name: 'approved in part',
    text: `Redstone Community Health Plan
May 4, 2026

NOTICE OF APPEAL RESOLUTION

Dear Mr. Iverson:

You appealed our decision about 60 visits of speech therapy. We are changing part of our decision. We approve 24 visits through December 31, 2026. The other 36 visits remain denied because the progress notes do not show that more visits are needed now.

You can ask for a State Fair Hearing within 120 days from the date on this notice.`,
    expect: {
      outcome: 'partly_overturned',
      date: '2026-05-04',
      decides: 'changing part of our decision',
      reason: 'progress notes do not show',
      window: 'P120D',
    },
  },
  {
    name: 'only an acknowledgement',
    text: `Harborview Health
March 3, 2026

Dear Ms. Lindqvist:

Thank you for contacting us. We received your appeal on February 27, 2026. Your appeal number is A-77120.

We will review your appeal and send you our decision in writing within 30 days. You may send more information at any time before then.`,
    expect: { outcome: 'not_an_answer', kind: 'acknowledgement', date: '2026-03-03' },
  },
  {
    name: 'dismissed as late',
    text: `Cedar Plains Health Plan
June 9, 2026

Re: Your appeal request

Dear Mr. Abbas:

We are dismissing your appeal. Your request came after the 180 days allowed for filing. Our notice of denial is dated September 3, 2025.

If you had good cause for filing late, you may ask us to reopen your appeal within 60 days of this letter.`,
    expect: { outcome: 'dismissed', date: '2026-06-09', decides: 'dismissing your appeal', reason: '180 days allowed' },
  },
  {
    name: 'Medicare plan, still no',
    text: `Notice of Denial of Medicare Part D Redetermination
Summit Rx Medicare

Date: July 2, 2026
Enrollee: Rosa Deleon

We reviewed your request for redetermination. Our answer is still no. We cannot approve semaglutide because the drug is asked for weight loss alone, which Part D may not cover.

You may ask the Independent Review Entity for a reconsideration within 65 calendar days of the date of this notice.`,
    expect: {
      outcome: 'upheld',
      date: '2026-07-02',
      decides: 'Our answer is still no',
      reason: 'weight loss alone',
      window: 'P65D',
    },
  },
  {
    name: 'reviewer outside reverses',
    text: `Meridian Independent Review
Final External Review Decision

Decision date: August 14, 2026

Health plan: Lakeshore Mutual
Case: ER-40092

The reviewer is a physician board certified in medical oncology.

Determination: The health plan's denial is REVERSED. The requested treatment is medically necessary for this patient.`,
    expect: { outcome: 'overturned', date: '2026-08-14', decides: 'REVERSED', reviewer: 'medical oncology' },
  },
  {
    name: 'more time is taken',
    text: `Pine Valley Insurance Company
January 28, 2026

Dear Ms. Alvarez:

We need more time to decide your appeal. We are extending the time by 14 days because we have asked your doctor for chart notes. You will have our decision by February 14, 2026.`,
    expect: { outcome: 'not_an_answer', kind: 'extension', date: '2026-01-28' },
  },
  {
    name: 'earlier denial is told before the reversal',
    text: `Golden Prairie Health
Appeals and Grievances
September 21, 2026

Dear Dr. Mensah:

On July 30, 2026 we denied your request for an insulin pump because the records did not show four injections a day. You asked us to look again.

With the glucose logs that you sent, the request now meets our criteria. The denial has been reversed and the pump is authorized under number 88-410-22.`,
    expect: { outcome: 'overturned', date: '2026-09-21', decides: 'denial has been reversed' },
  },
  {
    name: 'second level, final',
    text: `Tamarack Benefit Administrators
October 5, 2026

FINAL INTERNAL ADVERSE BENEFIT DETERMINATION

Dear Mr. Petrov:

The appeals committee met on October 1, 2026 and voted to uphold the denial of proton beam therapy. The plan excludes treatment that is investigational for prostate cancer. See section 7.2 of the plan document.

You may request an external review within four months of the date you receive this letter.`,
    expect: {
      outcome: 'upheld',
      date: '2026-10-05',
      decides: 'uphold the denial',
      reason: 'investigational',
      window: 'P4M',
    },
  },
  {
    name: 'in Spanish, upheld',
    text: `Plan de Salud Comunitario
12 de marzo de 2026

Estimada Sra. Rojas:

Revisamos su apelación sobre la terapia ocupacional. Decidimos mantener nuestra decisión de negar el servicio porque las notas no muestran progreso.

Usted puede pedir una audiencia estatal dentro de 120 días de la fecha de esta carta.`,
    expect: {
      outcome: 'upheld',
      date: '2026-03-12',
      decides: 'mantener nuestra decisión',
      reason: 'las notas no muestran progreso',
      window: 'P120D',
    },
  },
  {
    name: 'a bill is not an answer',
    text: `Northgate Imaging
Statement date: November 2, 2026

Patient: Grace Uchenna
Balance due: $412.50

Please pay this amount by November 30, 2026.`,
    expect: { outcome: 'not_an_answer', kind: 'other', date: '2026-11-02' },
  },
]
