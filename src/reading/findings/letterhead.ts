import type { Finding } from '../../base/span.ts'
import type { PayerName } from '../denial.ts'
import { AGENCY, LETTERHEAD_TAIL, NO_NAME, NOT_A_PAYER_LINE, ORGANISATION } from '../lexicon/organisations.ts'
import { finding } from '../text/letter-text.ts'
import type { Cell } from '../text/lines.ts'
import { ordinaryCase } from '../values/names.ts'
import type { ReadingContext } from './context.ts'
import { payerName } from './payer-name.ts'

type Named = Finding<PayerName>

/** The head of the letter: everything above the first label, salutation or twelve printed lines. */
export function letterhead(ctx: ReadingContext): Named | null {
  let printed = 0
  for (const line of ctx.letter.lines) {
    const first = line.cells[0]
    if (!first) continue
    if (/^(?:Dear|Estimad|RE\s*:|To\s*:)/i.test(first.text) || ++printed > 12) return null
    for (const cell of line.cells) {
      const found =
        organisationIn(ctx, cell) ??
        agency(ctx, cell, line.index) ??
        (printed === 1 ? overItsAddress(ctx, cell, line.index) : null)
      if (found) return found
    }
    if (/^[\p{L} #]{2,30}:\s*\S/u.test(first.text) && line.cells.length === 1 && printed > 6) return null
  }
  return null
}

/** The first line of all, in capitals, with a box or street right under it: "AETNA / P.O. Box 981106". */
function overItsAddress(ctx: ReadingContext, cell: Cell, index: number): Named | null {
  const under = ctx.letter.lines[index + 1]?.cells[0]?.text ?? ''
  const capitals = /^[\p{Lu}\d&.' -]{3,50}$/u.test(cell.text)
  if (!capitals || NOT_A_PAYER_LINE.test(cell.text) || !/^(?:P\.?\s?O\.?\s?Box|\d{1,5} \p{L})/iu.test(under)) return null
  return finding(ctx.letter, payerName(ctx, cell.text), cell.start, cell.end, 0.7)
}

/** "Department of Medical Assistance", with "State of …" over it. */
function agency(ctx: ReadingContext, cell: Cell, index: number): Named | null {
  if (!AGENCY.test(ordinaryCase(cell.text)) || cell.text.length > 80) return null
  const above = ctx.letter.lines[index - 1]?.cells[0]
  const start = above && /^(?:state|commonwealth) of \p{L}[\p{L} ]*$/iu.test(above.text) ? above.start : cell.start
  return finding(ctx.letter, payerName(ctx, ctx.letter.text.slice(start, cell.end)), start, cell.end, 0.8)
}

/** The organisation a cell names, without the department printed behind it; null for titles and addresses. */
export function organisationIn(ctx: ReadingContext, cell: Cell): Named | null {
  const text = cell.text.replace(/^#+\s*/, '').replace(/\*\*/g, '')
  const name = text.replace(LETTERHEAD_TAIL, '').replace(/[,.]$/, '').trim()
  if (name.length < 3 || name.length > 70 || !/^\p{L}/u.test(name) || /^(?:per|under|by|if|no|your|based)\b/i.test(name))
    return null
  if (NO_NAME.test(name) || /\)/.test(name) !== /\(/.test(name)) return null
  const known = ctx.resolvers.payer(name) !== null
  if (!known && (NOT_A_PAYER_LINE.test(name) || !ORGANISATION.test(name) || /[.;]\s/.test(name))) return null
  if (!known && !name.split(/\s+/).every((w) => /^[\p{Lu}\d&(+-]|^(?:of|and|the|for|in|by|de|del|la|a)$/u.test(w))) return null
  const start = cell.start + cell.text.indexOf(name)
  return finding(ctx.letter, payerName(ctx, name), start, start + name.length, known ? 0.95 : 0.8)
}
