import type { CaseFacts, Diagnosis } from '../facts/casefacts.ts'
import type { Entry } from '../facts/fact.ts'
import type { TreatmentRecord } from '../knowledge/treatment.ts'

/**
 * The diagnosis the treatment is for: as a person stated it; else the one whose code the denial
 * carries; else one the treatment is for; else the only one. Null rather than a guess: a chart lists
 * the blood pressure too.
 */
export function treatedDiagnosis(facts: CaseFacts, treatment: TreatmentRecord | null): Entry<Diagnosis> | null {
  const { diagnoses } = facts
  const denied = facts.denial.reading.codes.filter((c) => c.value.system === 'ICD-10-CM').map((c) => c.value.code)
  const meant = treatment?.indications.flatMap((i) => i.icd10cm.map((c) => c.code)) ?? []
  const words = treatment?.indications.map((i) => i.name.toLowerCase()) ?? []
  const within = (code: string | null, codes: readonly string[]) =>
    code !== null && codes.some((c) => code === c || code.startsWith(c))
  return (
    diagnoses.find((d) => d.origin.kind === 'person') ??
    diagnoses.find((d) => d.value.code !== null && denied.includes(d.value.code)) ??
    diagnoses.find((d) => within(d.value.code, meant)) ??
    diagnoses.find((d) => words.some((w) => w.includes(d.value.name.toLowerCase()) || d.value.name.toLowerCase().includes(w))) ??
    (diagnoses.length === 1 ? (diagnoses[0] ?? null) : null)
  )
}

/** Its name: the record's words, or the registry's where the record gives only a code or a whole sentence. */
export function diagnosisName(
  diagnosis: Diagnosis,
  treatment: TreatmentRecord | null,
): { readonly name: string; readonly fromRegistry: boolean } {
  const codes = treatment?.indications.flatMap((i) => i.icd10cm) ?? []
  const listed = codes.find((c) => c.code === diagnosis.code)
  const wordy =
    diagnosis.name === diagnosis.code ||
    diagnosis.name.split(' ').length > 8 ||
    /\b(?:year|month)s?[ -]old\b/i.test(diagnosis.name)
  return wordy && listed
    ? { name: listed.name, fromRegistry: true }
    : { name: withoutPatient(diagnosis.name), fromRegistry: false }
}

/** "year-old teacher with lumbar radiculopathy" → "lumbar radiculopathy": who has it is not what it is. */
const withoutPatient = (name: string) => name.replace(/^.*\b(?:year|month)s?[ -]old\b.*?\bwith\s+/i, '')
