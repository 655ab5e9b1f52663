import type { Subject } from './subject.ts'

const LABEL_WORDS = /\b(labels?|labeled|compendi\w*|formulary|pharmac\w*|drugs?|agents?|dose|fills?|fill history)\b/i
const SERVICE_WORDS = /\btherapy services\b/i
export const MEDICARE_WORDS = /\bMedicare\b/

/**
 * Whether words written for many treatments can be said of this one: nothing of labels and drugs where
 * no label exists, nothing of therapy services to a drug, nothing of Medicare where no Medicare plan is shown.
 */
export function fits(subject: Subject, text: string): boolean {
  if (!subject.treatment.fdaLabelApplicable && LABEL_WORDS.test(text)) return false
  if (subject.treatment.fdaLabelApplicable && SERVICE_WORDS.test(text)) return false
  return !MEDICARE_WORDS.test(text) || subject.coverages.some((c) => c.family === 'medicare')
}
