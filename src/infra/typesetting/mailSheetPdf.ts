import { type Outcome, ok } from '../../base/outcome.ts'
import { Ink } from '../../packet/ink.ts'
import { type MailSheet, mailView } from '../../packet/mailSheet.ts'
import { typeset } from './compiler.ts'
import { fonts } from './fonts.ts'

/** The certified-mail kit: a sheet to keep and an address page for the envelope. */
export async function mailSheetPdf(sheet: MailSheet): Promise<Outcome<Uint8Array>> {
  const ink = new Ink(fonts().has)
  const view = mailView(sheet, ink)
  const data = { ...view, author: view.from[0] ?? '', language: 'en-US' }
  const set = await typeset({ template: 'mail.typ', data, numbers: null, today: sheet.today, files: new Map() })
  return set.ok ? ok(new Uint8Array(set.value.pdf), [...set.warnings, ...ink.warnings()]) : set
}
