import type { TreatmentRecord } from '../../../knowledge/treatment.ts'
import type { Lang } from '../language.ts'
import { oncePerLang } from '../pages/once.ts'
import type { About } from '../shell/page.ts'

/**
 * What each kind of care is to schema.org. A level of care or a service (hospital stay, ambulance) is no
 * medical procedure, so it is the plain Service that it is.
 */
const TYPES: Readonly<Record<TreatmentRecord['kind'], About['type']>> = {
  drug: 'Drug',
  biologic: 'Drug',
  cell_gene_therapy: 'MedicalTherapy',
  procedure: 'MedicalProcedure',
  therapy: 'MedicalTherapy',
  device: 'MedicalDevice',
  test: 'MedicalTest',
  level_of_care: 'Service',
  service: 'Service',
}

const all = oncePerLang(
  (knowledge, lang: Lang) =>
    new Map(
      [...knowledge.treatments.values()].map((t): [string, About] => [
        t.id,
        { type: TYPES[t.kind], name: lang === 'es' ? (t.displayNameEs ?? t.displayName) : t.displayName },
      ]),
    ),
)

/** The treatment as the thing a page is about. */
export const aboutTreatment = (knowledge: Parameters<typeof all>[0], lang: Lang, id: string): About | undefined =>
  all(knowledge, lang).get(id)
