import type { FhirLine } from './line.ts'
import type { FhirFile } from './open.ts'
import { type Adjudication, type Concept, concept, type Extension, type ResourceOf } from './resources.ts'
import { dayOf, dayWords, named, plain, serviceCodeOf, whoIs } from './words.ts'

type Decision = ResourceOf<'ClaimResponse' | 'ExplanationOfBenefit'>

const CARC = /claim-adjustment-reason|x12\.org.*(?:139|carc)/i
const RARC = /remittance-advice-remark|x12\.org.*(?:411|rarc)/i
const REVIEW = /extension-reviewActionCode$/
const DEPTH = 4

/** What a payer decided, a line for each item that has a decision or a reason of its own, else one for the whole. */
export function sayDecision(r: Decision, file: FhirFile): FhirLine[] {
  const items = (r.item ?? []).flatMap((item): FhirLine[] => {
    const decision = decisionOf(item.adjudication)
    const reason = reasonsOf(item.adjudication)
    const service = 'productOrService' in item ? item.productOrService : undefined
    if (!decision && !reason) return []
    return [
      lineOf(r, file, [
        decision,
        reason,
        service,
        'servicedDate' in item ? dayWords(item.servicedDate, item.servicedPeriod?.start) : '',
      ]),
    ]
  })
  if (items.length) return items
  const reason = [
    reasonsOf(r.adjudication),
    ...(r.error ?? []).map((e) => named(e.code)),
    ...(r.processNote ?? []).map((n) => plain(n.text)),
  ]
  return [lineOf(r, file, [decisionOf(r.adjudication), reason.filter(Boolean).join(', '), undefined, ''])]
}

function lineOf(
  r: Decision,
  file: FhirFile,
  [decision, reason, service, served]: readonly [string, string, Concept | undefined, string],
): FhirLine {
  const reference = (typeof r.preAuthRef === 'string' ? r.preAuthRef : r.preAuthRef?.[0]) ?? r.identifier?.[0]?.value
  return {
    when: dayOf(r.created),
    label: r.use === 'preauthorization' || r.use === 'predetermination' ? 'Decision on a request' : 'Decision on a claim',
    name: whoIs(r.insurer, file) || 'the plan',
    fields: [
      ['decision', plain([decision, r.disposition].filter(Boolean).join(', ')) || plain(r.outcome)],
      ['reason', plain(reason)],
      ['service', plain([named(service), serviceCodeOf(service)].filter(Boolean).join(', '))],
      ['from', served],
      ['reference', plain(reference)],
    ],
  }
}

/** "Not Certified (A3)", from the review action; X12 keeps the meanings of its codes. */
const decisionOf = (list: readonly Adjudication[] | undefined): string => {
  const action = (list ?? []).flatMap((a) => actions(a.extension ?? [], DEPTH))[0]
  return action ? plain([named(action), action.coding?.[0]?.code && `(${action.coding[0].code})`].filter(Boolean).join(' ')) : ''
}

function actions(list: readonly unknown[], depth: number): Concept[] {
  if (depth === 0) return []
  return list.flatMap((e): Concept[] => {
    const { url, valueCodeableConcept, extension } = e as Extension
    const read = url && REVIEW.test(url) ? concept.safeParse(valueCodeableConcept) : null
    return read?.success ? [read.data] : Array.isArray(extension) ? actions(extension, depth - 1) : []
  })
}

/** "CARC 50: Not deemed a medical necessity". */
const reasonsOf = (list: readonly Adjudication[] | undefined): string =>
  (list ?? [])
    .flatMap((a) => {
      const coding = a.reason?.coding?.find((c) => CARC.test(c.system ?? '') || RARC.test(c.system ?? ''))
      const code = coding?.code ? `${RARC.test(coding.system ?? '') ? 'RARC' : 'CARC'} ${coding.code}` : ''
      const words = named(a.reason)
      return code || words ? [plain([code, words].filter(Boolean).join(': '))] : []
    })
    .join(', ')
