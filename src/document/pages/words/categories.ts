import type { PageWords } from './words.ts'

/** The coarse labels that letters are sorted by, as headings of a list of reasons. */
export const CATEGORIES: Readonly<Record<'en' | 'es', PageWords['categories']>> = {
  en: {
    bundling: 'Bundled services',
    coding_or_billing_error: 'Coding or billing',
    conservative_treatment_not_tried: 'Other treatment first',
    duplicate_claim: 'Duplicate claim',
    experimental_investigational: 'Experimental or investigational',
    insufficient_documentation: 'Missing papers',
    non_formulary_or_tier: 'Drug list and tiers',
    not_covered_excluded: 'Not covered',
    not_medically_necessary: 'Medical need',
    out_of_network: 'Network',
    payment_reduced: 'Paid for less',
    prior_authorization_missing: 'Prior authorization',
    quantity_or_frequency_limit: 'Limits of amount',
    step_therapy: 'Step therapy',
    timely_filing: 'Late claim',
  },
  es: {
    bundling: 'Servicios agrupados',
    coding_or_billing_error: 'Códigos o facturación',
    conservative_treatment_not_tried: 'Otro tratamiento primero',
    duplicate_claim: 'Reclamo duplicado',
    experimental_investigational: 'Experimental o en investigación',
    insufficient_documentation: 'Faltan documentos',
    non_formulary_or_tier: 'Lista de medicamentos y niveles',
    not_covered_excluded: 'No cubierto',
    not_medically_necessary: 'Necesidad médica',
    out_of_network: 'Red',
    payment_reduced: 'Pagado por menos',
    prior_authorization_missing: 'Autorización previa',
    quantity_or_frequency_limit: 'Límites de cantidad',
    step_therapy: 'Terapia escalonada',
    timely_filing: 'Reclamo presentado tarde',
  },
}
