import { type Outcome, ok } from '../../base/outcome.ts'
import type { Problem } from '../../base/problem.ts'
import { pictureFiles } from '../../packet/attestationSigner.ts'
import { type SignedLetter, UNSIGNED } from '../../packet/certificate.ts'
import { Ink } from '../../packet/ink.ts'
import { type NumberedPart, type Part, partsFromStarts } from '../../packet/numbering.ts'
import { pageNumbers } from '../../packet/pageNumbers.ts'
import type { ExhibitFile, PacketPlan } from '../../packet/plan.ts'
import { certificateViews } from '../typesetting/certificatePdf.ts'
import { typeset } from '../typesetting/compiler.ts'
import { fonts } from '../typesetting/fonts.ts'
import { letterPages } from '../typesetting/letterPdf.ts'
import type { PartStart } from '../typesetting/protocol.ts'
import { type Prepared, prepare } from './exhibits.ts'
import { type Filling, fillFrames } from './fillFrames.ts'
import { PLACEHOLDER, packetView } from './packetView.ts'
import { placeholder } from './placeholder.ts'

export interface PacketFiles {
  readonly pdf: Uint8Array
  readonly letterPdf: Uint8Array
  /** Exhibits that are not in the packet, also among the warnings. */
  readonly skipped: readonly Problem[]
  readonly pageCount: number
  /** What is on which page. */
  readonly parts: readonly NumberedPart[]
}

/**
 * The packet: cover, letter, exhibit index, exhibits, and for a signed letter its certificates. `files`
 * by document id. An exhibit that can't be included is a warning and a line in the index, never a
 * failure of the packet.
 */
export async function packetPdf(
  plan: PacketPlan,
  files: ReadonlyMap<string, ExhibitFile>,
  signed: SignedLetter = UNSIGNED,
): Promise<Outcome<PacketFiles>> {
  const [letter, prepared] = await Promise.all([
    letterPages(plan.letter, plan, signed.signatures),
    Promise.all(plan.exhibits.map((exhibit) => prepare(exhibit, files.get(exhibit.doc)))),
  ])
  if (!letter.ok) return letter

  const ink = new Ink(fonts().has)
  const certificates = certificateViews(signed, letter.value.pdf, ink)
  const view = packetView(plan, prepared, ink, signed.signatures, certificates)
  const parts = (starts: readonly PartStart[], total: number) =>
    partsFromStarts(
      starts.map((s) => partAt(s, view)),
      total,
    )
  const images = prepared.flatMap((p) => (p.kind === 'image' ? [[p.name, p.bytes] as const] : []))
  const set = await typeset({
    template: 'packet.typ',
    data: view,
    numbers: (starts, total) => pageNumbers(parts(starts, total), plan.cover.via, plan.reference),
    guess: guessedStarts(letter.value.pageCount, prepared, certificates.length),
    today: plan.today,
    files: new Map([[PLACEHOLDER, placeholder], ...images, ...pictureFiles(signed.signatures)]),
  })
  if (!set.ok) return set

  const numbered = parts(set.value.starts, set.value.pageCount)
  const pdf = fillFrames(set.value.pdf, fillings(prepared, numbered), numbered)
  const skipped = prepared.flatMap((p) => (p.kind === 'skipped' ? [p.problem] : []))
  return ok(
    {
      pdf: new Uint8Array(pdf),
      letterPdf: new Uint8Array(letter.value.pdf),
      skipped,
      pageCount: set.value.pageCount,
      parts: numbered,
    },
    [...skipped, ...ink.warnings()],
  )
}

/** The packet's page breaks as they nearly always fall: only a long list of exhibits or a text set anew surprises. */
function guessedStarts(letterPages: number, prepared: readonly Prepared[], certificates: number) {
  const exhibits = prepared.flatMap((p) =>
    p.kind === 'skipped' ? [] : [{ kind: 'exhibit', id: p.exhibit.id, pages: p.kind === 'pdf' ? p.source.pages.length : 1 }],
  )
  const runs = [
    { kind: 'cover', id: null, pages: 1 },
    { kind: 'letter', id: null, pages: letterPages },
    ...(prepared.length > 0 ? [{ kind: 'index', id: null, pages: 1 }] : []),
    ...exhibits,
    ...(certificates > 0 ? [{ kind: 'certificate', id: null, pages: certificates }] : []),
  ]
  let first = 1
  const starts = runs.map(({ kind, id, pages }): PartStart => {
    const start = { kind, id, first }
    first += pages
    return start
  })
  return { starts, pageCount: first - 1 }
}

function partAt(
  { kind, id, first }: PartStart,
  view: {
    readonly title: string
    readonly letter: { readonly title: string }
    readonly index: readonly { readonly id: string; readonly title: string }[]
  },
) {
  const titles = {
    cover: view.title,
    letter: view.letter.title,
    index: 'Exhibits',
    certificate: 'Certificate of signature',
    exhibit: view.index.find((e) => e.id === id)?.title ?? '',
  }
  return { kind: kind as Part['kind'], id, first, title: titles[kind as Part['kind']] }
}

function fillings(prepared: readonly Prepared[], parts: readonly NumberedPart[]): Filling[] {
  return prepared.flatMap((p) => {
    const part = parts.find((n) => n.kind === 'exhibit' && n.id === p.exhibit.id)
    if (p.kind !== 'pdf' || !part) return []
    if (part.pages !== p.source.pages.length) throw new Error('an exhibit lost a page in typesetting')
    return p.source.pages.map((page, i) => ({ packetPage: part.first + i, page, source: p.source }))
  })
}
