import type { CivilDate } from '../base/date.ts'
import type { Ink } from './ink.ts'
import { dateText, type FieldView } from './letterView.ts'
import { articleNumber } from './mailSheetArticle.ts'
import type { NumberedPart } from './numbering.ts'
import { pageRange } from './pageNumbers.ts'

/** What goes by certified mail, from whom and to whom. Addresses in lines, as on an envelope. */
export interface MailSheet {
  readonly title: string
  readonly to: readonly string[]
  /** Which words of which document gave the address. */
  readonly source: string
  readonly from: readonly string[]
  readonly reference: string | null
  readonly today: CivilDate
  /** The parts of the packet, with their pages. */
  readonly parts: readonly NumberedPart[]
  /** The number on the label, where it is already known. */
  readonly article: string | null
}

export interface MailView {
  readonly title: string
  readonly heading: string
  readonly intro: Both
  readonly fields: readonly FieldView[]
  readonly contents: readonly { readonly title: string; readonly pages: string }[]
  readonly total: number
  readonly steps: readonly { readonly title: Both; readonly items: readonly Both[] }[]
  /** Digits already known, else empty boxes. */
  readonly article: string | null
  readonly to: readonly string[]
  readonly from: readonly string[]
  readonly footer: string
}

interface Both {
  readonly en: string
  readonly es: string
}

/**
 * Steps at home and at the counter. Seen in the Postal Service's own words: receipt, postmark and return
 * receipt (back of PS Form 3800; Publication 109, 2-3 and 2-6), the green card's own number (its page on
 * return receipts). Quoted by others: the label's place (Domestic Mail Manual), the items of PS Form 3811.
 * Prices change and are not given.
 */
const steps = (pages: number): MailView['steps'] => [
  {
    title: { en: 'At home', es: 'En casa' },
    items: [
      {
        en: `Print the packet on one side of the paper and count the sheets: ${pages}. Keep a copy of every page.`,
        es: `Imprima el paquete por una sola cara y cuente las hojas: ${pages}. Guarde una copia de cada página.`,
      },
      {
        en: 'Put all pages into one flat envelope, unfolded. Tape the next page of this kit, cut along the line, to its front.',
        es: 'Ponga todas las hojas sin doblar en un sobre grande. Recorte la página siguiente por la línea y péguela en el frente.',
      },
    ],
  },
  {
    title: { en: 'At the post office counter', es: 'En la ventanilla del correo' },
    items: [
      {
        en: 'Ask for Certified Mail with return receipt: PS Form 3800 (label and receipt) and PS Form 3811 (green card). The clerk knows today’s price.',
        es: 'Pida correo certificado con acuse de recibo: los formularios PS 3800 (etiqueta y recibo) y PS 3811 (tarjeta verde). En la ventanilla le dirán el precio.',
      },
      {
        en: 'Form 3800: write the recipient’s name and address, as above, where it says “Sent to”.',
        es: 'Formulario 3800: escriba el nombre y la dirección del destinatario donde dice “Sent to”.',
      },
      {
        en: 'Form 3811, front: the recipient’s address (1); the number from the Form 3800 label (2); mark Certified Mail (3). Back: your own name and address, so that the card comes back to you.',
        es: 'Formulario 3811, frente: la dirección del destinatario (1); el número de la etiqueta del 3800 (2); marque “Certified Mail” (3). Reverso: su propio nombre y dirección, para que le devuelvan la tarjeta.',
      },
      {
        en: 'Label: above the recipient’s address, right of yours. Leave the top right corner free for postage. Card: on the back, or on the front where it covers no address.',
        es: 'Etiqueta: arriba de la dirección del destinatario, a la derecha de la suya. Deje libre la esquina superior derecha para el franqueo. Tarjeta: en el reverso, o en el frente sin tapar ninguna dirección.',
      },
      {
        en: 'Hand it to the clerk and ask for a postmark on the Form 3800 receipt. Do not use a mailbox: only the counter gives a postmark on the receipt.',
        es: 'Entréguelo en la ventanilla y pida que le sellen el recibo del formulario 3800 con la fecha. No use un buzón: solo en la ventanilla sellan el recibo.',
      },
    ],
  },
  {
    title: { en: 'Afterwards', es: 'Después' },
    items: [
      {
        en: 'Enter the article number and the date of mailing in your case. The number is on your receipt; the one that starts 9590 94 belongs to the green card and does not follow the envelope.',
        es: 'Anote en su caso el número del envío y la fecha. El número está en su recibo; el que empieza con 9590 94 es de la tarjeta verde y no sirve para seguir el sobre.',
      },
      {
        en: 'Keep three things: the postmarked receipt, this sheet, and the green card when it comes back. Take a picture of each for your case.',
        es: 'Guarde tres cosas: el recibo sellado, esta hoja y la tarjeta verde cuando vuelva. Tome una foto de cada una para su caso.',
      },
    ],
  },
]

export function mailView(sheet: MailSheet, ink: Ink): MailView {
  const line = (text: string) => ink.line(text, 'mail sheet')
  const total = sheet.parts.at(-1)?.last ?? 0
  const number = articleNumber(sheet.article ?? '')
  const known = number.kind === 'article' ? number.shown : null
  return {
    title: line(sheet.title),
    heading: 'Certified mail: what to do',
    intro: {
      en: 'Keep this sheet; it does not go into the envelope.',
      es: 'Guarde esta hoja; no va dentro del sobre.',
    },
    fields: [
      { label: 'To', text: sheet.to.map(line).join('\n') },
      { label: 'Address from', text: line(sheet.source) },
      { label: 'From', text: sheet.from.map(line).join('\n') },
      ...(sheet.reference ? [{ label: 'Reference', text: line(sheet.reference) }] : []),
      { label: 'Made on', text: dateText(sheet.today) },
    ],
    contents: listed(sheet.parts).map((p) => ({ title: line(p.title), pages: pageRange(p) })),
    total,
    steps: steps(total),
    article: known,
    to: sheet.to.map(line),
    from: sheet.from.map(line),
    footer: sheet.reference ? `Reference ${line(sheet.reference)}` : '',
  }
}

/** More exhibits than this would push the record of mailing off the sheet. */
const MOST_EXHIBITS = 6

interface Row {
  readonly title: string
  readonly first: number
  readonly last: number
}

function listed(parts: readonly NumberedPart[]): Row[] {
  const exhibits = parts.filter((p) => p.kind === 'exhibit')
  const [first, last] = [exhibits[0], exhibits.at(-1)]
  const one = (p: NumberedPart): Row => ({ title: partTitle(p), first: p.first, last: p.last })
  if (!first || !last || exhibits.length <= MOST_EXHIBITS) return parts.map(one)
  const all = { title: `Exhibits ${first.id} to ${last.id}`, first: first.first, last: last.last }
  return parts.flatMap((p) => (p === first ? [all] : p.kind === 'exhibit' ? [] : [one(p)]))
}

function partTitle(part: NumberedPart): string {
  if (part.kind === 'cover') return 'Cover page'
  if (part.kind === 'index') return 'List of exhibits'
  return part.kind === 'exhibit' ? `Exhibit ${part.id}: ${part.title}` : part.title
}
