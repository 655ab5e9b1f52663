import { bullets, paragraph, section, under } from '../blocks.ts'
import { forWhom, leavesOf } from '../criteria.ts'
import { fieldSupport } from '../fields.ts'
import { fits, fitsPrograms } from '../fits.ts'
import type { GuideBlock, GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor, notesFor } from '../notes.ts'
import { argued, arguedRoot, isByCriterion, type Subject } from '../subject.ts'
import { provisionSupport } from '../support.ts'
import { lower, tell, treatmentInSentence, treatmentName, unstopped, type Voice, wordsOf } from '../voice.ts'

/** Why it was denied, why that can be answered, and with which grounds. */
export function angle(subject: Subject): GuideSection[] {
  const { treatment, reason } = subject
  const { headings } = wordsOf(subject)
  return section('angle', headings.angle(treatmentName(subject, treatment), reason.relatedPhrase[subject.lang]), [
    ...under(headings.whyDenied, paragraph(whyDenied(subject))),
    ...under(headings.whyAppealable, paragraph(claimsFor(subject, 'why_appealable'))),
    ...under(headings.grounds, grounds(subject)),
  ])
}

/** What the guides say of this denial, then, where none is about this very care, what a reviewer looks for in it. */
function whyDenied(subject: Subject): GuideClaim[] {
  const { records, treatment, reason, sibling } = subject
  const aboutCare = records.some((r) => r.treatments.length && r.notes.why_denied)
  const said = claimsFor(subject, 'why_denied')
  if (aboutCare || sibling) return said
  const name = treatmentInSentence(subject, treatment)
  if (reason.id === 'step_therapy') {
    const steps = treatment.stepPrerequisites.slice(0, MOST_NAMED)
    if (!steps.length) return said
    const support = [fieldSupport(subject, 'treatment.stepPrerequisites')]
    return [
      ...said,
      tell(
        subject,
        (v) =>
          v.words.stepsAsked(
            name,
            steps
              .map((s) => {
                const who = forWhom(v, subject, s.for)
                const said = lower(unstopped(v.of(s.says)))
                return who ? `${said}${v.words.forWhom(who)}` : said
              })
              .join('; '),
          ),
        support,
      ),
    ]
  }
  const asked = treatment.typicalCriteria
    .flatMap(leavesOf)
    .filter((c) => c.at === 'initial' && fitsPrograms(subject, c.requirement))
    .slice(0, MOST_NAMED)
  if (!asked.length || !isByCriterion(reason)) return said
  const support = [fieldSupport(subject, 'treatment.typicalCriteria')]
  return [
    ...said,
    tell(
      subject,
      (v) =>
        v.words.lookedFor(
          name,
          joined(
            v,
            asked.map((c) => c.requirement),
          ),
        ),
      support,
    ),
  ]
}

const MOST_NAMED = 3

const joined = (v: Voice, texts: readonly string[]): string => texts.map((text) => lower(unstopped(v.of(text)))).join('; ')

/** Grounds written for this treatment first, then those of the reason that fit this kind of care. */
function grounds(subject: Subject): GuideBlock[] {
  const own = notesFor(subject, 'ground')
  const said = new Set(own.flatMap((n) => n.rests))
  const general = argued(subject).grounds.flatMap((g, i): GuideClaim[] => {
    const path = `${arguedRoot(subject)}.grounds.${i}`
    const proof = g.provedBy.filter((p) => fits(subject, p))
    if (said.has(path) || !fits(subject, g.label) || !proof.length) return []
    return [
      tell(subject, (v) => withProof(v, v.of(g.label), proof.map((p) => v.of(p)).join('; ')), [
        fieldSupport(subject, path),
        ...g.cite.map((ref) => provisionSupport(subject.knowledge, ref)),
      ]),
    ]
  })
  return bullets([...own.map((n) => n.withProof(withProof)), ...general])
}

const withProof = (v: Voice, ground: string, proof: string): string =>
  `${unstopped(ground)}. ${v.words.provedBy(unstopped(proof))}`
