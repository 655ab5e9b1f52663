import type { FhirLine } from './line.ts'
import type { FhirFile } from './open.ts'
import type { Resource, ResourceOf } from './resources.ts'
import { sayDecision } from './sayDecision.ts'
import {
  codeOf,
  dayOf,
  dayWords,
  doseWords,
  drugName,
  icd10Of,
  isMereFinding,
  named,
  npiOf,
  personName,
  plain,
  quantityWords,
  whoIs,
} from './words.ts'

/** Said by mistake, or of something that never came to be. */
const VOID = new Set(['entered-in-error', 'refuted', 'cancelled', 'draft', 'not-done', 'not-taken', 'unknown'])

/** What a resource says, line by line; nothing for what was withdrawn or never happened. */
export function sayResource(r: Resource, file: FhirFile): FhirLine[] {
  if (VOID.has(r.status ?? '') || ('verificationStatus' in r && VOID.has(codeOf(r.verificationStatus)))) return []
  const lines = linesOf(r, file)
  return lines.filter((l) => l.name)
}

function linesOf(r: Resource, file: FhirFile): FhirLine[] {
  switch (r.resourceType) {
    case 'Patient':
      return [{ when: null, label: 'Patient', name: personName(r.name), fields: [['born', dayWords(r.birthDate)]] }]
    case 'Practitioner':
      return [clinician(r)]
    case 'Coverage':
      return [coverage(r, file)]
    case 'Condition': {
      const since = dayWords(r.onsetDateTime, r.onsetPeriod?.start)
      const status = codeOf(r.clinicalStatus) || (isMereFinding(r.code) ? 'finding' : '')
      const code = icd10Of(r.code)
      return [
        {
          when: dayOf(r.recordedDate, r.onsetDateTime, r.onsetPeriod?.start),
          label: 'Diagnosis',
          name: named(r.code),
          fields: [
            ['code', code ? `ICD-10-CM ${code}` : ''],
            ['status', isMereFinding(r.code) ? 'finding' : status],
            ['since', since],
          ],
        },
      ]
    }
    case 'MedicationRequest':
      return prescribed(r, file)
    case 'MedicationStatement':
      return [
        {
          when: dayOf(r.effectivePeriod?.start, r.effectiveDateTime),
          label: 'Taken',
          name: drugName(r, file),
          fields: [
            ['dose', doseWords(r.dosage)],
            ['from', dayWords(r.effectivePeriod?.start)],
            ['until', dayWords(r.effectivePeriod?.end)],
            ['status', plain(r.status)],
            ['stopped because', plain((r.statusReason ?? []).map(named).join(', '))],
            ['for', plain((r.reasonCode ?? []).map(named).join(', '))],
            ['note', plain(r.note?.[0]?.text)],
          ],
        },
      ]
    case 'MedicationAdministration': {
      const from = dayOf(r.effectivePeriod?.start, r.effectiveDateTime)
      const until = dayWords(r.effectivePeriod?.end)
      const dose = doseWords(r.dosage ? [r.dosage] : [])
      return [
        {
          when: from,
          label: 'Given',
          name: drugName(r, file),
          fields: [
            ['dose', dose],
            ['until', until],
            ['status', plain(r.status)],
          ],
        },
      ]
    }
    case 'Procedure':
      return [
        {
          when: dayOf(r.performedDateTime, r.performedPeriod?.start),
          label: 'Procedure',
          name: named(r.code),
          fields: [
            ['until', until(r.performedPeriod)],
            ['status', plain(r.status)],
            ['result', named(r.outcome)],
          ],
        },
      ]
    case 'Observation':
      return observed(r)
    case 'AllergyIntolerance':
      return codeOf(r.clinicalStatus) === 'resolved' || codeOf(r.clinicalStatus) === 'inactive' ? [] : [allergic(r)]
    case 'DiagnosticReport':
      return [
        {
          when: dayOf(r.effectiveDateTime, r.effectivePeriod?.start, r.issued),
          label: 'Report',
          name: named(r.code),
          fields: [['conclusion', plain(r.conclusion)]],
        },
      ]
    case 'ClaimResponse':
    case 'ExplanationOfBenefit':
      return sayDecision(r, file)
    default:
      return []
  }
}

