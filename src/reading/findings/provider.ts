import type { Finding } from '../../base/span.ts'
import { PROVIDER_LABELS } from '../lexicon/person-labels.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn } from '../text/sentences.ts'
import { ordinaryCase } from '../values/names.ts'
import type { ReadingContext } from './context.ts'

const CREDENTIAL = String.raw`(?:,?\s+(?:M\.?D\.?|D\.?O\.?|N\.?P\.?|P\.?A\.?(?:-C)?|Ph\.?D\.?|Psy\.?D\.?|D\.?P\.?M\.?|FNP(?:-C|-BC)?|APRN|LCSW|BCBA|DNP|RN|DDS|OD|PT|DPT|OTR|SLP)\b\.?)*`
const NAME = String.raw`(?:Dr\.?\s+|Doctor\s+)?[A-Z][\w.'’-]*(?:\s+(?:[A-Z&][\w.'’-]*|of|and|the|for|de))*${CREDENTIAL}`
const BY = new RegExp(
  String.raw`\b(?:prescribed|performed|ordered|requested|provided|rendered|recommended|administered|given|furnished|requested as urgent)\s+by\s+(?:your\s+(?:doctor|physician|provider),?\s+)?(${NAME})`,
)
const AT = new RegExp(String.raw`^\s+(?:at|of|from|with)\s+${NAME}`)
const FROM = new RegExp(
  String.raw`\b(?:services?|care|treatment|request|visit|consultation)\b[^.]{0,60}?\s(?:from|with)\s+(${NAME})`,
)
const YOURS = new RegExp(
  String.raw`\b(?:[Yy]our|[Tt]he member['’]s|[Tt]he patient['’]s)\s+(?:treating\s+|primary care\s+)?(?:doctor|provider|physician|prescriber|specialist|surgeon|therapist|clinic|hospital),?\s+(${NAME})`,
)
const PLACE =
  /\bat\s+((?:[A-Z][\w.'’&-]*\s+(?:(?:of|and|the|for)\s+)?){1,6}?(?:Hospital|Center|Clinic|Therapy|Institute|Surgery|Associates|Orthop\w+|Lodge|Care|Medicine|Imaging|Laborator\w+|Rehabilitation|Health|Group)\b(?:\s+(?:of\s+)?[A-Z][\w'’-]*)*)/
const DOCTOR = /\b(Dr\.?\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’.-]*){0,2})/
const NOT_A_PROVIDER =
  /^(?:your|the|you|our|member|id|number|npi|information|services?|appeals?|relations|portal|network|discount|paid|may|must|can|will|if|a)\b|^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/i

export function provider(ctx: ReadingContext): Finding<string> | null {
  for (const label of PROVIDER_LABELS)
    for (const l of labelled(ctx.letter, label)) {
      const name = nameIn(l.text)
      if (name)
        return finding(ctx.letter, ordinaryCase(name), l.place === 'below' ? l.start : l.labelStart, l.start + name.length, 1)
    }
  return inProse(ctx)
}

function nameIn(text: string): string | null {
  const name =
    text
      .split(/\s+(?:\(|NPI|Tax ID|TIN|Phone|Fax|#)|\s*[(;]|,\s+\d/)[0]
      ?.trim()
      .replace(/[.,]$/, '') ?? ''
  return /\p{L}{2}/u.test(name) && /^[A-Z]/.test(name) && name.length <= 90 && !NOT_A_PROVIDER.test(name) && !/\d{5}/.test(name)
    ? name
    : null
}

function inProse({ letter, sentences }: ReadingContext): Finding<string> | null {
  for (const s of sentences) {
    if (
      s.section === 'appeal' ||
      s.section === 'external' ||
      s.section === 'contact' ||
      s.section === 'submission' ||
      /^Dear\b/i.test(s.text)
    )
      continue
    const decided = /\b(?:reviewed|decision|determination)\b[^.]{0,40}\bby\b/i.test(s.text)
    const m = decided
      ? null
      : (BY.exec(s.text) ?? YOURS.exec(s.text) ?? FROM.exec(s.text) ?? PLACE.exec(s.text) ?? DOCTOR.exec(s.text))
    const name = m?.[1]?.replace(/[.,]$/, '')
    if (!m || !name || NOT_A_PROVIDER.test(name)) continue
    const from = m.index + m[0].indexOf(name)
    const at = AT.exec(s.text.slice(from + name.length))?.[0] ?? ''
    const whole = (name + at).replace(/[.,]$/, '')
    const range = rangeIn(letter, s, from, from + whole.length)
    return finding(letter, whole, range.start, range.end, 0.8)
  }
  return null
}
