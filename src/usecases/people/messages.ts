import type { Message } from '../cases/ports.ts'
import type { Lang } from './ports.ts'

/** Mail about signing in. It says nothing of any case. */
const WORDS = {
  en: {
    signIn: 'Your sign-in link',
    changeEmail: 'Confirm your e-mail address',
    open: 'Open this link and press the button on the page:',
    once: 'The link works once, for 20 minutes.',
    changed: 'Your e-mail address was changed',
    changedSay: 'The account that used this address now uses another one, and every device was signed out.',
    changedFix: 'If this was not you, tell whoever runs the service at once.',
    ignore: 'If you did not ask for it, you can delete this message. Nothing happens until the button is pressed.',
  },
  es: {
    signIn: 'Su enlace para entrar',
    changeEmail: 'Confirme su correo electrónico',
    open: 'Abra este enlace y pulse el botón de la página:',
    once: 'El enlace sirve una sola vez, durante 20 minutos.',
    changed: 'Su correo electrónico se cambió',
    changedSay: 'La cuenta que usaba esta dirección ahora usa otra, y se cerró la sesión en todos los aparatos.',
    changedFix: 'Si no fue usted, avise cuanto antes a quien administra el servicio.',
    ignore: 'Si usted no lo pidió, puede borrar este mensaje. No pasa nada mientras no se pulse el botón.',
  },
} as const

export function signInMessage(to: string, purpose: 'signIn' | 'changeEmail', url: string, lang: Lang): Message {
  const words = WORDS[lang]
  return { to, subject: words[purpose], text: [words.open, '', url, '', words.once, words.ignore, ''].join('\n') }
}

/** To the former address. */
export function changedMessage(to: string, lang: Lang): Message {
  const words = WORDS[lang]
  return { to, subject: words.changed, text: [words.changedSay, '', words.changedFix, ''].join('\n') }
}
