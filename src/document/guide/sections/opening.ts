import { list, paragraph, section } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { linkTo } from '../links.ts'
import { claimsFor } from '../notes.ts'
import type { Subject } from '../subject.ts'
import { fullName, lower, tell, treatmentInSentence, wordsOf } from '../voice.ts'

/** "Ocrelizumab (Ocrevus) denied for not completing step therapy by Blue Cross Blue Shield?" */
export const title = (subject: Subject): GuideClaim =>
  tell(
    subject,
    (v) => {
      const name = fullName(subject, subject.treatment)
      // A Spanish title has the treatment inside the sentence, an English one begins with it.
      return v.words.title(v.lang === 'es' ? lower(name) : name, v.two(subject.reason.headline), subject.payer.displayName)
    },
    [fieldSupport(subject, 'treatment'), fieldSupport(subject, 'reason.headline.en'), fieldSupport(subject, 'payer')],
  )

/** Warnings stand before everything else. */
export const warning = (subject: Subject): GuideSection[] =>
  section(
    'warning',
    wordsOf(subject).headings.warning,
    list(
      subject.treatment.warnings.map((w, i) => [
        tell(subject, (v) => v.of(w.says), [fieldSupport(subject, `treatment.warnings.${i}`)]),
      ]),
    ),
  )

/** The label does not fit this kind of care: say so, and lead to the reason that is usually meant. */
export function notice(subject: Subject): GuideSection[] {
  const { treatment, sibling, knowledge, reason } = subject
  const { headings } = wordsOf(subject)
  const first = claimsFor(subject, 'notice')
  if (!sibling) return section('notice', headings.noticeFirst, paragraph(first))
  const usual = treatment.usualReasons.flatMap((id) => knowledge.reasons.get(id) ?? []).slice(0, 5)
  const named = usual.length
    ? [
        tell(
          subject,
          (v) =>
            v.words.usualNames(
              treatmentInSentence(subject, treatment),
              usual.map((r) => lower(v.lang === 'es' ? r.displayNameEs : r.displayName)).join('; '),
            ),
          [fieldSupport(subject, 'treatment.usualReasons')],
        ),
      ]
    : []
  const why = tell(subject, (v) => v.words.likelySibling(v.two(reason.relatedPhrase), v.two(sibling.relatedPhrase)), [
    fieldSupport(subject, `reason.siblings.${treatment.kind}`),
    fieldSupport(subject, 'sibling.relatedPhrase.en'),
  ])
  const link = linkTo(subject, treatment, sibling, why)
  return section('notice', headings.noticeUnusual, [
    ...paragraph([...first, ...named]),
    ...(link ? [{ kind: 'links' as const, links: [link] }] : paragraph([why])),
  ])
}

/** One sentence; the treatment's own where there is one, else the reason's. */
export function answer(subject: Subject): GuideSection[] {
  const [own] = claimsFor(subject, 'answer')
  const { reason } = subject
  return section(
    'answer',
    wordsOf(subject).headings.answer,
    paragraph([own ?? tell(subject, (v) => v.two(reason.tagline), [fieldSupport(subject, 'reason.tagline.en')])]),
  )
}
