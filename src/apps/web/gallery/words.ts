import type { InBoth } from '../cases/words/words.ts'

const EN = {
  title: 'Every screen',
  lead: 'Each screen in each of its states, with an invented case. Nothing here is kept, and no form of it is taken.',
  problems: 'Every error message',
  problemsLead: 'One for each code, as it stands on a page.',
  groups: {
    start: 'Start',
    letter: 'The letter',
    questions: 'Questions',
    evidence: 'Evidence',
    draft: 'The appeal letter',
    sign: 'Signatures',
    send: 'Sending',
    track: 'Follow up',
    keep: 'Sharing and keeping',
    pay: 'Payment',
    account: 'Account',
  },
  answers: (status: number) => `answered with ${status}`,
  leads: (to: string) => `This screen leads on to ${to}.`,
  back: 'All screens',
} as const

const ES = {
  title: 'Todas las pantallas',
  lead: 'Cada pantalla en cada uno de sus estados, con un caso inventado. Aquí no se guarda nada ni se acepta ningún formulario.',
  problems: 'Todos los mensajes de error',
  problemsLead: 'Uno por cada código, tal como aparece en una página.',
  groups: {
    start: 'Inicio',
    letter: 'La carta',
    questions: 'Preguntas',
    evidence: 'Pruebas',
    draft: 'La carta de apelación',
    sign: 'Firmas',
    send: 'Envío',
    track: 'Seguimiento',
    keep: 'Compartir y conservar',
    pay: 'Pago',
    account: 'Cuenta',
  },
  answers: (status: number) => `se responde con ${status}`,
  leads: (to: string) => `Esta pantalla lleva a ${to}.`,
  back: 'Todas las pantallas',
} as const

export const GALLERY_WORDS: InBoth<typeof EN> = { en: EN, es: ES }
