import type { CivilDate } from '../base/date.ts'
import type {
  AppealWindow,
  DenialReading,
  DenialReason,
  LetterLevel,
  NoticeDefect,
  PayerName,
  ServiceCode,
} from '../reading/denial.ts'
import type { Entry, Fact } from './fact.ts'

/** A date that may be known only to the month or the year, kept as written: "2024", "2024-03", "2024-03-08". */
export type PartialDate = string & { readonly __partial: unique symbol }

export interface Diagnosis {
  readonly name: string
  /** ICD-10-CM, with its dot; null when the record gives only words. */
  readonly code: string | null
  readonly since: PartialDate | null
}

export type TrialOutcome =
  | 'inadequate_response'
  | 'intolerance'
  | 'contraindicated'
  | 'partial_response'
  | 'response'
  | 'ongoing'
  | 'not_stated'

/** One drug, therapy or device tried. */
export interface PriorTreatment {
  /** As the record names it. */
  readonly agent: string
  /** Generic or class names that the same agent answers to, lower case; used for matching only. */
  readonly alsoKnownAs: readonly string[]
  readonly dose: string | null
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  /** As written ("8 months") when no dates allow it to be counted. */
  readonly duration: string | null
  readonly outcome: TrialOutcome
  /** The record's own words on why it was stopped or did not suffice. */
  readonly reason: string | null
}

export interface Contraindication {
  readonly agent: string
  readonly alsoKnownAs: readonly string[]
  readonly reason: string
}

/** A score or laboratory value. */
export interface Measure {
  /** Registry id ("edss", "midas", "a1c") or the record's own name, lower case. */
  readonly measure: string
  readonly label: string
  readonly value: number
  /** The figure as printed ("2.0"), for quoting; absent when it is `value` as it prints. */
  readonly written?: string
  readonly unit: string | null
  readonly date: PartialDate | null
}

/** An imaging or test result in the record's own sentence. */
export interface ResultFinding {
  readonly test: string
  readonly date: PartialDate | null
  readonly finding: string
}

/** A dated clinical happening: relapse, fall, admission, surgery. */
export interface ClinicalEvent {
  readonly kind: string
  readonly date: PartialDate | null
  readonly what: string
}

/** A person's own words, to be quoted as theirs; `ground` is the id of the ground they speak to. */
export interface Statement {
  readonly who: 'patient' | 'prescriber'
  readonly ground: string | null
  readonly text: string
}

/** Who puts their name to the member's appeal; `name` null: the patient's own, or not known. */
export interface Signer {
  readonly role: 'patient' | 'parent' | 'representative'
  readonly name: string | null
}

export interface CaseFacts {
  readonly patient: {
    readonly name: Fact<string>
    readonly birthDate: Fact<CivilDate>
    readonly address: Fact<string>
    readonly phone: Fact<string>
  }
  readonly plan: {
    readonly coverage: Fact<string>
    readonly state: Fact<string>
    readonly payer: Fact<PayerName>
    readonly memberId: Fact<string>
    readonly group: Fact<string>
  }
  readonly prescriber: {
    readonly name: Fact<string>
    readonly credentials: Fact<string>
    readonly specialty: Fact<string>
    readonly npi: Fact<string>
    readonly practice: Fact<string>
    readonly address: Fact<string>
    readonly phone: Fact<string>
    readonly fax: Fact<string>
  }
  readonly treatment: {
    /** As the letter should name it: "ocrelizumab (Ocrevus)". */
    readonly name: Fact<string>
    readonly treatmentId: Fact<string>
    readonly dose: Fact<string>
    readonly codes: readonly Entry<ServiceCode>[]
    /** Pre-service, concurrent or post-service. */
    readonly timing: Fact<'pre_service' | 'concurrent' | 'post_service'>
    /** True when the patient takes it now. */
    readonly current: Fact<boolean>
  }
  readonly denial: {
    readonly noticeDate: Fact<CivilDate>
    readonly receivedDate: Fact<CivilDate>
    /** True when the day of receipt can be shown by a postmark or delivery record. */
    readonly receiptProven: Fact<boolean>
    /** When care under way is to be cut. */
    readonly effectiveDateOfChange: Fact<CivilDate>
    readonly referenceNumber: Fact<string>
    readonly reasons: readonly Entry<DenialReason>[]
    readonly level: Fact<LetterLevel>
    readonly statedWindow: Fact<AppealWindow>
    readonly appealAddress: Fact<string>
    readonly appealFax: Fact<string>
    readonly appealPhone: Fact<string>
    readonly appealPortal: Fact<string>
    readonly policyNamed: readonly Entry<string>[]
    readonly defects: readonly NoticeDefect[]
    /** The letter itself, for quoting. */
    readonly reading: DenialReading
  }
  readonly urgency: Fact<{ readonly urgent: boolean; readonly why: string }>
  readonly diagnoses: readonly Entry<Diagnosis>[]
  readonly priorTreatments: readonly Entry<PriorTreatment>[]
  readonly contraindications: readonly Entry<Contraindication>[]
  readonly measures: readonly Entry<Measure>[]
  readonly results: readonly Entry<ResultFinding>[]
  readonly events: readonly Entry<ClinicalEvent>[]
  readonly statements: readonly Entry<Statement>[]
  readonly signer: Fact<Signer>
}
