import type { Finding } from '../base/span.ts'
import type { DenialReading, LetterReading } from './denial.ts'

/** A finding as the command line and the API print it. */
export interface WireFinding {
  readonly value: unknown
  readonly quote: string
  readonly page: number
  readonly confidence: number
}

const wire = <T>(f: Finding<T> | null, value: (v: T) => unknown = (v) => v): WireFinding | null =>
  f && { value: value(f.value), quote: f.span.quote, page: f.span.page, confidence: f.confidence }

const wireAll = <T>(list: readonly Finding<T>[], value?: (v: T) => unknown) => list.map((f) => wire(f, value))

/** One denial, values in the form of the labelled letters: ISO dates, ISO durations, categories. */
function denialJson(d: DenialReading) {
  return {
    payer: d.payer && { ...wire(d.payer, (p) => p.name), payerId: d.payer.value.payerId },
    administrator: d.administrator && { ...wire(d.administrator, (p) => p.name), payerId: d.administrator.value.payerId },
    planType: wire(d.planType),
    planCues: wireAll(d.planCues),
    patient: wire(d.patient),
    memberId: wire(d.memberId),
    groupNumber: wire(d.groupNumber),
    referenceNumber: wire(d.referenceNumber),
    otherNumbers: d.otherNumbers.map((n) => ({ ...wire(n, (v) => v.number), label: n.value.label })),
    provider: wire(d.provider),
    service: wire(d.service),
    codes: wireAll(d.codes),
    denialReasons: d.denialReasons.map((r) => ({
      category: r.value.category,
      reasonId: r.value.reasonId,
      quote: r.span.quote,
      page: r.span.page,
      confidence: r.confidence,
    })),
    reasonPassage: wire(d.reasonPassage),
    policyNamed: wireAll(d.policyNamed),
    noticeDate: wire(d.noticeDate),
    serviceDates: wireAll(d.serviceDates),
    appealDeadline: wire(d.appealDeadline),
    appealAddress: wire(d.appealAddress),
    appealFax: wire(d.appealFax),
    appealPhone: wire(d.appealPhone),
    appealPortal: wire(d.appealPortal),
    appealLevel: wire(d.appealLevel),
    reviewer: wire(d.reviewer),
    defects: d.defects.map(({ id, why, span }) => ({ id, why, quote: span?.quote ?? null, page: span?.page ?? null })),
  }
}

export type DenialJson = ReturnType<typeof denialJson>

const EMPTY: { readonly [K in keyof DenialJson]: DenialJson[K] | null } = {
  payer: null,
  administrator: null,
  planType: null,
  planCues: [],
  patient: null,
  memberId: null,
  groupNumber: null,
  referenceNumber: null,
  otherNumbers: [],
  provider: null,
  service: null,
  codes: [],
  denialReasons: [],
  reasonPassage: null,
  policyNamed: [],
  noticeDate: null,
  serviceDates: [],
  appealDeadline: null,
  appealAddress: null,
  appealFax: null,
  appealPhone: null,
  appealPortal: null,
  appealLevel: null,
  reviewer: null,
  defects: [],
}

/**
 * What `read --json` prints for one file: the first denial's fields at the top, every denial under
 * `denials`, every letter of the file under `letters`.
 */
export function toReadJson(file: string, letters: readonly LetterReading[]) {
  const denials = letters.flatMap((l) => l.denials.map((d) => ({ letter: l, denial: denialJson(d) })))
  const first = denials[0]
  const lead = first?.letter ?? letters[0]
  return {
    file,
    kind: lead?.kind ?? 'other',
    language: lead?.language ?? 'other',
    ...(first?.denial ?? EMPTY),
    letters: letters.map((l) => ({ kind: l.kind, language: l.language, pages: l.pages, denials: l.denials.length })),
    denials: denials.map((d) => d.denial),
  }
}
