import type { Outcome } from '../base/outcome.ts'
import type { MailSheet } from '../packet/mailSheet.ts'

/** What the engine's threads do for sending; loaded at the first use. */
export const pageCount = async (pdf: Uint8Array): Promise<Outcome<number>> =>
  (await import('../infra/pdf/pageCount.ts')).pageCount(pdf)

export const mailSheetPdf = async (sheet: MailSheet): Promise<Outcome<Uint8Array>> =>
  (await import('../infra/typesetting/mailSheetPdf.ts')).mailSheetPdf(sheet)
