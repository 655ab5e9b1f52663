import type { Finding } from '../../base/span.ts'
import { FAX_ABOVE, FOR_APPEALS, NOT_FOR_APPEALS, OTHER_PURPOSE } from '../lexicon/appeal-routes.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { sectionsOf } from '../text/sections.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import { phonesIn } from '../values/phones.ts'
import type { ReadingContext } from './context.ts'
import type { NextStep } from './next-step.ts'

const APPEAL_PLACES = new Set<Sentence['section']>(['appeal', 'expedited'])

export const appealFax = (ctx: ReadingContext, next: NextStep = 'plan'): Finding<string> | null =>
  numberFor(ctx, 'fax', next) ?? inColumns(ctx, 'fax', next) ?? faxAbove(ctx)
export const appealPhone = (ctx: ReadingContext, next: NextStep = 'plan'): Finding<string> | null =>
  numberFor(ctx, 'phone', next) ?? inColumns(ctx, 'phone', next)

const LABELS = {
  fax: String.raw`(?:appeals?\s+)?(?:by\s+)?(?:fax|facsimile)(?:\s*(?:number|no\.?))?`,
  phone: String.raw`(?:appeals?\s+)?(?:by\s+)?(?:phone|telephone|tel|call)(?:\s*(?:number|no\.?))?|tel[ée]fono`,
}

/** A form's columns: "Fax:     305-555-0190" in the part about appeals, or "Appeals fax" anywhere. */
function inColumns({ letter }: ReadingContext, kind: 'fax' | 'phone', next: NextStep): Finding<string> | null {
  const sections = sectionsOf(letter)
  const found = labelled(letter, LABELS[kind]).flatMap((l) => {
    const line = letter.lines.findIndex((x) => x.start <= l.labelStart && x.end >= l.labelStart)
    const section = sections[line] ?? 'other'
    const p = phonesIn(l.text)[0]
    if (
      !p ||
      p.start > 3 ||
      !(APPEAL_PLACES.has(section) || (next === 'outside' && section === 'external') || /appeal/i.test(l.label))
    )
      return []
    return { l, p, urgent: section === 'expedited' || /fast|expedit/i.test(letter.lines[line]?.cells[0]?.text ?? '') }
  })
  const chosen = found.find((f) => !f.urgent) ?? found[0]
  return chosen
    ? finding(letter, chosen.p.value, chosen.l.labelStart, chosen.l.start + chosen.p.end, chosen.urgent ? 0.6 : 0.9)
    : null
}

/** The number of one kind that is given for appeals, not for questions, hearings or claims. */
function numberFor({ letter, sentences }: ReadingContext, kind: 'fax' | 'phone', next: NextStep): Finding<string> | null {
  const found = sentences.flatMap((s, i) => {
    const lower = s.text.toLowerCase()
    const lead = s.lead?.toLowerCase() ?? ''
    const named = FOR_APPEALS.test(lower) || FOR_APPEALS.test(lead) || goesOn(sentences, i)
    const outside = next === 'outside' && s.section === 'external'
    const place = APPEAL_PLACES.has(s.section) || outside
    if (
      s.section === 'opening' &&
      !/\bappeals?\b/.test(lower + lead) &&
      !tellsHowToAppeal(sentences.slice(Math.max(0, i - 3), i))
    )
      return []
    const refused = outside ? OTHER_PURPOSE : NOT_FOR_APPEALS
    if ((!named && !place) || (!outside && s.section === 'external') || refused.test(lower)) return []
    if (!named && FOR_QUESTIONS.test(lower)) return []
    if (!named && NOT_FOR_APPEALS.test(sentences[i - 1]?.text.toLowerCase() ?? '') && s.kind === 'label') return []
    return phonesIn(s.text).flatMap((p) => {
      const before = s.text.slice(0, p.start).toLowerCase()
      const words =
        [...before.matchAll(/\b(fax(?:ed|ing)?|facsimile|tty|tdd|phone|telephone|call(?:ing)?|tel|llam\w+|tel[ée]fono)\b/g)].at(
          -1,
        )?.[1] ?? ''
      const isFax = /^(?:fax|facs)/.test(words)
      if (
        /^t(?:ty|dd)/.test(words) ||
        isFax !== (kind === 'fax') ||
        (kind === 'phone' && !words && !/\bappeals?\s*:\s*$/.test(before))
      )
        return []
      return [{ s, p, urgent: s.section === 'expedited' || /expedit|urgent|fast/.test(lower), named }]
    })
  })
  const chosen = found.find((f) => !f.urgent && f.named) ?? found.find((f) => !f.urgent) ?? found[0]
  if (!chosen) return null
  const range = rangeIn(letter, chosen.s, chosen.s.kind === 'label' ? 0 : chosen.p.start, chosen.p.end)
  return finding(letter, chosen.p.value, range.start, range.end, chosen.urgent ? 0.6 : 0.9)
}

/** "You may appeal in writing … Mail: … Fax 855-555-0172.": the sentence goes on about how to appeal. */
function goesOn(sentences: readonly Sentence[], i: number): boolean {
  if (
    !/^(?:or |by |via |you (?:can|may) (?:also )?)?(?:fax|facsimile|phone|call|telephone|e-?mail|mail|online)\b/i.test(
      sentences[i]?.text ?? '',
    )
  )
    return false
  return sentences
    .slice(Math.max(0, i - 3), i)
    .some((s) => FOR_APPEALS.test(s.text.toLowerCase()) && !NOT_FOR_APPEALS.test(s.text.toLowerCase()))
}

/** "An appeal may be requested within 180 days": more than a department's name. */
const tellsHowToAppeal = (before: readonly Sentence[]): boolean =>
  before.some((s) => /\bappeals?\b/i.test(s.text) && /\b(?:may|can|must|days|months|request|send|file)\b/i.test(s.text))

const FOR_QUESTIONS =
  /\bquestions?\b|\bhelp\b|customer service|member services|\bcopy of\b|\blanguage\b|interpret|represent|request (?:a )?cop/

/** "Fax your appeal to the number above", with one fax number in the letterhead. */
function faxAbove({ letter, sentences }: ReadingContext): Finding<string> | null {
  const says = sentences.find((s) => FAX_ABOVE.test(s.text) && (s.section === 'appeal' || FOR_APPEALS.test(s.text.toLowerCase())))
  const head =
    says && sentences.find((s) => (s.at[0] ?? 0) < (says.at[0] ?? 0) && /\bfax\b/i.test(s.text) && phonesIn(s.text).length > 0)
  const p = head && phonesIn(head.text.slice(head.text.toLowerCase().indexOf('fax')))[0]
  if (!head || !p) return null
  const at = head.text.toLowerCase().indexOf('fax')
  const range = rangeIn(letter, head, at, at + p.end)
  return finding(letter, p.value, range.start, range.end, 0.7)
}
