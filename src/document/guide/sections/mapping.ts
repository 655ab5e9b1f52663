import type { Claim } from '../../../argument/claim.ts'
import type { FullReason } from '../../../knowledge/reason.ts'
import { trustIn } from '../../../knowledge/treatment.ts'
import { bullets, paragraph, section } from '../blocks.ts'
import { forWhom, typicalCriteria } from '../criteria.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideBlock, GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { say } from '../say.ts'
import { type Subject, treatmentName } from '../subject.ts'
import { citeText, provisionSupport, recordSupport } from '../support.ts'

/** Whether the table's rows are the typical criteria, so that no other list has to repeat them. */
export const criteriaInTable = ({ reason, sibling, treatment }: Subject): boolean =>
  treatment.typicalCriteria.length > 0 && (sibling !== null || reason.id !== 'step_therapy')

/** Columns of the reason; rows from the policy when it comes, until then typical ones, labelled so. */
export function mapping(subject: Subject): GuideSection[] {
  const { reason, sibling, treatment } = subject
  const steps = reason.id === 'step_therapy'
  return section('mapping', 'The table at the heart of the letter', [
    ...paragraph(claimsFor(subject, 'mapping')),
    ...(steps ? stepTable(subject, reason) : criteriaTable(subject, reason, 'reason')),
    ...(sibling && treatment.typicalCriteria.length ? criteriaTable(subject, sibling, 'sibling') : []),
  ])
}

type Row = { readonly asked: readonly Claim[]; readonly proof: readonly Claim[]; readonly instead: readonly Claim[] }

function table(caption: Claim, columns: readonly string[], rows: readonly Row[]): GuideBlock {
  const proofAt = columns.findLastIndex((c) => /document|source|proof|exhibit/i.test(c))
  const insteadAt = columns.findIndex((c) => /^if not met/i.test(c))
  return {
    kind: 'table',
    caption,
    columns,
    rows: rows.map((row) =>
      columns.map((_, i) => (i === 0 ? row.asked : i === proofAt ? row.proof : i === insteadAt ? row.instead : [])),
    ),
  }
}

function stepTable(subject: Subject, reason: FullReason): GuideBlock[] {
  const { treatment, knowledge } = subject
  const own = claimsFor(subject, 'step_row').map((c) => ({ step: null, claim: c }))
  const steps = own.length
    ? own
    : treatment.stepPrerequisites.map((s, i) => {
        const who = forWhom(subject, s.for)
        const support = recordSupport(
          'treatment',
          treatment.id,
          `stepPrerequisites.${i}`,
          `${s.says} ${who}`,
          trustIn(treatment, 'steps').status,
        )
        return { step: s, claim: say(who ? `${s.says} Asked in: ${who}.` : s.says, [support]) }
      })
  if (!steps.length) return []
  const caption = say(
    `One row for each ${reason.criteriaMapping.rowPer}. Until the protocol comes, these are steps commonly asked before ${treatmentName(treatment)}.`,
    [fieldSupport(subject, 'reason.criteriaMapping.rowPer'), fieldSupport(subject, 'treatment.stepPrerequisites')],
  )
  const against = steps.flatMap(({ step }) =>
    (step?.cite ?? []).map((ref) => {
      const support = provisionSupport(knowledge, ref)
      return say(
        `On the step “${(step?.says.split(/[:,.]/)[0] ?? '').trim()}”: ${support.quote.replace(/\.$/, '')} (${citeText(knowledge, [ref])}).`,
        [support, fieldSupport(subject, 'treatment.stepPrerequisites')],
      )
    }),
  )
  return [
    table(
      caption,
      reason.criteriaMapping.columns,
      steps.map((s) => ({ asked: [s.claim], proof: [], instead: [] })),
    ),
    ...bullets(against),
  ]
}

function criteriaTable(subject: Subject, reason: FullReason, root: 'reason' | 'sibling'): GuideBlock[] {
  const rows = typicalCriteria(subject)
    .filter((c) => c.at === 'initial')
    .map((c): Row => ({ asked: [c.asked], proof: [c.provedBy], instead: c.exceptions ? [c.exceptions] : [] }))
  if (!rows.length) return []
  const caption = say(
    `One row for each ${reason.criteriaMapping.rowPer}. Until the policy comes, these are criteria commonly set for ${treatmentName(subject.treatment)}.`,
    [fieldSupport(subject, `${root}.criteriaMapping.rowPer`), fieldSupport(subject, 'treatment.typicalCriteria')],
  )
  return [table(caption, reason.criteriaMapping.columns, rows)]
}
