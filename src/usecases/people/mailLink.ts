import { type Outcome, ok } from '../../base/outcome.ts'
import { emailAddress } from './address.ts'
import type { MadeLink } from './caseLinks.ts'
import { limited } from './limits.ts'
import type { Lang, PeoplePorts } from './ports.ts'
import { formInvalid } from './problems.ts'

/** Mail with a private link. It does not say what the case is about, nor who sends it. */
const WORDS = {
  en: {
    subject: 'A private link to an appeal',
    lines: ['Somebody shares the appeal of a health-plan denial with you.', 'Open this link and press the button on the page:'],
    end: [
      'Whoever has the link can open the case: please do not pass it on.',
      'If you do not know what this is about, delete this message.',
    ],
  },
  es: {
    subject: 'Un enlace privado a una apelación',
    lines: [
      'Alguien comparte con usted la apelación de una denegación de su seguro médico.',
      'Abra este enlace y pulse el botón de la página:',
    ],
    end: [
      'Quien tenga el enlace puede abrir el caso: por favor, no lo reenvíe.',
      'Si no sabe de qué se trata, borre este mensaje.',
    ],
  },
} as const

/** The address a link is to be sent to, checked before the link is made. */
export async function linkAddress(ports: PeoplePorts, typed: string, from: string): Promise<Outcome<string>> {
  const to = emailAddress(typed)
  if (!to) return formInvalid('e-mail', 'This is not an e-mail address.', 'Write it like name@example.org.')
  const tooMany = (await limited(ports, 'signInMail', from)) ?? (await limited(ports, 'signInAddress', to))
  return tooMany ?? ok(to)
}

export function mailLink(ports: PeoplePorts, to: string, link: MadeLink, lang: Lang): Promise<Outcome<void>> {
  const { subject, lines, end } = WORDS[lang]
  return ports.mailer.send({ to, subject, text: [...lines, '', link.url, '', ...end, ''].join('\n') }, `case-link-${link.id}`)
}
