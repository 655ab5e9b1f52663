/** What is still needed, from whom and why, by the English sentence. */
export const TASKS: Readonly<Record<string, string>> = {
  'The criteria the plan applied': 'Los criterios que aplicó el plan',
  'The letter answers typical requirements only; the plan’s own decide.':
    'La carta responde solo a los requisitos habituales; deciden los del propio plan.',
  'A readable copy of {name}': 'Una copia legible de {name}',
  'whoever gave the file': 'quien dio el archivo',
  'Send the signed packet and keep the proof': 'Envíe el paquete firmado y guarde el comprobante',
  'the person who sends it': 'la persona que lo envía',
  'Ask for: {part}': 'Pida: {part}',
  'you, before anything else': 'usted, antes que nada',
  'It is decided by: {part}.': 'Lo decide: {part}.',
  you: 'usted',
  'the plan': 'el plan',
  'the member': 'el miembro',
  'the prescriber': 'quien receta',
  'the prescriber’s office or the pharmacy': 'el consultorio de quien receta o la farmacia',
  'the patient or the prescriber’s office': 'el paciente o el consultorio de quien receta',
  'the prescriber or the laboratory or imaging center': 'quien receta, el laboratorio o el centro de imágenes',
  'the prescriber or the hospital': 'quien receta o el hospital',
  '{person}’s office or the pharmacy': 'el consultorio de {person} o la farmacia',
  '{person} or the laboratory or imaging center': '{person}, el laboratorio o el centro de imágenes',
  '{person} or the hospital': '{person} o el hospital',
  'the treating therapist': 'el terapeuta que trata al paciente',
  'the treating clinician': 'el profesional que trata al paciente',
  'Which rights exist, and by when, depends on the type of coverage.':
    'Del tipo de cobertura depende qué derechos hay y hasta cuándo.',
  'The deadline is counted from it.': 'El plazo se cuenta desde esa fecha.',
  'The law counts from the day the notice was received; until it is known, the earlier date is used.':
    'La ley cuenta desde el día en que se recibió el aviso; mientras no se sepa, se usa la fecha anterior.',
  'The plan files the appeal by it.': 'El plan archiva la apelación con ese número.',
  'The plan identifies the member by it.': 'El plan identifica al miembro con ese número.',
  'The notice gives no address for appeals.': 'El aviso no da una dirección para las apelaciones.',
  'The letter carries the sender’s address.': 'La carta lleva la dirección de quien la envía.',
  'The prescriber signs the letter of medical necessity.': 'Quien receta firma la carta de necesidad médica.',
  'The plan identifies the prescriber by it.': 'El plan identifica con ese número a quien receta.',
  'Read the appeal, correct what is wrong, sign and date it':
    'Lea la apelación, corrija lo que esté mal, fírmela y póngale la fecha',
  'Only you know whether every statement is right.': 'Solo usted sabe si todo lo que dice es cierto.',
  'Check the clinical statements of the appeal against the chart and sign':
    'Compare lo que la apelación dice de la salud con el expediente médico, y firme',
  'A reviewer gives weight to what the prescriber has confirmed.': 'Quien revisa da peso a lo que ha confirmado quien receta.',
  'Read and sign: Letter of medical necessity: {kept}': 'Lea y firme la carta de necesidad médica: {kept}',
  'Read and sign: Request for an exception to step therapy: {kept}':
    'Lea y firme la solicitud de una excepción a la terapia escalonada: {kept}',
  'Read and sign: Request for an exception to the formulary: {kept}':
    'Lea y firme la solicitud de una excepción al formulario: {kept}',
  'Read and sign: Request for an expedited decision: {kept}': 'Lea y firme la solicitud de una decisión rápida: {kept}',
  'Read and sign: {kept}': 'Lea y firme: {kept}',
  'It goes to the plan with the appeal.': 'Va al plan junto con la apelación.',
  'No fixed date is known; send it as soon as it is signed.': 'No se sabe de una fecha fija; envíela en cuanto esté firmada.',
  'The deadline depends on the type of coverage, which is not known yet.':
    'El plazo depende del tipo de cobertura, que aún no se sabe.',
  'Last legal day {day}; do it by {day2}.': 'El último día legal es el {day}; hágalo a más tardar el {day2}.',
}
