import { type CivilDate, daysBetween } from '../../../base/date.ts'
import type { CaseId, Message } from '../ports.ts'

/** It names no person, plan, drug or step: mail is read over shoulders. */
const WORDS = {
  en: {
    soon: (days: number) => (days === 0 ? 'A date is today' : days === 1 ? 'A date is tomorrow' : `A date is in ${days} days`),
    late: 'A date has passed',
    body: 'You asked to be reminded of a date. Open this page to see what it is and what to do:',
    lateBody: 'A day by which you should have had an answer has passed. Open this page to see what you can do:',
    stop: 'To stop these messages, open this page:',
  },
  es: {
    soon: (days: number) =>
      days === 0 ? 'Una fecha es hoy' : days === 1 ? 'Una fecha es mañana' : `Faltan ${days} días para una fecha`,
    late: 'Pasó una fecha',
    body: 'Usted tiene un recordatorio de una fecha. Abra esta página para ver cuál es y qué hacer:',
    lateBody: 'Pasó el día en que usted debía tener una respuesta. Abra esta página para ver qué puede hacer:',
    stop: 'Para no recibir más estos mensajes, abra esta página:',
  },
} as const

export interface ReminderAsked {
  readonly to: string
  readonly lang: 'en' | 'es'
  readonly day: CivilDate
  readonly today: CivilDate
  /** It is about a day gone by. */
  readonly late: boolean
  readonly origin: string
  readonly case: CaseId
}

export function reminderMessage({ to, lang, day, today, late, origin, case: id }: ReminderAsked): Message {
  const words = WORDS[lang]
  const page = (path: string) => `${origin}${lang === 'es' ? '/es' : ''}/case/${id}/${path}`
  return {
    to,
    subject: late ? words.late : words.soon(Math.max(0, daysBetween(today, day))),
    text: [late ? words.lateBody : words.body, '', page('track'), '', words.stop, page('reminders'), ''].join('\n'),
  }
}
