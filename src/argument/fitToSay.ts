import type { Brief } from './brief.ts'
import { treatedDiagnosis } from './diagnosis.ts'

/** Matters that a letter about another condition does not bring up. */
const PRIVATE = /suicid|self-harm|overdose|abortion|\bHIV\b|alcohol|substance|psychiatric|sexual|domestic violence/i

/** Whether the treated diagnosis is one of the ICD-10-CM chapter on mental and behavioral disorders. */
export const concernsMind = (brief: Brief): boolean => /^F/.test(treatedDiagnosis(brief.facts, brief.treatment)?.value.code ?? '')

/** Whether words of the chart belong in a letter about this condition. */
export const fitToSay = (words: string, brief: Brief): boolean => concernsMind(brief) || !PRIVATE.test(words)
