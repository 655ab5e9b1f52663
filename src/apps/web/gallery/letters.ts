import { addDays, type CivilDate } from '../../../base/date.ts'

/** Everything here is invented: nobody and no plan of this name exists. */
const day = (date: CivilDate): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' })

export const denialText = (today: CivilDate): string => `Halloway Mutual Health Plan
Utilization Management
P.O. Box 4410, Tyler, TX 75702

${day(addDays(today, -20))}

Rosalind Achterberg-Villanueva
88 Pecan Hollow Road
Tyler, TX 75701

Member: Rosalind Achterberg-Villanueva
Member ID: HMX 5520 9917 04
Case Reference: HM-UM-2611-70312
Coverage: Employer group plan, self-funded, administered under ERISA
Requested service: ocrelizumab (Ocrevus) 300 mg, J2350
Diagnosis: G35.A Relapsing-remitting multiple sclerosis
Requesting provider: Imogen Tresslefield, MD

Notice of Adverse Benefit Determination

We have denied your request for ocrelizumab (Ocrevus). Our policy requires a trial of two preferred disease-modifying
drugs first. The records we received do not show that step therapy was completed.

This decision was made by Corwin Hale, MD, a plan medical director.

You may appeal within 180 days of the date you receive this letter. Send your appeal to:
Halloway Mutual Health Plan, Appeals Department, P.O. Box 4411, Tyler, TX 75702
Fax 1-800-555-0138
`

export const recordText = (today: CivilDate): string => `Cedar Bayou Neurology
Visit note, ${day(addDays(today, -34))}
Patient: Rosalind Achterberg-Villanueva. Date of birth: 04/17/1988.
Assessment: relapsing-remitting multiple sclerosis (G35.A).
She took glatiramer acetate 40 mg from March 2024 to January 2025 and had two relapses on it.
She took dimethyl fumarate 240 mg from February 2025 to September 2025 and stopped because of severe flushing and vomiting.
EDSS 3.0 on ${day(addDays(today, -34))}.
Plan: ocrelizumab 300 mg IV on day 1 and day 15.
Imogen Tresslefield, MD
`

export const answerText = (today: CivilDate): string => `Halloway Mutual Health Plan
${day(addDays(today, -1))}
Re: Appeal for Rosalind Achterberg-Villanueva, Member ID HMX 5520 9917 04, Case Reference HM-UM-2611-70312

We have completed our review of your appeal. We have decided to uphold our original decision. The request for ocrelizumab
(Ocrevus) remains denied because the records do not show that step therapy was completed.

You may ask for an external review by an independent review organization within four months of this letter.
`

export const RECEIPT_TEXT =
  'Thank you for your order of two garden chairs. They leave our store on Monday. Keep this receipt for returns.'
