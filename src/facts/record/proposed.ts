import type { CivilDate } from '../../base/date.ts'
import type {
  ClinicalEvent,
  Contraindication,
  Diagnosis,
  Measure,
  PartialDate,
  PriorTreatment,
  ResultFinding,
} from '../casefacts.ts'
import type { Entry } from '../fact.ts'

/** What one document offers. Nothing here is a fact of the case until `gatherFacts` has weighed it. */
export interface ProposedFacts {
  readonly doc: string
  readonly name: string
  /** The day the document speaks of: visit, procedure or report. */
  readonly documentDate: Entry<PartialDate> | null
  readonly patient: { readonly name: Entry<string> | null; readonly birthDate: Entry<CivilDate> | null }
  readonly prescriber: {
    readonly name: Entry<string> | null
    readonly credentials: Entry<string> | null
    readonly specialty: Entry<string> | null
    readonly npi: Entry<string> | null
    readonly practice: Entry<string> | null
    readonly phone: Entry<string> | null
    readonly fax: Entry<string> | null
  }
  /** What the document asks for: a form's "Medication requested", a plan's "start X". */
  readonly requested: readonly Entry<RequestedTreatment>[]
  readonly diagnoses: readonly Entry<Diagnosis>[]
  readonly priorTreatments: readonly Entry<PriorTreatment>[]
  readonly contraindications: readonly Entry<Contraindication>[]
  readonly measures: readonly Entry<Measure>[]
  readonly results: readonly Entry<ResultFinding>[]
  readonly events: readonly Entry<ClinicalEvent>[]
}

export interface RequestedTreatment {
  readonly agent: string
  readonly alsoKnownAs: readonly string[]
  readonly dose: string | null
}
