import type { AnswerExample } from './example.ts'

/** Wordings of offices and committees, of which only the outcome and the date are checked. */
export const LAST: readonly AnswerExample[] = [
  {
    name: 'relief granted',
    text: `Office of Administrative Law\nInitial Decision\nDecision date: April 2, 2026\n\nPetitioner R.M. requested a hearing about home care hours. I FIND that the reduction was not supported. I ORDER that the agency's decision is REVERSED and 40 hours are restored.`,
    expect: { outcome: 'overturned', date: '2026-04-02' },
  },
  {
    name: 'exception allowed',
    text: `Summit Rx\nMay 7, 2026\n\nDear Ms. Cole:\n\nYour appeal for a formulary exception was successful. We have added rimegepant to your covered drugs until May 6, 2027.`,
    expect: { outcome: 'overturned', date: '2026-05-07' },
  },
  {
    name: 'unable to change',
    text: `Ironwood Employee Health Plan\nJuly 1, 2026\n\nDear Mr. Dube:\n\nWe read your appeal with care. We are unable to change our decision. The plan pays for one sleep study a year, and yours was the second.`,
    expect: { outcome: 'upheld', date: '2026-07-01' },
  },
  {
    name: 'claim paid in part',
    text: `Northern Lakes Insurance\nAugust 12, 2026\n\nRE: Appeal of claim 9931\n\nWe reviewed your appeal. We have paid the surgeon's charge. The assistant surgeon's charge is still denied, because the procedure does not need a second surgeon.`,
    expect: { outcome: 'partly_overturned', date: '2026-08-12' },
  },
  {
    name: 'not eligible for external review',
    text: `State Insurance Department\nSeptember 3, 2026\n\nDear Ms. Roth:\n\nWe received your request for external review. It is not eligible because the denial was not based on medical judgment. No review will take place.`,
    expect: { outcome: 'dismissed', date: '2026-09-03' },
  },
  {
    name: 'appeal sustained',
    text: `State Employee Health Commission\nDate: October 9, 2026\n\nThe appeal of the member is sustained. The plan shall cover the cochlear implant.`,
    expect: { outcome: 'overturned', date: '2026-10-09' },
  },
  {
    name: 'appeal rejected',
    text: `Tamarack Benefit Administrators\nNovember 2, 2026\n\nDear Ms. Boyd:\n\nYour level two appeal has been considered and rejected. The surgery is for appearance and not for function.`,
    expect: { outcome: 'upheld', date: '2026-11-02' },
  },
  {
    name: 'redetermination fully favorable',
    text: `Medicare Redetermination Notice\nDate: January 15, 2026\n\nDear Mr. Pratt:\n\nThis letter is about your appeal of a denied claim. Our decision is fully favorable to you. Payment will be made within 30 days.`,
    expect: { outcome: 'overturned', date: '2026-01-15' },
  },
  {
    name: 'unfavorable redetermination',
    text: `Medicare Redetermination Notice\nDate: February 20, 2026\n\nDear Mrs. Yoon:\n\nThis letter is about your appeal for a power scooter. Our decision is unfavorable. The notes do not say that you cannot use a cane or walker at home.\n\nYou may ask for a reconsideration within 180 days of receiving this letter.`,
    expect: { outcome: 'upheld', date: '2026-02-20' },
  },
  {
    name: 'acknowledged with a promise',
    text: `Blue Mesa Health Cooperative\nMarch 1, 2026\n\nDear Ms. Fontaine:\n\nYour appeal has been assigned to a specialist. You will receive the outcome, approved or denied, by March 28, 2026.`,
    expect: { outcome: 'not_an_answer', date: '2026-03-01' },
  },
]
