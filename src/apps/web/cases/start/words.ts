import type { InBoth } from '../words/words.ts'

const EN = {
  title: 'Start with your denial letter',
  lead: 'Add the letter in which your plan says no. We read it, show you what it says, and tell you by when you must answer. No account is needed.',
  choose: 'Choose the letter or take a photo',
  chooseHelp: 'PDF, photo, scan, Word or text. If it has several pages, choose all of them. Up to 40 MB.',
  or: 'or',
  paste: 'Paste the words of the letter',
  pasteHelp: 'The whole letter is best: dates, numbers and the address for appeals count.',
  who: 'Who are you?',
  roles: {
    patient: 'I am the patient or the parent',
    representative: 'I help the patient',
    prescriber: 'I am the prescriber',
    staff: 'I work for the prescriber',
  },
  button: 'Read my letter',
  nothing: 'There is no letter yet.',
  nothingFix: 'Choose a file, take a photo, or paste the words of the letter.',
  guideOnly: 'I only want to find the guide',
  private: 'The letter stays on this service, encrypted. It is deleted when you delete your case.',
} as const

export const START_WORDS: InBoth<typeof EN> = {
  en: EN,
  es: {
    title: 'Empiece con su carta de denegación',
    lead: 'Agregue la carta en la que su seguro médico dice que no. La leemos, le mostramos lo que dice y le decimos hasta cuándo puede responder. No hace falta una cuenta.',
    choose: 'Elija la carta o tome una foto',
    chooseHelp: 'PDF, foto, escaneo, Word o texto. Si tiene varias páginas, elíjalas todas. Hasta 40 MB.',
    or: 'o',
    paste: 'Pegue el texto de la carta',
    pasteHelp: 'Lo mejor es la carta completa: las fechas, los números y la dirección para apelar cuentan.',
    who: '¿Quién es usted?',
    roles: {
      patient: 'Soy el paciente, o su madre o padre',
      representative: 'Ayudo al paciente',
      prescriber: 'Soy quien receta el tratamiento',
      staff: 'Trabajo para quien receta el tratamiento',
    },
    button: 'Leer mi carta',
    nothing: 'Todavía no hay ninguna carta.',
    nothingFix: 'Elija un archivo, tome una foto o pegue el texto de la carta.',
    guideOnly: 'Solo quiero encontrar la guía',
    private: 'La carta se queda en este servicio, cifrada. Se borra cuando usted borra su caso.',
  },
}
