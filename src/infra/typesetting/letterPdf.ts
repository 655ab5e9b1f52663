import { type Outcome, ok } from '../../base/outcome.ts'
import type { Letter } from '../../document/letter.ts'
import { type LetterSignature, pictureFiles } from '../../packet/attestationSigner.ts'
import { Ink } from '../../packet/ink.ts'
import { letterView } from '../../packet/letterView.ts'
import type { LetterMeta } from '../../packet/plan.ts'
import { type Typeset, typeset } from './compiler.ts'
import { fonts } from './fonts.ts'

/** The letter as tagged PDF/UA-1. Warnings name parts with characters that could not be shown. */
export async function letterPdf(letter: Letter, meta: LetterMeta): Promise<Outcome<Uint8Array>> {
  const set = await letterPages(letter, meta)
  return set.ok ? ok(new Uint8Array(set.value.pdf), set.warnings) : set
}

/** The same with its page count, from which a packet's page numbers can be told ahead. */
export async function letterPages(
  letter: Letter,
  meta: LetterMeta,
  signatures: readonly LetterSignature[] = [],
): Promise<Outcome<Typeset>> {
  const ink = new Ink(fonts().has)
  const view = letterView(letter, ink, signatures)
  const data = {
    title: view.title,
    author: ink.line(meta.author, 'author'),
    language: meta.language,
    footer: footerText(meta.reference, ink),
    letter: view,
  }
  const set = await typeset({
    template: 'letter-only.typ',
    data,
    numbers: null,
    today: meta.today,
    files: pictureFiles(signatures),
  })
  return set.ok ? ok(set.value, [...set.warnings, ...ink.warnings()]) : set
}

/** The only identifier in the running foot is the payer's own number. */
export const footerText = (reference: string | null, ink: Ink): string =>
  reference ? `Reference ${ink.line(reference, 'reference number')}` : ''
