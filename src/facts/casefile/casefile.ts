import type { CivilDate } from '../../base/date.ts'
import type { LetterLevel, ServiceCode } from '../../reading/denial.ts'
import type {
  ClinicalEvent,
  Contraindication,
  Diagnosis,
  Measure,
  PriorTreatment,
  ResultFinding,
  Signer,
  Statement,
} from '../casefacts.ts'
import type { Entry } from '../fact.ts'

/** A value stated by hand, or null where the file says nothing about it. Its origin is the path in the file. */
export type Stated<T> = Entry<T> | null

/** "This proposed fact is not true": leaves out what a document seems to say. */
export interface Rejection {
  readonly kind:
    | 'diagnosis'
    | 'treatment'
    | 'contraindication'
    | 'measure'
    | 'result'
    | 'event'
    | 'name'
    | 'birthDate'
    | 'prescriber'
  /** Agent, diagnosis, measure or words of the fact; compared without case. */
  readonly what: string
  /** File name or document id; null for every document. */
  readonly document: string | null
  readonly why: string | null
}

/** What people state or correct by hand. Precedence: this file over any document. */
export interface CaseFile {
  readonly path: string
  readonly patient: {
    readonly name: Stated<string>
    readonly birthDate: Stated<CivilDate>
    readonly address: Stated<string>
    readonly phone: Stated<string>
  }
  readonly plan: {
    readonly coverage: Stated<string>
    readonly state: Stated<string>
    readonly payer: Stated<string>
    readonly memberId: Stated<string>
    readonly group: Stated<string>
  }
  readonly prescriber: Readonly<
    Record<'name' | 'credentials' | 'specialty' | 'npi' | 'practice' | 'address' | 'phone' | 'fax', Stated<string>>
  >
  readonly treatment: {
    readonly name: Stated<string>
    readonly id: Stated<string>
    readonly dose: Stated<string>
    readonly codes: readonly Entry<ServiceCode>[]
    readonly timing: Stated<'pre_service' | 'concurrent' | 'post_service'>
    readonly current: Stated<boolean>
  }
  readonly denial: {
    readonly noticeDate: Stated<CivilDate>
    readonly received: Stated<CivilDate>
    /** True for a postmark or a delivery, portal or fax record; false for a recollection. */
    readonly receiptProven: Stated<boolean>
    readonly effectiveDateOfChange: Stated<CivilDate>
    readonly reference: Stated<string>
    readonly level: Stated<LetterLevel>
    readonly appealAddress: Stated<string>
    readonly appealFax: Stated<string>
    readonly appealPhone: Stated<string>
    readonly appealPortal: Stated<string>
  }
  readonly diagnoses: readonly Entry<Diagnosis>[]
  readonly priorTreatments: readonly Entry<PriorTreatment>[]
  readonly contraindications: readonly Entry<Contraindication>[]
  readonly measures: readonly Entry<Measure>[]
  readonly results: readonly Entry<ResultFinding>[]
  readonly events: readonly Entry<ClinicalEvent>[]
  readonly urgency: Stated<{ readonly urgent: boolean; readonly why: string }>
  /** Ids of `knowledge/arguments` that the user chose; empty: the engine chooses. */
  readonly grounds: readonly Entry<string>[]
  /** Ids of `knowledge/letters` that the user wants; empty: the engine chooses. */
  readonly letters: readonly Entry<string>[]
  readonly statements: readonly Entry<Statement>[]
  readonly signer: Stated<Signer>
  readonly notTrue: readonly Rejection[]
}
