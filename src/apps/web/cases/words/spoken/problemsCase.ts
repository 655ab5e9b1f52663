/** What can be wrong with a case, its documents, its letters and the deadlines asked for, by the English sentence. */
export const CASE_PROBLEMS: Readonly<Record<string, string>> = {
  'This case is not here, or it was deleted.': 'Este caso no está aquí o se borró.',
  'Open it from the link you were given, or start a new one.': 'Ábralo con el enlace que recibió, o empiece uno nuevo.',
  'There is no such case, or it was deleted.': 'No existe ese caso, o se borró.',
  'Start a new one.': 'Empiece uno nuevo.',
  'There is no such case.': 'No existe ese caso.',
  'Open your case again.': 'Abra su caso de nuevo.',
  'The case was changed from several sides at once.': 'Varias personas cambiaron el caso a la vez.',
  'Try again in a moment.': 'Inténtelo de nuevo en un momento.',
  'The case was changed at the same moment.': 'El caso se cambió en ese mismo momento.',
  'Press the button once more.': 'Pulse el botón otra vez.',
  'A case holds {n} documents.': 'Un caso admite {n} documentos.',
  'Put several records into one PDF, or remove what is not needed.':
    'Reúna varios expedientes en un solo PDF, o quite lo que no haga falta.',
  'This document is not in the case.': 'Este documento no está en el caso.',
  'Open the list of documents again.': 'Abra de nuevo la lista de documentos.',
  'This page is not in the case.': 'Esta página no está en el caso.',
  'Open the document again.': 'Abra de nuevo el documento.',
  'The sentence is empty.': 'La oración está vacía.',
  'Write it, or choose to leave it out.': 'Escríbala, o elija dejarla fuera.',
  'The end is earlier than the start.': 'El final es anterior al comienzo.',
  'Check both dates.': 'Revise las dos fechas.',
  'This entry is no longer in the case.': 'Este dato ya no está en el caso.',
  'Open the page again.': 'Abra la página de nuevo.',
  'A letter without any ground argues nothing.': 'Una carta sin ningún argumento no sostiene nada.',
  'Leave at least one ground marked.': 'Deje marcado al menos un argumento.',
  'A representative signs by name.': 'Un representante firma con su nombre.',
  'Write the name of whoever will sign.': 'Escriba el nombre de quien va a firmar.',
  'There is no such answer any more.': 'Esa respuesta ya no existe.',
  'Open the list of answers again.': 'Abra de nuevo la lista de respuestas.',
  'What the document is has not been said.': 'No se ha dicho qué documento es.',
  'Name it, as “MRI report of March 2024”.': 'Dele un nombre, como “informe de resonancia de marzo de 2024”.',
  'There is no later level for this kind of plan.': 'Con esta clase de plan no hay un nivel posterior.',
  'Look at what is open on the page of the case.': 'Vea en la página del caso qué queda abierto.',
  'That day is still to come.': 'Ese día aún no ha llegado.',
  'Give the date printed on the letter.': 'Ponga la fecha impresa en la carta.',
  'This letter is not in the case.': 'Esta carta no está en el caso.',
  'Add it again.': 'Agréguela de nuevo.',
  'Give the day on which it ended.': 'Ponga el día en que terminó.',
  'The mail server did not take a reminder.': 'El servidor de correo no aceptó un recordatorio.',
  'It is tried again by itself.': 'Se vuelve a intentar sin que usted haga nada.',
  'The appeal cannot be written yet: the payer, what was denied, or the reason is not known.':
    'La apelación aún no se puede escribir: no se sabe quién es el pagador, qué se denegó o por qué motivo.',
  'Answer the open questions of the case.': 'Responda las preguntas abiertas del caso.',
  'The reason of this denial is not among those that can be argued yet.':
    'El motivo de esta denegación no está entre los que ya se pueden rebatir aquí.',
  'The letter asks for the file and the criteria; a person must add the argument.':
    'La carta pide el expediente y los criterios; una persona debe agregar el argumento.',
  'The type of coverage is not known, so no deadline and no right is stated.':
    'No se sabe el tipo de cobertura, así que no se indica ningún plazo ni derecho.',
  '{kept} Name the type with --coverage or in the case file.': '{kept} Indique el tipo con --coverage o en el archivo del caso.',
  'Which part of the policy applies is not clear: {part}': 'No está claro qué parte de la política se aplica: {part}',
  'Its parts: {kept}. State the diagnosis in the case file.': 'Sus partes: {kept}. Indique el diagnóstico en el caso.',
  'The documents disagree about {field}; none of them is used.':
    'Los documentos no coinciden en {field}; no se usa ninguno de ellos.',
  'The documents disagree about {field}; the one that most documents give is used.':
    'Los documentos no coinciden en {field}; se usa lo que dice la mayoría.',
  'The documents disagree about {field}; the milder one is used.':
    'Los documentos no coinciden en {field}; se usa el dato menos grave.',
  'The documents disagree about {field}; the more cautious one is used.':
    'Los documentos no coinciden en {field}; se usa el dato más prudente.',
  'The documents disagree about {field}; the letter’s is used; check that the records are this patient’s.':
    'Los documentos no coinciden en {field}; se usa el de la carta; compruebe que los expedientes sean de este paciente.',
  'State {field} in the case file.': 'Indique {field} en el caso.',
  'The policy holds no text.': 'La política no tiene texto.',
  'Send it as text or as a PDF whose text can be selected.': 'Envíela como texto o como un PDF cuyo texto se pueda seleccionar.',
  'No coverage criteria were found in this document.': 'En este documento no se encontraron criterios de cobertura.',
  'Check that it is the policy itself, and that no pages are missing.':
    'Compruebe que sea la política misma y que no falten páginas.',
  'The file has no denial number {n}; it holds {n2}.': 'El archivo no tiene una denegación número {n}; contiene {n2}.',
  'See what it holds with "appealwright read".': 'Vea lo que contiene con “appealwright read”.',
  'A letter can not be written: the payer, what was denied, or the words of the denial could not be read.':
    'No se puede escribir una carta: no se pudo leer el pagador, qué se denegó o las palabras de la denegación.',
  'A letter can not be written: the payer, or the words of the denial could not be read.':
    'No se puede escribir una carta: no se pudo leer el pagador o las palabras de la denegación.',
  'A letter can not be written: what was denied, or the words of the denial could not be read.':
    'No se puede escribir una carta: no se pudo leer qué se denegó o las palabras de la denegación.',
  'A letter can not be written: or the words of the denial could not be read.':
    'No se puede escribir una carta: no se pudieron leer las palabras de la denegación.',
  'State what is missing in a case file (see docs/casefile.md) and give it with --case.':
    'Indique lo que falta en un archivo del caso (vea docs/casefile.md) y dé ese archivo con --case.',
  'The file holds {n} denials, and each is its own appeal: {kept}.':
    'El archivo contiene {n} denegaciones, y cada una es una apelación aparte: {kept}.',
  'Choose one with --denial N; "appealwright read" shows what each says.':
    'Elija una con --denial N; “appealwright read” muestra lo que dice cada una.',
  'This letter approves the request; it denies nothing.': 'Esta carta aprueba la solicitud; no deniega nada.',
  'If another letter denies part of it, give that one.': 'Si otra carta deniega una parte, dé esa.',
  'No denial was found in this file.': 'En este archivo no se encontró ninguna denegación.',
  'Give the letter in which the plan says no, or the explanation of benefits that shows the denied claim.':
    'Dé la carta en la que el plan dice que no, o la explicación de beneficios (EOB) que muestra el reclamo denegado.',
  'Only English letters are read so far, and this one looks like Spanish.':
    'Por ahora solo se leen cartas en inglés, y esta parece estar en español.',
  'Only English letters are read so far, and this one is in another language.':
    'Por ahora solo se leen cartas en inglés, y esta está en otro idioma.',
  'Ask the plan for the notice in English, or state the facts in a case file and give it with --case.':
    'Pida al plan el aviso en inglés, o indique los hechos en un archivo del caso y délo con --case.',
  'This comes from a {kept}: federal law gives no right to appeal it and no external review.':
    'Esto viene de: {kept}. La ley federal no da derecho a apelarlo ni a una revisión externa.',
  'Use the review that its own guidelines offer, within the time its letter states; complaints go to: {part}':
    'Use la revisión que ofrecen sus propias reglas, dentro del plazo que indica su carta; las quejas van a: {part}',
  'No deadline is shown without the type of coverage.': 'Sin el tipo de cobertura no se muestra ningún plazo.',
  'Choose one.': 'Elija uno.',
  'The date on the letter is missing.': 'Falta la fecha de la carta.',
  'Give it.': 'Póngala.',
  'A letter cannot come before its own date.': 'Una carta no puede llegar antes de su propia fecha.',
  'Correct one of the two.': 'Corrija una de las dos.',
  'This type of coverage has no level after the plan’s own answer.':
    'Este tipo de cobertura no tiene un nivel después de la respuesta del propio plan.',
  'Choose another.': 'Elija otro.',
  '{kept} Then name the type: {kept2}.': '{kept} Después indique el tipo: {kept2}.',
  'This coverage has no level "{kept}".': 'Esta cobertura no tiene un nivel “{kept}”.',
  'Use one of: {kept}.': 'Use uno de estos: {kept}.',
}
