/** A small invented bundle, as an app of a patient's portal gives it. */
const b64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const snomed = (display: string, code = '1') => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] })
const rx = (text: string) => ({ medicationCodeableConcept: { text } })
const subject = { reference: 'Patient/p1' }
const confirmed = { coding: [{ code: 'confirmed' }] }
const active = { coding: [{ code: 'active' }] }

export const RESOURCES: readonly Record<string, unknown>[] = [
  {
    resourceType: 'Patient',
    id: 'p1',
    name: [
      { use: 'old', family: 'Keene', given: ['Dana'] },
      { use: 'official', family: 'Whitfield', given: ['Dana', 'R.'] },
    ],
    birthDate: '1987-05-14',
  },
  {
    resourceType: 'Practitioner',
    id: 'd1',
    name: [{ family: 'Reyes', given: ['Elena'], suffix: ['MD'] }],
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' }],
    telecom: [{ system: 'phone', value: '512-555-0100' }],
  },
  {
    resourceType: 'Practitioner',
    id: 'd2',
    name: [{ family: 'Odum', given: ['Paul'] }],
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567890' }],
  },
  { resourceType: 'Medication', id: 'm1', code: { text: 'propranolol 40 mg tablet' } },
  {
    resourceType: 'Condition',
    clinicalStatus: active,
    verificationStatus: confirmed,
    code: {
      coding: [
        { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G43709', display: 'Chronic migraine' },
        { system: 'http://snomed.info/sct', code: '124171000119105', display: 'Chronic migraine (disorder)' },
      ],
    },
    subject,
    onsetDateTime: '2019-06',
    recordedDate: '2020-02-03T09:00:00-06:00',
  },
  {
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ code: 'resolved' }] },
    code: snomed('Acute bronchitis (disorder)'),
    subject,
  },
  { resourceType: 'Condition', clinicalStatus: active, code: snomed('Full-time employment (finding)'), subject },
  {
    resourceType: 'Condition',
    verificationStatus: { coding: [{ code: 'refuted' }] },
    code: snomed('Epilepsy (disorder)'),
    subject,
  },
  {
    resourceType: 'MedicationRequest',
    status: 'stopped',
    intent: 'order',
    ...rx('topiramate 50 MG Oral Tablet'),
    subject,
    statusReason: { text: 'Side effects; word-finding trouble' },
    authoredOn: '2021-03-08',
    requester: { reference: 'Practitioner/d1' },
    dosageInstruction: [{ text: '50 mg twice a day' }],
  },
  {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationReference: { reference: 'Medication/m1' },
    subject,
    authoredOn: '2020-01-15T23:30:00-06:00',
    requester: { reference: 'Practitioner/d1' },
  },
  { resourceType: 'MedicationRequest', status: 'entered-in-error', intent: 'order', ...rx('amitriptyline 10 mg'), subject },
  {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'proposal',
    ...rx('erenumab 70 mg'),
    subject,
    authoredOn: '2026-01-05',
  },
  { resourceType: 'MedicationStatement', status: 'active', ...rx('sumatriptan'), subject, effectivePeriod: { start: '2022-02' } },
  { resourceType: 'MedicationStatement', status: 'not-taken', ...rx('verapamil'), subject },
  {
    resourceType: 'AllergyIntolerance',
    type: 'allergy',
    verificationStatus: confirmed,
    code: { text: 'valproate' },
    patient: subject,
    reaction: [{ manifestation: [{ text: 'hives' }] }],
  },
  { resourceType: 'AllergyIntolerance', code: { text: 'peanut' }, patient: subject },
  {
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Hemoglobin A1c' },
    subject,
    effectiveDateTime: '2025-11-02',
    valueQuantity: { value: 5.4, unit: '%' },
  },
  {
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Smoking status' },
    subject,
    valueCodeableConcept: { text: 'Never smoker' },
  },
  {
    resourceType: 'Procedure',
    status: 'completed',
    code: snomed('Appendectomy (procedure)'),
    subject,
    performedDateTime: '2011-07-09',
  },
  {
    resourceType: 'DiagnosticReport',
    status: 'final',
    code: { text: 'MRI brain' },
    subject,
    effectiveDateTime: '2025-10-20',
    conclusion: 'No acute\nintracranial finding.',
  },
  {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { text: 'Progress note' },
    subject,
    date: '2025-12-01T10:00:00-06:00',
    content: [
      {
        attachment: {
          contentType: 'text/plain',
          data: b64(
            'Assessment: Chronic migraine without aura.\n\nShe tried candesartan 16 mg from 2023-01 to 2023-06 and stopped because it did not help – señales none.',
          ),
        },
      },
      { attachment: { contentType: 'application/pdf', data: b64('%PDF-1.7') } },
    ],
  },
  {
    resourceType: 'Coverage',
    status: 'active',
    subscriberId: 'XQP123456789',
    beneficiary: subject,
    payor: [{ display: 'Example Health Plan' }],
    class: [{ type: { coding: [{ code: 'group' }] }, value: '88-1204' }],
  },
  {
    resourceType: 'ClaimResponse',
    status: 'active',
    use: 'preauthorization',
    patient: subject,
    created: '2026-02-01',
    insurer: { display: 'Example Health Plan' },
    outcome: 'complete',
    preAuthRef: 'AUTH-77',
    item: [
      {
        itemSequence: 1,
        adjudication: [
          {
            category: { coding: [{ code: 'submitted' }] },
            extension: [
              {
                url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewAction',
                extension: [
                  {
                    url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewActionCode',
                    valueCodeableConcept: {
                      coding: [{ system: 'https://codesystem.x12.org/005010/306', code: 'A3', display: 'Not Certified' }],
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    resourceType: 'ExplanationOfBenefit',
    status: 'active',
    use: 'claim',
    patient: subject,
    created: '2026-01-10',
    insurer: { display: 'Example Health Plan' },
    outcome: 'complete',
    item: [
      {
        sequence: 1,
        productOrService: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '70551', display: 'MRI brain' }] },
        servicedDate: '2025-10-20',
        adjudication: [
          {
            category: { coding: [{ code: 'denialreason' }] },
            reason: {
              coding: [
                { system: 'https://x12.org/codes/claim-adjustment-reason-codes', code: '50', display: 'Not a medical necessity' },
              ],
            },
          },
        ],
      },
      {
        sequence: 2,
        adjudication: [
          {
            reason: {
              coding: [
                { system: 'https://x12.org/codes/claim-adjustment-reason-codes', code: '45', display: 'Over fee schedule' },
              ],
            },
          },
        ],
      },
    ],
  },
  { resourceType: 'Encounter', id: 'e1', status: 'finished' },
]

export const bundle = (resources: readonly unknown[] = RESOURCES): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }, null, 1)
