import type { ReasonRecord } from '../../../knowledge/reason.ts'
import { trustIn } from '../../../knowledge/treatment.ts'
import { bullets, paragraph, section } from '../blocks.ts'
import { forWhom, typicalCriteria } from '../criteria.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideBlock, GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { argued, isByCriterion, type Subject } from '../subject.ts'
import { citeText, provisionSupport, recordSupport } from '../support.ts'
import { phrase, tell, treatmentInSentence, unstopped, wordsOf } from '../voice.ts'

/** Whether the table's rows are the typical criteria, so that no other list has to repeat them. */
export const criteriaInTable = (subject: Subject): boolean =>
  subject.treatment.typicalCriteria.length > 0 && isByCriterion(argued(subject))

/** Columns of the reason; rows from the policy when it comes, until then typical or example ones, labelled so. */
export function mapping(subject: Subject): GuideSection[] {
  const { reason, sibling } = subject
  const tables = [
    ...(reason.id === 'step_therapy' ? stepTable(subject, reason) : sibling ? [] : rowsOf(subject, reason, 'reason')),
    ...(sibling ? rowsOf(subject, sibling, 'sibling') : []),
  ]
  if (!tables.length) return []
  return section('mapping', wordsOf(subject).headings.mapping, [...paragraph(claimsFor(subject, 'mapping')), ...tables])
}

const rowsOf = (subject: Subject, reason: ReasonRecord, root: 'reason' | 'sibling'): GuideBlock[] =>
  isByCriterion(reason) ? criteriaTable(subject, reason, root) : exampleTable(subject, reason, root)

/** Where the rows are facts of one case, an invented one shows how they are filled in. */
function exampleTable(subject: Subject, reason: ReasonRecord, root: 'reason' | 'sibling'): GuideBlock[] {
  const { rowPer, columns, exampleRows } = reason.criteriaMapping
  if (!exampleRows.length) return []
  const support = [fieldSupport(subject, `${root}.criteriaMapping`)]
  const named = columns.map((column) => phrase(subject, (v) => v.of(column)))
  const english = named.some((c) => c.lang)
  return [
    {
      kind: 'table',
      caption: tell(subject, (v) => v.words.exampleRows(v.of(rowPer)), support),
      columns: english ? columns : named.map((c) => c.text),
      ...(english && { columnsLang: 'en' as const }),
      rows: exampleRows.map((cells) =>
        columns.map((_, i) => {
          const cell = cells[i]
          return cell ? [tell(subject, (v) => v.of(cell), support)] : []
        }),
      ),
    },
  ]
}

type Row = {
  readonly asked: readonly GuideClaim[]
  readonly proof: readonly GuideClaim[]
  readonly instead: readonly GuideClaim[]
}

/** Cells are chosen by the record's own English columns, and shown under their names in the guide's language. */
function table(subject: Subject, caption: GuideClaim, columns: readonly string[], rows: readonly Row[]): GuideBlock {
  const proofAt = columns.findLastIndex((c) => /document|source|proof|exhibit/i.test(c))
  const insteadAt = columns.findIndex((c) => /^if not met/i.test(c))
  const named = columns.map((column) => phrase(subject, (v) => v.of(column)))
  const english = named.some((c) => c.lang)
  return {
    kind: 'table',
    caption,
    columns: english ? columns : named.map((c) => c.text),
    ...(english && { columnsLang: 'en' as const }),
    rows: rows.map((row) =>
      columns.map((_, i) => (i === 0 ? row.asked : i === proofAt ? row.proof : i === insteadAt ? row.instead : [])),
    ),
  }
}

function stepTable(subject: Subject, reason: ReasonRecord): GuideBlock[] {
  const { treatment, knowledge } = subject
  const own = claimsFor(subject, 'step_row').map((claim) => ({ step: null, claim }))
  const steps = own.length
    ? own
    : treatment.stepPrerequisites.map((s, i) => {
        const names = s.for.flatMap((id) => treatment.indications.find((x) => x.id === id)?.name ?? []).join('; ')
        const status = trustIn(treatment, 'steps').status
        const support = recordSupport('treatment', treatment.id, `stepPrerequisites.${i}`, `${s.says} ${names}`, status)
        const claim = tell(
          subject,
          (v) => {
            const who = forWhom(v, subject, s.for)
            return who ? `${v.of(s.says)} ${v.words.askedIn(who)}` : v.of(s.says)
          },
          [support],
        )
        return { step: s, claim }
      })
  if (!steps.length) return []
  const caption = tell(
    subject,
    (v) => v.words.rowsUntilSteps(v.of(reason.criteriaMapping.rowPer), treatmentInSentence(subject, treatment)),
    [
      fieldSupport(subject, 'reason.criteriaMapping.rowPer'),
      fieldSupport(subject, own.length ? 'treatment' : 'treatment.stepPrerequisites'),
    ],
  )
  const against = steps.flatMap(({ step }) =>
    (step?.cite ?? []).map((ref) =>
      tell(
        subject,
        (v) => {
          const head = (
            v
              .of(step?.says ?? '')
              .replace(/ \([^)]*\)/g, '')
              .split(/[:,.]/)[0] ?? ''
          ).trim()
          return v.words.onStep(head, unstopped(v.law(ref)), v.words.cited(citeText(knowledge, [ref])))
        },
        [provisionSupport(knowledge, ref), fieldSupport(subject, 'treatment.stepPrerequisites')],
      ),
    ),
  )
  return [
    table(
      subject,
      caption,
      reason.criteriaMapping.columns,
      steps.map((s) => ({ asked: [s.claim], proof: [], instead: [] })),
    ),
    ...bullets(against),
  ]
}

function criteriaTable(subject: Subject, reason: ReasonRecord, root: 'reason' | 'sibling'): GuideBlock[] {
  const rows = typicalCriteria(subject)
    .filter((c) => c.at === 'initial')
    .map((c): Row => ({ asked: [c.asked], proof: [c.provedBy], instead: c.exceptions ? [c.exceptions] : [] }))
  if (!rows.length) return []
  const caption = tell(
    subject,
    (v) => v.words.rowsUntilPolicy(v.of(reason.criteriaMapping.rowPer), treatmentInSentence(subject, subject.treatment)),
    [fieldSupport(subject, `${root}.criteriaMapping.rowPer`), fieldSupport(subject, 'treatment.typicalCriteria')],
  )
  return [table(subject, caption, reason.criteriaMapping.columns, rows)]
}
