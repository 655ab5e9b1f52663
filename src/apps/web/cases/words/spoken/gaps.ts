/** What the record lacks for a requirement of the policy, and why it matters, by the English sentence. */
export const GAPS: Readonly<Record<string, string>> = {
  'Typical criteria for {kept}': 'Criterios habituales para: {kept}',
  'A note with {things}': 'Una nota con {things}',
  'The policy asks for it in writing.': 'La política lo pide por escrito.',
  'A note that states the diagnosis in the policy’s terms': 'Una nota que dé el diagnóstico con las palabras de la política',
  'The diagnosis in the records does not use all of the policy’s words.':
    'El diagnóstico de los expedientes no usa todas las palabras de la política.',
  'A note with the diagnosis code that the policy lists': 'Una nota con el código de diagnóstico que enumera la política',
  'No diagnosis held carries one of the codes.': 'Ninguno de los diagnósticos que tenemos lleva uno de esos códigos.',
  'A statement that this does not apply: {q}': 'Una declaración de que esto no se aplica: {q}',
  'A note that addresses the whole of {q}; not yet shown: {kept}':
    'Una nota que responda a todo esto: {q}; aún no se ha demostrado: {kept}',
  'A note or statement that addresses {q}': 'Una nota o declaración que responda a esto: {q}',
  'The policy asks for it and the records held do not settle it.':
    'La política lo pide, y los expedientes que tenemos no lo resuelven.',
  'The dated report of: {kept}': 'El informe con fecha de: {kept}',
  'The dated report of: {kept}, from the last {last}': 'El informe con fecha de: {kept}, {last}',
  'The policy asks for the result.': 'La política pide el resultado.',
  'A statement that the requested treatment will not be used with what the policy names':
    'Una declaración de que el tratamiento solicitado no se usará junto con lo que nombra la política',
  'Records do not show what is not taken; the prescriber can state it.':
    'Los expedientes no muestran lo que no se toma; quien receta lo puede declarar.',
  'A note or fill history that shows {lack}': 'Una nota o un historial de la farmacia que muestre {lack}',
  'The policy asks for it, and the records held leave it open.':
    'La política lo pide, y los expedientes que tenemos lo dejan abierto.',
  'Records of {n} more trial among: {kept}, or why not':
    'Expedientes de {n} tratamiento anterior más, de entre: {kept}, o por qué no se hizo',
  'Records of {n} more trials among: {kept}, or why not':
    'Expedientes de {n} tratamientos anteriores más, de entre: {kept}, o por qué no se hicieron',
  'Records of a trial of {kept}, or why it cannot be used':
    'Expedientes que muestren que se probó {kept}, o por qué no se puede usar',
  'The policy asks for earlier treatment.': 'La política pide un tratamiento anterior.',
  'Dated notes of {kept}': 'Notas con fecha de: {kept}',
  'Dated notes of {kept} from the last {last}': 'Notas con fecha, {last}, de: {kept}',
  'The policy asks for {n}; the records held show {n2}.': 'La política pide {n}; los expedientes que tenemos muestran {n2}.',
  'A dated {kept} value': 'Un valor con fecha de: {kept}',
  'A dated {kept} from the last {last}': 'Un valor con fecha, {last}, de: {kept}',
  'The policy sets a value for it.': 'La política fija un valor para esto.',
  'The complete policy': 'La política completa',
  'A list in the copy held is empty or too short.': 'En la copia que tenemos hay una lista vacía o demasiado corta.',
  'The patient’s date of birth': 'La fecha de nacimiento del paciente',
  'The policy sets an age.': 'La política fija una edad.',
  'The prescriber’s specialty, or a note of the specialist consulted':
    'La especialidad de quien receta, o una nota del especialista consultado',
  'The prescriber’s specialty': 'La especialidad de quien receta',
  'The policy asks who prescribes.': 'La política pregunta quién receta.',
  'A dated note on how the requested treatment has worked':
    'Una nota con fecha sobre cómo ha funcionado el tratamiento solicitado',
  'The policy asks for the response so far.': 'La política pide saber cómo ha respondido el paciente hasta ahora.',
  'A medication list or fill history that shows the requested treatment':
    'Una lista de medicinas o un historial de la farmacia que muestre el tratamiento solicitado',
  'The source of this fact': 'La fuente de este dato',
}
