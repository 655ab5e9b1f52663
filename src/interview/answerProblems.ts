import { type Problem, problem } from '../base/problem.ts'
import type { Bilingual } from '../knowledge/datum.ts'
import type { AskInput } from '../knowledge/interview.ts'

type Words = readonly [say: Bilingual, fix: Bilingual]

/** What is wrong with an answer, and what to write instead. The answer itself is never repeated. */
export const REFUSED: Readonly<Record<AskInput, Words>> = {
  choice: [
    { en: 'Nothing was chosen.', es: 'No se eligió nada.' },
    { en: 'Choose one of the answers, or skip the question.', es: 'Elija una de las respuestas u omita la pregunta.' },
  ],
  yes_no: [
    { en: 'Neither yes nor no was chosen.', es: 'No se eligió sí ni no.' },
    { en: 'Choose yes or no, or skip the question.', es: 'Elija sí o no, u omita la pregunta.' },
  ],
  date: [
    { en: 'This is not a full date.', es: 'Esto no es una fecha completa.' },
    {
      en: 'Write it as 2026-03-08 or March 8, 2026, and check that the day exists.',
      es: 'Escríbala como 2026-03-08 u 8 de marzo de 2026, y compruebe que el día existe.',
    },
  ],
  partial_date: [
    { en: 'This is not a date.', es: 'Esto no es una fecha.' },
    {
      en: 'Write as much as you know: 2024, March 2024 or March 8, 2024.',
      es: 'Escriba lo que sepa: 2024, marzo de 2024 u 8 de marzo de 2024.',
    },
  ],
  text: [
    { en: 'Nothing was written.', es: 'No se escribió nada.' },
    { en: 'Write the answer on one line, or skip the question.', es: 'Escriba la respuesta en una línea u omita la pregunta.' },
  ],
  long_text: [
    { en: 'Nothing was written, or it is too long.', es: 'No se escribió nada o el texto es demasiado largo.' },
    { en: 'Write at most 2,000 characters.', es: 'Escriba como máximo 2,000 caracteres.' },
  ],
  person: [
    { en: 'This is not a full name.', es: 'Esto no es un nombre completo.' },
    { en: 'Write the first and the last name.', es: 'Escriba el nombre y el apellido.' },
  ],
  address: [
    { en: 'This address is not complete.', es: 'Esta dirección no está completa.' },
    {
      en: 'Write the street or P.O. box, the city, the state and the ZIP code.',
      es: 'Escriba la calle o el apartado postal, la ciudad, el estado y el código postal.',
    },
  ],
  phone: [
    { en: 'This is not a US number.', es: 'Este no es un número de Estados Unidos.' },
    { en: 'Write ten digits, as 512-555-0100.', es: 'Escriba diez dígitos, como 512-555-0100.' },
  ],
  npi: [
    { en: 'This is not a valid NPI; a digit may be wrong.', es: 'Este NPI no es válido; quizá un dígito está mal.' },
    { en: 'Copy the ten digits again, or skip the question.', es: 'Copie de nuevo los diez dígitos u omita la pregunta.' },
  ],
  state: [
    { en: 'This is not a state.', es: 'Este no es un estado.' },
    { en: 'Choose the state from the list.', es: 'Elija el estado de la lista.' },
  ],
  code: [
    { en: 'This is not a diagnosis code.', es: 'Este no es un código de diagnóstico.' },
    { en: 'Write it with its dot, as G43.709, or leave it empty.', es: 'Escríbalo con su punto, como G43.709, o déjelo vacío.' },
  ],
  number: [
    { en: 'This is not a number.', es: 'Esto no es un número.' },
    { en: 'Write only the figure, as 4.5.', es: 'Escriba solo la cifra, como 4.5.' },
  ],
}

export const AMBIGUOUS: Words = [
  { en: 'It is not clear which figure is the month.', es: 'No queda claro qué cifra es el mes.' },
  { en: 'Write the month as a word: March 8, 2026.', es: 'Escriba el mes con letras: 8 de marzo de 2026.' },
]
export const AHEAD: Words = [
  { en: 'This day has not come yet.', es: 'Este día aún no ha llegado.' },
  { en: 'Check the year and the month.', es: 'Revise el año y el mes.' },
]
export const BEFORE_NOTICE: Words = [
  { en: 'This day is earlier than the date on the letter.', es: 'Este día es anterior a la fecha de la carta.' },
  { en: 'Check both dates.', es: 'Revise las dos fechas.' },
]
export const END_BEFORE_START: Words = [
  { en: 'The end is earlier than the beginning.', es: 'El fin es anterior al inicio.' },
  { en: 'Check both dates.', es: 'Revise las dos fechas.' },
]
export const ONE_OF_THEM: Words = [
  { en: 'Neither was filled in.', es: 'No se llenó ninguno.' },
  { en: 'Fill in one of the two, or skip the question.', es: 'Llene uno de los dos u omita la pregunta.' },
]

export const refused = (where: string, [say, fix]: Words, lang: 'en' | 'es'): Problem =>
  problem('form-invalid', where, say[lang], fix[lang])