/** The last day, where it is another than the first. */
function until(period: { readonly start?: string | undefined; readonly end?: string | undefined } | undefined): string {
  const end = dayWords(period?.end)
  return end === dayWords(period?.start) ? '' : end
}

function clinician(r: ResourceOf<'Practitioner'>): FhirLine {
  const suffix = r.name?.[0]?.suffix?.join(', ')
  const of = (system: string) => plain(r.telecom?.find((t) => t.system === system)?.value)
  return {
    when: null,
    label: 'Clinician',
    name: personName(r.name),
    fields: [
      ['credentials', plain(suffix ?? named(r.qualification?.[0]?.code))],
      ['NPI', npiOf(r) ?? ''],
      ['telephone', of('phone')],
      ['fax', of('fax')],
    ],
  }
}

function coverage(r: ResourceOf<'Coverage'>, file: FhirFile): FhirLine {
  const group = r.class?.find((c) => codeOf(c.type) === 'group')
  return {
    when: dayOf(r.period?.start),
    label: 'Coverage',
    name: whoIs(r.payor?.[0], file) || named(r.type),
    fields: [
      ['member ID', plain(r.subscriberId ?? r.identifier?.find((i) => codeOf(i.type) === 'mb')?.value)],
      ['group', plain(group?.value)],
      ['until', dayWords(r.period?.end)],
    ],
  }
}

/** An order is a prescription; a plan or proposal is only asked for, and "do not perform" is neither. */
function prescribed(r: ResourceOf<'MedicationRequest'>, file: FhirFile): FhirLine[] {
  if (r.doNotPerform) return []
  return [
    {
      when: dayOf(r.authoredOn),
      label: r.intent === 'proposal' || r.intent === 'plan' ? 'Planned' : 'Prescribed',
      name: drugName(r, file),
      fields: [
        ['dose', doseWords(r.dosageInstruction)],
        ['status', plain(r.status)],
        ['stopped because', named(r.statusReason)],
        ['for', plain((r.reasonCode ?? []).map(named).join(', '))],
        ['by', whoIs(r.requester, file)],
        ['note', plain(r.note?.[0]?.text)],
      ],
    },
  ]
}

type Valued = Pick<ResourceOf<'Observation'>, 'code' | 'valueQuantity' | 'valueCodeableConcept' | 'valueString' | 'valueInteger'>

function observed(r: ResourceOf<'Observation'>): FhirLine[] {
  const when = dayOf(r.effectiveDateTime, r.effectivePeriod?.start)
  return [r, ...(r.component ?? [])].flatMap((v: Valued): FhirLine[] => {
    const figure = quantityWords(v.valueQuantity) || (v.valueInteger === undefined ? '' : String(v.valueInteger))
    if (figure) return [{ when, label: 'Measured', name: named(v.code), fields: [['value', figure]] }]
    const words = named(v.valueCodeableConcept) || plain(v.valueString)
    return words ? [{ when, label: 'Found', name: named(v.code), fields: [['result', words]] }] : []
  })
}

function allergic(r: ResourceOf<'AllergyIntolerance'>): FhirLine {
  const reactions = (r.reaction ?? []).flatMap((x) =>
    x.manifestation?.length ? x.manifestation.map(named) : plain(x.description),
  )
  return {
    when: dayOf(r.onsetDateTime, r.recordedDate),
    label: r.type === 'intolerance' ? 'Intolerance' : 'Allergy',
    name: named(r.code),
    fields: [
      ['reaction', plain(reactions.filter(Boolean).join(', '))],
      ['status', codeOf(r.verificationStatus)],
    ],
  }
}
