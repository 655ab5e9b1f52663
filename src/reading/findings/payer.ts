import type { Finding } from '../../base/span.ts'
import type { PayerName } from '../denial.ts'
import { NO_NAME, NOT_A_PAYER_LINE, ORGANISATION } from '../lexicon/organisations.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { relationOf } from './administrator.ts'
import { appealAddress } from './appeal-address.ts'
import type { ReadingContext } from './context.ts'
import { letterhead, organisationIn } from './letterhead.ts'
import { payerName } from './payer-name.ts'

type Named = Finding<PayerName>

/** The plan that denied: labelled, else named as the one acted for, else the letterhead, else the signature. */
export function payer(ctx: ReadingContext): Named | null {
  return (
    labelledPayer(ctx, PAYER_LABEL) ??
    relationOf(ctx)?.payer ??
    letterhead(ctx) ??
    labelledPayer(ctx, PLAN_LABEL) ??
    signature(ctx) ??
    inProse(ctx) ??
    policyOwner(ctx) ??
    addressee(ctx)
  )
}

const PAYER_LABEL = {
  rank: 0,
  label: String.raw`payer(?:\s*name)?|payor(?:\s*name)?|insurance (?:company|carrier|plan)|insurer|health (?:plan|insurer)(?:\s*name)?|carrier|plan name|aseguradora`,
}
/** "Plan: Silver 70 HMO" is as often a product as a payer. */
const PLAN_LABEL = { rank: 1, label: 'plan|insurance|issuer' }

function labelledPayer(ctx: ReadingContext, { rank, label }: typeof PAYER_LABEL): Named | null {
  for (const l of labelled(ctx.letter, label)) {
    const name = l.text.replace(/\s*\([a-z][^)]*\)$/, '').replace(/[.,;]$/, '')
    if (!/^\p{L}/u.test(name) || NO_NAME.test(name) || /\d{4}/.test(name) || name.length > 80 || name.split(' ').length > 10)
      continue
    if (rank > 0 && !ORGANISATION.test(name) && !ctx.resolvers.payer(name)) continue
    return finding(
      ctx.letter,
      payerName(ctx, name),
      l.place === 'below' ? l.start : l.labelStart,
      l.start + name.length,
      rank === 0 ? 1 : 0.8,
    )
  }
  return null
}

/** The last lines: "Sincerely, Medical Review, Evergreen Health Plan". */
function signature(ctx: ReadingContext): Named | null {
  const printed = ctx.letter.lines.filter((l) => l.cells.length > 0)
  const close = printed.findLastIndex((l) =>
    /^(?:Sincerely|Respectfully|Regards|Thank you|Atentamente)/i.test(l.cells[0]?.text ?? ''),
  )
  for (const line of close >= 0 ? printed.slice(close + 1, close + 8) : printed.slice(-2))
    for (const cell of line.cells) {
      const parts = cell.text.split(/,\s+|\s+[—–-]\s+/)
      for (const part of parts) {
        const start = cell.start + cell.text.indexOf(part)
        const found = organisationIn(ctx, { ...cell, text: part, start })
        if (found) return { ...found, confidence: 0.7 }
      }
    }
  return null
}

const ORG = String.raw`((?:[A-Z][\w&.'’-]*|of|and|the|for)(?:\s+(?:[A-Z][\w&.'’-]*|of|and|the|for))*(?:\s+\([A-Z][A-Z-]{1,9}\))?)`
const PROSE = [
  // "Ask Copperfield Advantage (HMO) for an appeal", "2 kinds of appeals with …": the plan's own name in a model notice.
  new RegExp(
    String.raw`\b[Aa]sk(?:ing)?\s+${ORG}\s+(?:for\s+an?\s+(?:\w+\s+)?(?:appeal|review|reconsideration|redetermination)|to\s+(?:review|reconsider))`,
  ),
  new RegExp(String.raw`\bappeals?\s+with\s+${ORG}`),
  new RegExp(String.raw`\b[Yy]our\s+(?:[\w-]+\s+){0,4}?(?:plan|insurer),\s+${ORG}(?=,)`),
  new RegExp(
    String.raw`(?:member of|enrolled in|coverage (?:with|through|under)|insured (?:by|through)|choosing|submitted to|received by)\s+${ORG}`,
  ),
  new RegExp(String.raw`^${ORG}\s+(?:has|have|is|received|reviewed|denied|cannot|can’t|can't|does not|did not|will not)\b`),
]

function inProse(ctx: ReadingContext): Named | null {
  for (const s of ctx.sentences)
    for (const pattern of PROSE) {
      const m = pattern.exec(s.text)
      const name = m?.[1]?.replace(/^(?:the|of|and|for)\s+/i, '').replace(/\s+(?:the|of|and|for)$/i, '')
      if (
        !m ||
        !name ||
        name.split(' ').length < 2 ||
        NO_NAME.test(name) ||
        NOT_A_PAYER_LINE.test(name) ||
        !ORGANISATION.test(name)
      )
        continue
      const offset = s.text.indexOf(name, m.index)
      const start = s.at[offset]
      const end = s.at[offset + name.length - 1]
      if (start === undefined || end === undefined) continue
      return finding(ctx.letter, payerName(ctx, name), start, end + 1, 0.6)
    }
  return null
}

/** Nothing else names the plan: the name over the address that appeals go to. */
function addressee(ctx: ReadingContext): Named | null {
  const address = appealAddress(ctx)
  const name = address?.value.split(/,\s+/)[0]
  const at = address && name ? ctx.letter.text.indexOf(name) : -1
  if (!name || at < 0) return null
  const found = organisationIn(ctx, { start: at, end: at + name.length, text: name, column: 0 })
  return found && { ...found, confidence: 0.6 }
}

/** "Based on Cigna's Medical Coverage Policies …": whose rules were applied, where the registry knows the name. */
function policyOwner(ctx: ReadingContext): Named | null {
  const lead = /\b(?:based on|per|under|according to|(?:does not|do not) meet)\s+(?:the\s+)?((?:[A-Z][\w&.-]*\s?){1,5})/gi
  for (const s of ctx.sentences)
    for (const m of s.text.matchAll(lead)) {
      const words = (m[1] ?? '').trim().split(/\s+/)
      for (let n = Math.min(words.length, 4); n > 0; n--) {
        const name = words.slice(0, n).join(' ')
        if (NO_NAME.test(name)) break
        if (!/^[A-Z]/.test(name) || !ctx.resolvers.payer(name)) continue
        const from = m.index + m[0].indexOf(name)
        const start = s.at[from]
        const end = s.at[from + name.length - 1]
        if (start !== undefined && end !== undefined) return finding(ctx.letter, payerName(ctx, name), start, end + 1, 0.5)
      }
    }
  return null
}
