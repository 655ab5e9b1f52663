import type { LetterSignature } from '../../packet/attestationSigner.ts'
import type { CertificateView } from '../../packet/certificate.ts'
import type { Ink } from '../../packet/ink.ts'
import { dateText, type FieldView, type LetterView, letterView } from '../../packet/letterView.ts'
import { bookmarkTitle } from '../../packet/numbering.ts'
import type { PacketPlan } from '../../packet/plan.ts'
import { footerText } from '../typesetting/letterPdf.ts'
import type { Prepared } from './exhibits.ts'
import { type Frame, frameFor } from './frame.ts'

/** What `templates/packet.typ` reads. */
export interface PacketView {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly footer: string
  readonly cover: CoverView
  readonly letter: LetterView
  readonly index: readonly {
    readonly id: string
    readonly title: string
    readonly date: string
    readonly problem: string | null
  }[]
  readonly exhibits: readonly ExhibitView[]
  readonly certificates: readonly CertificateView[]
}

interface CoverView {
  readonly heading: string
  readonly from: readonly string[]
  readonly urgent: string | null
  readonly fields: readonly FieldView[]
  readonly confidentiality: string
}

interface Heading {
  readonly id: string
  readonly heading: string
  readonly date: string
}
type ExhibitView = Heading &
  (
    | { readonly kind: 'figures'; readonly pages: readonly (Frame & { readonly image: string; readonly alt: string })[] }
    | { readonly kind: 'text'; readonly note: string; readonly paras: readonly (readonly string[])[] }
  )

export const PLACEHOLDER = 'placeholder.png'

export function packetView(
  plan: PacketPlan,
  prepared: readonly Prepared[],
  ink: Ink,
  signatures: readonly LetterSignature[],
  certificates: readonly CertificateView[],
): PacketView {
  return {
    title: ink.line(plan.title, 'packet title'),
    author: ink.line(plan.author, 'author'),
    language: plan.language,
    footer: footerText(plan.reference, ink),
    cover: coverView(plan, ink),
    letter: letterView(plan.letter, ink, signatures),
    index: prepared.map((p) => ({
      id: p.exhibit.id,
      title: ink.line(p.exhibit.title, `exhibit ${p.exhibit.id}`),
      date: p.exhibit.date === null ? '' : dateText(p.exhibit.date),
      problem: p.kind === 'skipped' ? `${p.reason}.` : null,
    })),
    exhibits: prepared.flatMap((p) => (p.kind === 'skipped' ? [] : [exhibitView(p, ink)])),
    certificates,
  }
}

const HEADINGS = { fax: 'Fax cover sheet', mail: 'Appeal packet', portal: 'Appeal packet' } as const
const DESTINATION = { fax: 'Fax', mail: 'By mail to', portal: 'Portal' } as const

function coverView({ cover, today }: PacketPlan, ink: Ink): CoverView {
  const line = (t: string) => ink.line(t, 'cover')
  const field = (label: string, text: string) => ({ label, text: line(text) })
  return {
    heading: HEADINGS[cover.via],
    from: cover.from.map(line),
    urgent: cover.urgent ? 'URGENT: expedited review is requested.' : null,
    fields: [
      field('To', cover.to.join(', ')),
      ...(cover.destination ? [field(DESTINATION[cover.via], cover.destination)] : []),
      field('From', cover.from.join(', ')),
      field('Date', dateText(today)),
      ...cover.re.map((r) => field(line(r.label), r.claim.sentence)),
    ],
    confidentiality: line(cover.confidentiality),
  }
}

function exhibitView(p: Exclude<Prepared, { kind: 'skipped' }>, ink: Ink): ExhibitView {
  const { exhibit } = p
  const where = `exhibit ${exhibit.id}`
  const line = (t: string) => ink.line(t, where)
  const heading = {
    id: exhibit.id,
    heading: line(bookmarkTitle({ kind: 'exhibit', id: exhibit.id, title: exhibit.title, pages: 0 })),
    date: exhibit.date === null ? '' : line(dateText(exhibit.date)),
  }
  if (p.kind === 'text') {
    const note = line(`Rendition of ${p.fileName}: the document’s text, set anew. The original file is kept by the sender.`)
    const paras = p.pages
      .flatMap((t) => t.split(/\n\s*\n/))
      .map((t) =>
        t
          .split('\n')
          .map((l) => ink.text(l, where).trimEnd())
          .filter(Boolean),
      )
    return { ...heading, kind: 'text', note, paras: paras.filter((lines) => lines.length > 0) }
  }
  const sizes = p.kind === 'pdf' ? p.source.pages : [p.size]
  const image = p.kind === 'pdf' ? PLACEHOLDER : p.name
  const alt = (i: number) => line(`Exhibit ${exhibit.id}, page ${i + 1} of ${sizes.length}. ${exhibit.summary}`)
  return { ...heading, kind: 'figures', pages: sizes.map((size, i) => ({ ...frameFor(size, i === 0), image, alt: alt(i) })) }
}
