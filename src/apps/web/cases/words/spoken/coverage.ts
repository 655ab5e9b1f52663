/** What in a letter shows the type of coverage, by the English sentence. */
export const COVERAGE_CUES: Readonly<Record<string, string>> = {
  'The letter names the type of coverage.': 'La carta nombra el tipo de cobertura.',
  'The plan pays its own claims.': 'El plan paga sus propios reclamos.',
  'The letter speaks of the Indian Health Service.': 'La carta habla del Servicio de Salud Indígena (Indian Health Service).',
  'The letter speaks of Medicare drug coverage.': 'La carta habla de la cobertura de medicamentos de Medicare.',
  'The letter speaks of Medicare Advantage or of an organization determination.':
    'La carta habla de Medicare Advantage o de una determinación de la organización (“organization determination”).',
  'The letter names the agency for employer plans.': 'La carta nombra la agencia de los planes de empleadores.',
  'The letter names the Federal employee program.': 'La carta nombra el programa de los empleados federales.',
  'The letter names the Children’s Health Insurance Program.': 'La carta nombra el Programa de Seguro Médico para Niños (CHIP).',
  'The letter names a student health plan.': 'La carta nombra un plan de salud para estudiantes.',
  'The letter names TRICARE.': 'La carta nombra TRICARE.',
  'The letter names Medicare.': 'La carta nombra Medicare.',
  'The letter names Medicaid.': 'La carta nombra Medicaid.',
  'The letter comes from the VA.': 'La carta viene del VA (Departamento de Asuntos de los Veteranos).',
  'The letter comes from a Medicaid managed care plan.': 'La carta viene de un plan de atención administrada de Medicaid.',
  'The letter comes from Original Medicare.': 'La carta viene de Medicare Original.',
  'The letter calls the plan grandfathered.': 'La carta dice que el plan tiene derechos adquiridos (“grandfathered”).',
  'The letter calls it a church plan.': 'La carta dice que es el plan de una iglesia.',
  'The employer is a State or local government.': 'El empleador es un gobierno estatal o local.',
  'The coverage was bought on a Marketplace.': 'La cobertura se compró en el Mercado de Seguros Médicos.',
  'The coverage comes through an employer.': 'La cobertura viene por medio de un empleador.',
  'ERISA governs plans of private employers.': 'La ley ERISA rige los planes de empleadores privados.',
  'An independent review entity decides the second Medicare appeal.':
    'Una entidad de revisión independiente decide la segunda apelación de Medicare.',
  'A notice of Medicare non-coverage or discharge goes to the Quality Improvement Organization.':
    'Contra un aviso de Medicare de que termina la cobertura o de alta se acude a la Organización para el Mejoramiento de la Calidad (QIO).',
  'A State fair hearing is a Medicaid right.': 'La audiencia imparcial estatal es un derecho de Medicaid.',
  'The plan is short-term, limited or a sharing ministry.':
    'El plan es de corto plazo, limitado o de un grupo religioso que comparte gastos.',
  'A redetermination is a Medicare appeal, under Part D or Original Medicare.':
    'Una redeterminación es una apelación de Medicare, de la Parte D o de Medicare Original.',
  'A State insurance regulator is named, so the coverage is probably insured.':
    'Se nombra a la autoridad de seguros de un estado, así que la cobertura probablemente es asegurada.',
}
