import type { Claim } from '../../../argument/claim.ts'
import { bullets, list, section } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import { fits } from '../fits.ts'
import type { GuideSection } from '../guide.ts'
import { claimsFor, notesFor } from '../notes.ts'
import { say } from '../say.ts'
import { type Subject, treatmentName } from '../subject.ts'

/** What to do, in order. The first move is the reason's own, or its sibling's where the label does not fit. */
export function steps(subject: Subject): GuideSection[] {
  const root = subject.sibling ? 'sibling' : 'reason'
  const first = say((subject.sibling ?? subject.reason).firstMove, [fieldSupport(subject, `${root}.firstMove`)])
  return section(
    'process',
    'Step by step',
    list(
      [first, ...claimsFor(subject, 'step')].map((c) => [c]),
      true,
    ),
  )
}

/** Documents by name: the treatment's own, then what this guide adds, with who has it. */
export function documents(subject: Subject): GuideSection[] {
  const own = subject.treatment.evidenceToGather.map((text, i) =>
    say(`${text}.`, [fieldSupport(subject, `treatment.evidenceToGather.${i}`)]),
  )
  const more = notesFor(subject, 'document').map(
    (n): Claim => (n.provedBy ? { ...n.claim, sentence: `${n.claim.sentence} From: ${n.provedBy}.` } : n.claim),
  )
  return section(
    'documents',
    `Documents to gather for ${treatmentName(subject.treatment)}`,
    bullets([...more, ...own].filter((c) => fits(subject, subject.treatment.fdaLabelApplicable ? '' : c.sentence))),
  )
}

export const next = (subject: Subject): GuideSection[] =>
  section('next', 'Next steps', [
    ...list(
      claimsFor(subject, 'next').map((c) => [c]),
      true,
    ),
    ...bullets(claimsFor(subject, 'closing')),
  ])
