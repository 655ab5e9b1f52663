import { fail, failAll, type Outcome, ok } from '../../base/outcome.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Actor, CaseEvent, ListName } from '../../casefile/event.ts'
import type { PartialDate } from '../../facts/casefacts.ts'
import type { Rejection } from '../../facts/casefile/casefile.ts'
import { type CaseFileShape, caseFileSchema } from '../../facts/casefile/schema.ts'
import { comparePartial } from '../../facts/partialDate.ts'
import { changeCase } from './change.ts'
import type { CaseId, CasePorts } from './ports.ts'
import { speaker } from './state.ts'

/** Fields of each list in the order in which they are asked; those of the case file (docs/casefile.md). */
export const LIST_FIELDS = {
  diagnoses: ['name', 'code', 'since'],
  priorTreatments: ['agent', 'dose', 'start', 'end', 'duration', 'outcome', 'reason'],
  contraindications: ['agent', 'reason'],
  measures: ['measure', 'value', 'unit', 'date'],
  results: ['test', 'date', 'finding'],
  events: ['kind', 'date', 'what'],
  statements: ['words', 'ground'],
} as const satisfies Record<ListName, readonly string[]>

export type ListFields = Readonly<Record<string, string>>

/** Characters of one field. */
const FIELD_MOST = 1000

/** Why a proposed fact is said not to be true; kept as a code, put into words by the pages. */
export const REJECTION_WHYS = ['misread', 'wrong', 'other_person', 'corrected'] as const
export type RejectionWhy = (typeof REJECTION_WHYS)[number]

/** The fields of an item as they would be kept, or what is wrong with each; `where` of a problem names the field. */
export function listedFields(list: ListName, given: ListFields, by: 'patient' | 'prescriber'): Outcome<ListFields> {
  const fields: Record<string, string> = {}
  for (const name of LIST_FIELDS[list]) {
    const value = (given[name] ?? '').trim().slice(0, FIELD_MOST)
    if (value) fields[name] = value
  }
  if (list === 'statements') fields.who = by
  const result = caseFileSchema.safeParse({ [list]: [fields] } satisfies Record<string, unknown>)
  if (!result.success)
    return failAll(
      result.error.issues.map((issue) => {
        const [say = '', fix = ''] = issue.message.split('\n')
        return problem('form-invalid', String(issue.path[2] ?? ''), `This ${say.replace(/[.:]?$/, '')}.`, fix)
      }),
    )
  const order = endBeforeStart(result.data)
  return order ? fail(order) : ok(fields)
}

function endBeforeStart(file: CaseFileShape): Problem | null {
  const trial = file.priorTreatments?.[0]
  if (!trial?.start || !trial.end) return null
  const [start, end]: readonly PartialDate[] = [trial.start, trial.end]
  if (!start || !end || comparePartial(start, end) <= 0 || start.startsWith(end)) return null
  return problem('form-invalid', 'end', 'The end is earlier than the start.', 'Check both dates.')
}

/** Adds an item to a list of the case file, or changes the one that is there. */
export function listFact(
  ports: Pick<CasePorts, 'cases' | 'chance'>,
  id: CaseId,
  by: Actor,
  list: ListName,
  item: string | null,
  given: ListFields,
): Promise<Outcome<string>> {
  const fields = listedFields(list, given, speaker(by))
  if (!fields.ok) return Promise.resolve(fields)
  const key = item ?? `${list}-${ports.chance.token(5)}`
  return changeCase(ports, id, by, (state) => {
    if (item && state.listed.get(item)?.list !== list) return gone()
    return ok({ events: [{ kind: 'listed', list, item: key, fields: fields.value, by: speaker(by) }], result: key })
  })
}

/** Takes an item stated by hand out again. */
export const unlistFact = (ports: Pick<CasePorts, 'cases'>, id: CaseId, by: Actor, item: string): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, (state) => {
    const held = state.listed.get(item)
    return held ? ok({ events: [{ kind: 'listed', ...held, fields: null }], result: undefined }) : gone()
  })

/** What a document seems to say is not true: it is left out of every letter. */
export const rejectFact = (
  ports: Pick<CasePorts, 'cases'>,
  id: CaseId,
  by: Actor,
  rejection: Rejection,
): Promise<Outcome<void>> => changeCase<void>(ports, id, by, () => ok({ events: [rejected(rejection, by)], result: undefined }))

/** It is true after all. */
export const acceptFact = (
  ports: Pick<CasePorts, 'cases'>,
  id: CaseId,
  by: Actor,
  rejection: Rejection,
): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, () => ok({ events: [{ kind: 'accepted', rejection, by: speaker(by) }], result: undefined }))

/**
 * Puts right what a document says. Where only blanks were filled, the document still carries the rest;
 * where something read was changed, the document's own is set aside and the person's word stands alone.
 */
export function correctFact(
  ports: Pick<CasePorts, 'cases' | 'chance'>,
  id: CaseId,
  by: Actor,
  list: ListName,
  read: { readonly rejection: Rejection; readonly fields: ListFields },
  given: ListFields,
): Promise<Outcome<void>> {
  const fields = listedFields(list, given, speaker(by))
  if (!fields.ok) return Promise.resolve(fields)
  const changed = LIST_FIELDS[list].some((f) => read.fields[f] && read.fields[f] !== (fields.value[f] ?? ''))
  const same = LIST_FIELDS[list].every((f) => (read.fields[f] ?? '') === (fields.value[f] ?? ''))
  const item = `${list}-${ports.chance.token(5)}`
  const listed: CaseEvent = { kind: 'listed', list, item, fields: fields.value, by: speaker(by) }
  const aside = { ...read.rejection, why: 'corrected' satisfies RejectionWhy }
  return changeCase<void>(ports, id, by, () =>
    ok({ events: same ? [] : changed ? [rejected(aside, by), listed] : [listed], result: undefined }),
  )
}

const rejected = (rejection: Rejection, by: Actor): CaseEvent => ({ kind: 'rejected', rejection, by: speaker(by) })

const gone = () => fail(problem('form-invalid', 'item', 'This entry is no longer in the case.', 'Open the page again.'))
