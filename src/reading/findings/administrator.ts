import type { Finding } from '../../base/span.ts'
import type { PayerName } from '../denial.ts'
import { NO_NAME, NOT_A_PAYER_LINE, ORGANISATION } from '../lexicon/organisations.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import type { ReadingContext } from './context.ts'
import { letterhead } from './letterhead.ts'
import { payerName } from './payer-name.ts'

type Named = Finding<PayerName>

/** Who wrote, and for whom. */
export interface Relation {
  readonly payer: Named | null
  readonly administrator: Named | null
}

/** A TPA, UM vendor or PBM that wrote or decided for the plan; null where the plan acts itself. */
export function administrator(ctx: ReadingContext, payer: Named | null): Named | null {
  const named = labelledAdministrator(ctx) ?? relationOf(ctx)?.administrator ?? null
  return named && named.value.name !== payer?.value.name ? named : null
}

const NAME = String.raw`((?:[A-Z][\w&.'’/-]*)(?:,?\s+(?:[A-Z][\w&.'’/-]*|of|and|for|the(?=\s[A-Z]))|(?:,\s+(?:Inc|LLC|L\.L\.C)\.?))*)`
/** An administrator may write its name in small letters ("eviCore healthcare"). */
const VENDOR = String.raw`((?:[A-Z]|[a-z]+[A-Z])[\w&.'’/-]*(?:\s+(?:[A-Z][\w&.'’/-]*|of|and|healthcare|health))*)`

const FORMS: readonly { readonly pattern: RegExp; readonly administrator: number | null; readonly payer: number | null }[] = [
  {
    pattern: new RegExp(
      String.raw`${NAME}\s+(?:uses|works with|contracts with|has contracted with|has partnered with)\s+${VENDOR}\s+(?:to|for)\b`,
    ),
    administrator: 2,
    payer: 1,
  },
  {
    pattern: new RegExp(
      String.raw`${VENDOR},?\s+(?:\([^)]*\)\s*)?(?:(?:the\s+)?(?:third[- ]party\s+|claims?\s+|plan\s+|benefits?\s+)?administrator\s+|acting\s+|writing\s+|is\s+writing\s+|reviews?\s+[\w ]{0,30}|makes\s+[\w ]{0,40}|provides\s+[\w ,]{0,50}|manages\s+[\w ,]{0,50}|administers\s+[\w ,]{0,50})?(?:on\s+behalf\s+of|for)\s+(?:your\s+(?:health\s+)?plan,?\s+|the\s+)?${NAME}`,
    ),
    administrator: 1,
    payer: 2,
  },
  {
    pattern: new RegExp(String.raw`\bon\s+behalf\s+of\s+(?:your\s+(?:health\s+)?plan,?\s+|the\s+)?${NAME}`),
    administrator: null,
    payer: 1,
  },
  {
    pattern: new RegExp(String.raw`${NAME},?\s+(?:is\s+)?(?:[Aa]dministered|[Mm]anaged)\s+by\s+${VENDOR}`),
    administrator: 2,
    payer: 1,
  },
  { pattern: new RegExp(String.raw`\b(?:[Aa]dministered|[Mm]anaged)\s+by:?\s+${VENDOR}`), administrator: 1, payer: null },
  {
    pattern: new RegExp(
      String.raw`\b(?:claims?|third[- ]party|plan|utilization review|pharmacy benefit)\s+(?:administrator|manager|agent|vendor)(?:\s+(?:is|for\s+[\w ]{2,40}\s+is))?[:,]?\s+${VENDOR}`,
    ),
    administrator: 1,
    payer: null,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:delegated|contracted|contracts|partnered|partners)\s+(?:[\w ]{0,40}\s)?(?:to|with)\s+${VENDOR}`,
    ),
    administrator: 1,
    payer: null,
  },
]

/** First sentence that states the relation; the letterhead is the administrator where only the plan is named. */
export function relationOf(ctx: ReadingContext): Relation | null {
  for (const s of ctx.sentences) {
    // The signature line stands under the last section, whatever that is about.
    const short = s.text.split(' ').length <= 12
    if (s.section === 'representative' || (s.section === 'external' && !short) || s.section === 'submission') continue
    for (const form of FORMS) {
      const m = form.pattern.exec(s.text)
      if (!m) continue
      const payer = form.payer === null ? null : named(ctx, s, m, form.payer, 'payer')
      const spoken = form.administrator === null ? null : named(ctx, s, m, form.administrator, 'administrator')
      if (form.payer !== null && !payer) continue
      if (form.payer === null && !spoken) continue
      const head = spoken ?? (payer ? letterhead(ctx) : null)
      const other = head && head.value.name !== payer?.value.name ? head : null
      return { payer, administrator: other }
    }
  }
  return null
}

function named(
  ctx: ReadingContext,
  s: Sentence,
  m: RegExpExecArray,
  group: number,
  role: 'payer' | 'administrator',
): Named | null {
  const name = m[group]
    ?.replace(/\s+(?:P\.?\s?O\b|\d).*$/, '')
    .replace(/[.,]$/, '')
    .replace(/\s+(?:of|and|for|the)$/, '')
  if (!name || name.length < 3 || NO_NAME.test(name)) return null
  const known = ctx.resolvers.payer(name) !== null
  const vendor = role === 'administrator'
  if (!known && ((!vendor && !ORGANISATION.test(name)) || NOT_A_PAYER_LINE.test(name) || (vendor && !/\s|[a-z][A-Z]/.test(name))))
    return null
  const from = s.text.indexOf(name, m.index)
  const range = rangeIn(ctx.letter, s, from, from + name.length)
  return finding(ctx.letter, payerName(ctx, name), range.start, range.end, 0.85)
}

function labelledAdministrator(ctx: ReadingContext): Named | null {
  const label = String.raw`(?:claims?|third[- ]party|plan|benefits?)\s+administrator|administrator|administered by|TPA|pharmacy benefit manager|PBM|utilization (?:review|management) (?:agent|vendor|company|organization)|delegated (?:reviewer|entity)|reviewed by`
  const l = labelled(ctx.letter, label).find(
    ({ text }) =>
      ctx.resolvers.payer(text) !== null ||
      (ORGANISATION.test(text) && !/\b(?:M\.?D|D\.?O|R\.?N|Dr)\b/.test(text) && text.length < 60),
  )
  if (!l) return null
  const name = l.text.replace(/[.,;]$/, '')
  return finding(ctx.letter, payerName(ctx, name), l.labelStart, l.start + name.length, 1)
}
