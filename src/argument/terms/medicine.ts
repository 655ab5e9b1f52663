import { type Citation, letterCitation } from '../../base/citation.ts'
import type { Support } from '../../base/support.ts'
import type { CaseFacts } from '../../facts/casefacts.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Indication, TreatmentRecord } from '../../knowledge/treatment.ts'
import type { Brief } from '../brief.ts'
import { type TermTree, term } from '../term.ts'

/**
 * Indications of the treatment that the chart falls under: by ICD-10-CM code, or by the biomarker that
 * the indication names ("NTRK"), since such a tumor keeps the code of where it grew.
 */
export function matchingIndications(treatment: TreatmentRecord, facts: CaseFacts): Indication[] {
  const codes = facts.diagnoses.flatMap((d) => (d.value.code ? [d.value.code] : []))
  const found = [
    ...facts.results.map((r) => `${r.value.test} ${r.value.finding}`),
    ...facts.diagnoses.map((d) => d.value.name),
  ].filter((words) => !/\b(?:no|not|negative|without|wild[- ]type)\b/i.test(words))
  return treatment.indications.filter(
    (i) =>
      i.icd10cm.some(({ code }) =>
        codes.some((c) => c === code || c.startsWith(`${code}.`) || (code.includes('.') && c.startsWith(code))),
      ) || biomarkersOf(i).some((marker) => found.some((words) => words.includes(marker))),
  )
}

/** Gene and receptor symbols in an indication's name: runs of four or more capitals and digits. */
const biomarkersOf = (i: Indication): readonly string[] => i.name.match(/\b[A-Z][A-Z0-9]{3,}\b/g) ?? []

/**
 * What guidelines and labels say of this treatment for this patient's indication, and the field of
 * medicine. A guideline that the record ties to no indication says nothing of this patient.
 */
export function medicineTerms(brief: Brief): TermTree {
  const { treatment, knowledge } = brief
  const drug = isDrug(brief) ? term('drug', []) : null
  if (!treatment) return { guidelines: [], labels: [], drug }
  const indications = matchingIndications(treatment, brief.facts)
  const ids = new Set(indications.map((i) => i.id))
  const guidelines = treatment.guidelines
    .filter((g) => g.for.some((id) => ids.has(id)))
    .flatMap((g) => g.provisions.flatMap((key) => provisionTerms(knowledge, `${g.source}#${key}`, 'guideline')))
  const labels = treatment.fdaLabelApplicable
    ? labelRefs(brief, indications).flatMap((ref) => provisionTerms(knowledge, ref, 'label'))
    : []
  const own: Support[] = [
    {
      kind: 'treatment',
      source: treatment.id,
      pin: 'specialty',
      quote: treatment.specialty ?? treatment.class,
      status: treatment.trust.record.status,
    },
  ]
  return {
    field: treatment.specialty ? term(fieldName(treatment.specialty), own) : null,
    drug,
    indication: indications[0]
      ? {
          name: term(indications[0].name, [
            {
              kind: 'treatment',
              source: treatment.id,
              pin: `indications.${indications[0].id}`,
              quote: indications[0].name,
              status: treatment.trust.record.status,
            },
          ]),
          steps: stepTerms(brief, treatment, ids),
        }
      : null,
    guidelines,
    labels,
  }
}

/** Whether what was denied is a drug: by the registry, by its code, or by its name in the vocabulary of drugs. */
export function isDrug({ treatment, facts, knowledge }: Brief): boolean {
  if (treatment) return ['drug', 'biologic', 'cell_gene_therapy'].includes(treatment.kind)
  if (facts.treatment.codes.some(({ value: c }) => c.system === 'NDC' || (c.system === 'HCPCS' && /^[JQ]\d{4}$/.test(c.code))))
    return true
  const [first = ''] = (facts.treatment.name.state === 'known' ? facts.treatment.name.value : '').toLowerCase().split(/[ ,(]/)
  return [...knowledge.facts.values()].some(
    (record) =>
      record.kind === 'agents' &&
      record.what === 'drug' &&
      Object.values(record.groups).some((g) =>
        Object.entries(g.agents).some(([generic, other]) => [generic, ...other].some((n) => n.toLowerCase() === first)),
      ),
  )
}

/** Label provisions of the product ordered: the longest of its names that the request or the denial uses, else the first label. */
function labelRefs({ knowledge, facts }: Brief, indications: readonly Indication[]): string[] {
  const refs = [...new Set(indications.flatMap((i) => i.label))]
  const words = [
    facts.treatment.name.state === 'known' ? facts.treatment.name.value : '',
    facts.denial.reading.service?.value ?? '',
  ]
    .join(' ')
    .toLowerCase()
  const product = (ref: string) =>
    knowledge.sources
      .get(ref.split('#')[0] ?? '')
      ?.cite.replace(/ prescribing information$/i, '')
      .toLowerCase() ?? ''
  const named = refs.filter((ref) => product(ref) && words.includes(product(ref)))
  const longest = Math.max(0, ...named.map((ref) => product(ref).length))
  const first = refs[0]?.split('#')[0]
  return named.length ? named.filter((ref) => product(ref).length === longest) : refs.filter((ref) => ref.startsWith(`${first}#`))
}

/** "Neurology (MS)" → "neurology": the field as it is named inside a sentence. */
export const fieldName = (specialty: string) =>
  specialty.replace(/\s*\(.*\)$/, '').replace(/\b[A-Z](?=[a-z])/g, (c) => c.toLowerCase())

/** Provisions that say why an earlier step does not fit this indication, though other indications have one. */
function stepTerms(brief: Brief, treatment: TreatmentRecord, ids: ReadonlySet<string>): TermTree[] {
  const asked = treatment.stepPrerequisites.some((s) => !s.for.length || s.for.some((id) => ids.has(id)))
  if (asked || !treatment.stepPrerequisites.length) return []
  const refs = treatment.typicalCriteria.filter((c) => c.for.some((id) => ids.has(id))).flatMap((c) => c.cite)
  return [...new Set(refs)].flatMap((ref) => provisionTerms(brief.knowledge, ref, 'guideline'))
}

function provisionTerms(knowledge: Knowledge, ref: string, kind: 'guideline' | 'label'): TermTree[] {
  const [source = '', key = ''] = ref.split('#')
  const record = knowledge.sources.get(source)
  const provision = record?.provisions[key]
  if (!record || !provision) return []
  const citation: Citation = { source, cite: record.cite, pin: provision.pin ?? '', status: provision.status }
  const support: Support[] = [{ kind, source, pin: provision.pin ?? '', quote: provision.says, status: provision.status }]
  return [
    {
      says: term(provision.says.replace(/\.$/, ''), support),
      cite: term(letterCitation(citation), support),
      publisher: record.publisher ? term(record.publisher, support) : null,
    },
  ]
}
