import type { Claim } from '../../../argument/claim.ts'
import { list, paragraph, section } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideSection } from '../guide.ts'
import { linkTo } from '../links.ts'
import { claimsFor } from '../notes.ts'
import { say } from '../say.ts'
import { type Subject, treatmentName } from '../subject.ts'

/** "Ocrelizumab (Ocrevus) denied for not completing step therapy by Blue Cross Blue Shield?" */
export function title(subject: Subject): Claim {
  const { payer, treatment, reason } = subject
  return say(`${treatment.displayName} ${reason.headline.en} by ${payer.displayName}?`, [
    fieldSupport(subject, 'treatment'),
    fieldSupport(subject, 'reason.headline.en'),
    fieldSupport(subject, 'payer'),
  ])
}

/** Warnings stand before everything else. */
export const warning = (subject: Subject): GuideSection[] =>
  section(
    'warning',
    'Warning',
    list(subject.treatment.warnings.map((w, i) => [say(w.says, [fieldSupport(subject, `treatment.warnings.${i}`)])])),
  )

/** The label does not fit this kind of care: say so, and lead to the reason that is usually meant. */
export function notice(subject: Subject): GuideSection[] {
  const { treatment, sibling, knowledge, reason } = subject
  const first = claimsFor(subject, 'notice')
  if (!sibling) return section('notice', 'First, check what was denied', paragraph(first))
  const usual = treatment.usualReasons.flatMap((id) => knowledge.reasons.get(id) ?? []).slice(0, 5)
  const named = say(
    `Denials of ${treatmentName(treatment)} usually carry another name: ${usual.map((r) => lower(r.displayName)).join('; ')}.`,
    [fieldSupport(subject, 'treatment.usualReasons')],
  )
  const why = say(
    `What this letter calls a ${reason.relatedPhrase.en} is most likely a ${sibling.relatedPhrase.en}: read that guide too.`,
    [fieldSupport(subject, `reason.siblings.${treatment.kind}`), fieldSupport(subject, 'sibling.relatedPhrase.en')],
  )
  const link = linkTo(subject, subject.payer, treatment, sibling, why)
  return section('notice', 'This label is unusual for this kind of care', [
    ...paragraph([...first, named]),
    ...(link ? [{ kind: 'links' as const, links: [link] }] : paragraph([why])),
  ])
}

/** One sentence; the treatment's own where there is one, else the reason's. */
export function answer(subject: Subject): GuideSection[] {
  const [own] = claimsFor(subject, 'answer')
  return section(
    'answer',
    'In short',
    paragraph([own ?? say(subject.reason.tagline.en, [fieldSupport(subject, 'reason.tagline.en')])]),
  )
}

export const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
