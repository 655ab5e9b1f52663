/** Words that stand inside a sentence, by the kind of the place they stand in. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  'inadequate response': 'no ayudó lo suficiente',
  'not tolerated': 'no se toleró',
  contraindicated: 'contraindicado',
  'partial response': 'ayudó en parte',
  response: 'ayudó',
  ongoing: 'se sigue tomando',
  'outcome not stated': 'resultado no indicado',
}

export const EVENTS: Readonly<Record<string, string>> = {
  stroke: 'Derrame cerebral',
  surgery: 'Cirugía',
  fracture: 'Fractura',
  relapse: 'Recaída',
  seizure: 'Convulsión',
  admission: 'Hospitalización',
}

/** What a note has to hold, as a policy asks for it in writing. */
export const THINGS: Readonly<Record<string, string>> = {
  'measurable goals with a time frame': 'metas que se puedan medir, con un plazo',
  'an evaluation by a licensed therapist': 'una evaluación de un terapeuta con licencia',
  'a functional deficit measured by a standardized test': 'un déficit funcional medido con una prueba estandarizada',
  'a plan of care': 'un plan de atención',
  'progress toward the goals': 'el avance hacia las metas',
}

/** What documents can disagree about. */
export const FIELDS: Readonly<Record<string, string>> = {
  'the patient’s name': 'el nombre del paciente',
  'the date of birth': 'la fecha de nacimiento',
  'the prescriber’s name': 'el nombre de quien receta',
  'the NPI': 'el NPI',
}

/** Parts of a prior treatment that records can disagree about. */
export const PARTS: Readonly<Record<string, string>> = {
  outcome: 'el resultado',
  length: 'la duración',
  dates: 'las fechas',
}
