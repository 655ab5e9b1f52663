import { z } from 'zod'

/** The part of FHIR R4 that speaks to an appeal; everything else in a resource is passed over. */
const text = z.string().max(20_000)
const coding = z.object({ system: text.optional(), code: text.optional(), display: text.optional() })
export const concept = z.object({ coding: z.array(coding).optional(), text: text.optional() })
export type Concept = z.infer<typeof concept>
const reference = z.object({ reference: text.optional(), display: text.optional() })
export type Reference = z.infer<typeof reference>
const identifier = z.object({ system: text.optional(), value: text.optional(), type: concept.optional() })
const period = z.object({ start: text.optional(), end: text.optional() })
const quantity = z.object({
  value: z.number().optional(),
  unit: text.optional(),
  code: text.optional(),
  comparator: text.optional(),
})
export type Quantity = z.infer<typeof quantity>
const humanName = z.object({
  use: text.optional(),
  text: text.optional(),
  family: text.optional(),
  given: z.array(text).optional(),
  suffix: z.array(text).optional(),
})
export type HumanName = z.infer<typeof humanName>
const contact = z.object({ system: text.optional(), value: text.optional() })
const note = z.object({ text: text.optional() })
const base = { id: text.optional(), status: text.optional() }

const patient = z.object({
  ...base,
  resourceType: z.literal('Patient'),
  name: z.array(humanName).optional(),
  birthDate: text.optional(),
})
const practitioner = z.object({
  ...base,
  resourceType: z.literal('Practitioner'),
  name: z.array(humanName).optional(),
  identifier: z.array(identifier).optional(),
  telecom: z.array(contact).optional(),
  qualification: z.array(z.object({ code: concept.optional() })).optional(),
})
const organization = z.object({ ...base, resourceType: z.literal('Organization'), name: text.optional() })
const medication = z.object({ ...base, resourceType: z.literal('Medication'), code: concept.optional() })
const condition = z.object({
  ...base,
  resourceType: z.literal('Condition'),
  clinicalStatus: concept.optional(),
  verificationStatus: concept.optional(),
  code: concept.optional(),
  subject: reference.optional(),
  onsetDateTime: text.optional(),
  onsetPeriod: period.optional(),
  recordedDate: text.optional(),
})
const dosage = z.object({
  text: text.optional(),
  dose: quantity.optional(),
  doseAndRate: z.array(z.object({ doseQuantity: quantity.optional() })).optional(),
})
export type Dosage = z.infer<typeof dosage>
const drug = { medicationCodeableConcept: concept.optional(), medicationReference: reference.optional() }
const medicationRequest = z.object({
  ...base,
  ...drug,
  resourceType: z.literal('MedicationRequest'),
  intent: text.optional(),
  doNotPerform: z.boolean().optional(),
  subject: reference.optional(),
  statusReason: concept.optional(),
  authoredOn: text.optional(),
  requester: reference.optional(),
  reasonCode: z.array(concept).optional(),
  dosageInstruction: z.array(dosage).optional(),
  note: z.array(note).optional(),
})
const medicationStatement = z.object({
  ...base,
  ...drug,
  resourceType: z.literal('MedicationStatement'),
  subject: reference.optional(),
  statusReason: z.array(concept).optional(),
  effectiveDateTime: text.optional(),
  effectivePeriod: period.optional(),
  reasonCode: z.array(concept).optional(),
  dosage: z.array(dosage).optional(),
  note: z.array(note).optional(),
})
const medicationAdministration = z.object({
  ...base,
  ...drug,
  resourceType: z.literal('MedicationAdministration'),
  subject: reference.optional(),
  effectiveDateTime: text.optional(),
  effectivePeriod: period.optional(),
  dosage: dosage.optional(),
})
const procedure = z.object({
  ...base,
  resourceType: z.literal('Procedure'),
  code: concept.optional(),
  subject: reference.optional(),
  performedDateTime: text.optional(),
  performedPeriod: period.optional(),
  outcome: concept.optional(),
})
const measured = {
  valueQuantity: quantity.optional(),
  valueCodeableConcept: concept.optional(),
  valueString: text.optional(),
  valueInteger: z.number().optional(),
}
const observation = z.object({
  ...base,
  ...measured,
  resourceType: z.literal('Observation'),
  code: concept.optional(),
  subject: reference.optional(),
  effectiveDateTime: text.optional(),
  effectivePeriod: period.optional(),
  interpretation: z.array(concept).optional(),
  component: z.array(z.object({ ...measured, code: concept.optional() })).optional(),
})
const allergy = z.object({
  ...base,
  resourceType: z.literal('AllergyIntolerance'),
  clinicalStatus: concept.optional(),
  verificationStatus: concept.optional(),
  type: text.optional(),
  category: z.array(text).optional(),
  code: concept.optional(),
  patient: reference.optional(),
  onsetDateTime: text.optional(),
  recordedDate: text.optional(),
  reaction: z.array(z.object({ manifestation: z.array(concept).optional(), description: text.optional() })).optional(),
})
const attachment = z.object({
  contentType: text.optional(),
  data: z.string().optional(),
  title: text.optional(),
})
export type Attachment = z.infer<typeof attachment>
const report = z.object({
  ...base,
  resourceType: z.literal('DiagnosticReport'),
  code: concept.optional(),
  subject: reference.optional(),
  effectiveDateTime: text.optional(),
  effectivePeriod: period.optional(),
  issued: text.optional(),
  conclusion: text.optional(),
  presentedForm: z.array(attachment).optional(),
})
const documentReference = z.object({
  ...base,
  resourceType: z.literal('DocumentReference'),
  type: concept.optional(),
  subject: reference.optional(),
  date: text.optional(),
  description: text.optional(),
  content: z.array(z.object({ attachment })).optional(),
})
const coverage = z.object({
  ...base,
  resourceType: z.literal('Coverage'),
  type: concept.optional(),
  subscriberId: text.optional(),
  identifier: z.array(identifier).optional(),
  beneficiary: reference.optional(),
  payor: z.array(reference).optional(),
  class: z.array(z.object({ type: concept.optional(), value: text.optional(), name: text.optional() })).optional(),
  period: period.optional(),
})
/** Extensions nest without end; only the review action's code is looked for. */
const extension = z.object({
  url: text.optional(),
  valueCodeableConcept: concept.optional(),
  extension: z.array(z.unknown()).optional(),
})
export type Extension = z.infer<typeof extension>
const adjudication = z.object({
  category: concept.optional(),
  reason: concept.optional(),
  extension: z.array(extension).optional(),
})
export type Adjudication = z.infer<typeof adjudication>
const claim = {
  ...base,
  identifier: z.array(identifier).optional(),
  use: text.optional(),
  patient: reference.optional(),
  created: text.optional(),
  insurer: reference.optional(),
  outcome: text.optional(),
  disposition: text.optional(),
  preAuthRef: z.union([text, z.array(text)]).optional(),
  adjudication: z.array(adjudication).optional(),
  processNote: z.array(note).optional(),
  error: z.array(z.object({ code: concept.optional() })).optional(),
}
const claimResponse = z.object({
  ...claim,
  resourceType: z.literal('ClaimResponse'),
  item: z.array(z.object({ itemSequence: z.number().optional(), adjudication: z.array(adjudication).optional() })).optional(),
})
const explanationOfBenefit = z.object({
  ...claim,
  resourceType: z.literal('ExplanationOfBenefit'),
  item: z
    .array(
      z.object({
        sequence: z.number().optional(),
        productOrService: concept.optional(),
        servicedDate: text.optional(),
        servicedPeriod: period.optional(),
        adjudication: z.array(adjudication).optional(),
      }),
    )
    .optional(),
})

export const resource = z.discriminatedUnion('resourceType', [
  patient,
  practitioner,
  organization,
  medication,
  condition,
  medicationRequest,
  medicationStatement,
  medicationAdministration,
  procedure,
  observation,
  allergy,
  report,
  documentReference,
  coverage,
  claimResponse,
  explanationOfBenefit,
])
export type Resource = z.infer<typeof resource>
export type ResourceOf<T extends Resource['resourceType']> = Extract<Resource, { resourceType: T }>
export const READ_KINDS: ReadonlySet<string> = new Set(resource.options.map((o) => o.shape.resourceType.value))
