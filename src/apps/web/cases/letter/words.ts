import type { InBoth } from '../words/words.ts'

const EN = {
  title: 'What your letter says',
  unreadable: 'Your letter could not be read',
  tryAgain: 'Add the letter again',
} as const

export const LETTER_WORDS: InBoth<typeof EN> = {
  en: EN,
  es: {
    title: 'Lo que dice su carta',
    unreadable: 'No se pudo leer su carta',
    tryAgain: 'Agregar la carta otra vez',
  },
}
