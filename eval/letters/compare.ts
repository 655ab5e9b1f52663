/** How a value that was read is compared with its label. Each rule is stated in `RULES`. */
import type { DenialReading } from '../../src/reading/denial.ts'
import type { Labels } from './labelled.ts'

export const RULES = [
  'text: case, punctuation and spacing ignored; the label may add a remark in brackets',
  'numbers: letters and digits only; the value read must be one of the label’s words',
  'service: at least 60 % of the label’s words (codes count as words) are in the value, and at least 40 % of the value’s words are in the label',
  'address: same box or street number, same ZIP, and 70 % of the label’s words',
  'reasons: each category counts by itself',
  'deadline: same duration, same date; what it is counted from is its own row',
  'a value where the label is null is a false positive; a wrong value is a false positive and a miss',
  'quote: one of the two quotes contains the other, spacing ignored (share of right values)',
] as const

const squeeze = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[\p{L}\d.]+(?<!\.)/gu) ?? []
const withoutRemark = (text: string) => text.replace(/\s*\([^)]*\)\s*$/, '')

export const sameText = (value: string, label: string) => [label, withoutRemark(label)].some((l) => squeeze(l) === squeeze(value))
export const sameNumber = (value: string, label: string) =>
  squeeze(value) === squeeze(label) || label.split(/[\s()]+/).some((word) => squeeze(word) === squeeze(value))

export function sameService(value: string, label: string): boolean {
  const [v, l] = [new Set(words(value)), new Set(words(label))]
  const common = [...l].filter((w) => v.has(w)).length
  return common >= 0.6 * l.size && common >= 0.4 * v.size
}

export function sameAddress(value: string, label: string): boolean {
  const bare = withoutRemark(label)
  const [v, l] = [new Set(words(value)), words(bare)]
  return l.filter((w) => /^\d/.test(w)).every((w) => v.has(w)) && l.filter((w) => v.has(w)).length >= 0.7 * l.length
}

export const sameQuote = (a: string, b: string) => {
  const [x, y] = [a, b].map((t) => t.replace(/\s+/g, ' ').trim().toLowerCase())
  return (x ?? '').includes(y ?? '') || (y ?? '').includes(x ?? '')
}

export interface Comparison {
  readonly field: string
  readonly read: { readonly value: string; readonly quote: string } | null
  readonly label: { readonly value: string; readonly quote: string } | null
  readonly same: (value: string, label: string) => boolean
}

const shown = <T>(f: { readonly value: T; readonly span: { readonly quote: string } } | null, value: (v: T) => string = String) =>
  f && { value: value(f.value), quote: f.span.quote }

/** Every comparison that one letter's labels allow, reasons apart. */
export function comparisons(d: DenialReading | null, l: Labels): Comparison[] {
  const deadline = d?.appealDeadline ?? null
  const window = deadline && { value: deadline.value.duration ?? deadline.value.date ?? '', quote: deadline.span.quote }
  const from = deadline?.value.countedFrom ? { value: deadline.value.countedFrom, quote: deadline.span.quote } : null
  const labelFrom = l.appeal_deadline?.counted_from
    ? { value: l.appeal_deadline.counted_from, quote: l.appeal_deadline.quote }
    : null
  const channel = shown(d?.appealPhone ?? null) ?? shown(d?.appealPortal ?? null)
  const exact = (a: string, b: string) => a === b
  const always: Comparison[] = [
    { field: 'payer', read: shown(d?.payer ?? null, (p) => p.name), label: l.payer, same: sameText },
    { field: 'planType', read: shown(d?.planType ?? null), label: l.plan_type, same: sameText },
    { field: 'memberId', read: shown(d?.memberId ?? null), label: l.member_id, same: sameNumber },
    { field: 'referenceNumber', read: shown(d?.referenceNumber ?? null), label: l.claim_or_reference_number, same: sameNumber },
    { field: 'service', read: shown(d?.service ?? null), label: l.service, same: sameService },
    { field: 'noticeDate', read: shown(d?.noticeDate ?? null), label: l.notice_date, same: exact },
    { field: 'appealDeadline', read: window, label: l.appeal_deadline, same: exact },
    { field: '· countedFrom', read: from, label: labelFrom, same: exact },
    { field: 'appealAddress', read: shown(d?.appealAddress ?? null), label: l.appeal_address, same: sameAddress },
    { field: 'appealFax', read: shown(d?.appealFax ?? null), label: l.appeal_fax, same: sameText },
    {
      field: 'appealPhone/Portal',
      read: channel,
      label: l.appeal_other_channel,
      same: (v, x) => squeeze(x).includes(squeeze(v)),
    },
    { field: 'appealLevel', read: shown(d?.appealLevel ?? null), label: l.level, same: exact },
  ]
  const own: (Comparison | false)[] = [
    l.administrator !== undefined && {
      field: 'administrator',
      read: shown(d?.administrator ?? null, (p) => p.name),
      label: l.administrator,
      same: sameText,
    },
    l.patient !== undefined && { field: 'patient', read: shown(d?.patient ?? null), label: l.patient, same: sameText },
    l.group_number !== undefined && {
      field: 'groupNumber',
      read: shown(d?.groupNumber ?? null),
      label: l.group_number,
      same: sameNumber,
    },
    l.provider !== undefined && { field: 'provider', read: shown(d?.provider ?? null), label: l.provider, same: sameService },
    l.reviewer !== undefined && { field: 'reviewer', read: shown(d?.reviewer ?? null), label: l.reviewer, same: sameService },
  ]
  return [...always, ...own.filter((c) => c !== false)]
}
