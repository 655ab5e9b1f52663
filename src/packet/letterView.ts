import type { Claim } from '../argument/claim.ts'
import { longDate, parseDate } from '../base/date.ts'
import type { Block, Letter } from '../document/letter.ts'
import { type LetterSignature, pictureName, signatureBlocks } from './attestationSigner.ts'
import { tableLayout } from './columns.ts'
import type { Ink } from './ink.ts'
import { type Mark, statusMark } from './mark.ts'

/** A letter as the typesetter and the DOCX writer read it: plain text, every layout decision taken. */
export interface LetterView {
  readonly title: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly date: string
  readonly re: readonly FieldView[]
  readonly salutation: string
  readonly blocks: readonly BlockView[]
  readonly enclosures: readonly string[]
  /** What follows the signatures and the list of enclosures. */
  readonly attachments: readonly BlockView[]
}

export interface FieldView {
  readonly label: string
  readonly text: string
}

interface CellView {
  readonly paras: readonly string[]
  readonly mark: Mark | null
}

type Signature = Extract<Block, { kind: 'signature' }>

export type BlockView =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  /** `keep`: stays on the page of what follows. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly keep: boolean }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly string[]
      readonly widths: readonly number[]
      readonly landscape: boolean
      /** Short enough to be kept on one page. */
      readonly whole: boolean
      readonly rows: readonly { readonly whole: boolean; readonly cells: readonly CellView[] }[]
    }
  | { readonly kind: 'fields'; readonly rows: readonly FieldView[] }
  | { readonly kind: 'signatures'; readonly people: readonly PersonView[] }

type PersonView = Pick<Signature, 'name' | 'role' | 'lines'> & {
  /** Left out where it is still to be signed by hand. */
  readonly signed?: SignedView
}

interface SignedView {
  /** Name of the picture's file; null for a typed name. */
  readonly image: string | null
  readonly alt: string
  readonly typed: string
  readonly date: string
  readonly lines: readonly string[]
}

/** Signatures by the block they stand in. */
type Signed = ReadonlyMap<Block, LetterSignature | undefined>

const WHERE = 'letter'
/** Lines; about a third of a page. */
const SHORT_TABLE = 18
/** Characters. */
const SIGNED_WORDS = 90
const LONGEST_KEPT = 420

export const dateText = (date: string): string => {
  const civil = parseDate(date)
  return civil ? longDate(civil) : date
}

export function letterView(letter: Letter, ink: Ink, signatures: readonly LetterSignature[] = []): LetterView {
  const line = (text: string) => ink.line(text, WHERE)
  const hands = new Map(signatureBlocks(letter).map((b, i) => [b as Block, signatures.find((s) => s.block === i)]))
  const blocks = kept(blockViews(letter.blocks, ink, hands))
  const signed = blocks.findLastIndex((b) => b.kind === 'signatures') + 1
  return {
    title: line(letter.title.sentence),
    from: letter.from.map(line),
    to: letter.to.map(line),
    date: line(dateText(letter.date)),
    re: letter.re.map((r) => ({ label: line(r.label), text: line(r.claim.sentence) })),
    salutation: line(letter.salutation),
    blocks: signed ? blocks.slice(0, signed) : blocks,
    enclosures: letter.enclosures.map((c) => line(c.sentence)),
    attachments: signed ? blocks.slice(signed) : [],
  }
}

function blockViews(blocks: readonly Block[], ink: Ink, hands: Signed): BlockView[] {
  const out: BlockView[] = []
  let level = 1
  for (const block of blocks) {
    const last = out.at(-1)
    if (block.kind === 'signature' && last?.kind === 'signatures') {
      out[out.length - 1] = { kind: 'signatures', people: [...last.people, signer(block, ink, hands.get(block))] }
      continue
    }
    // A heading level may not be skipped in a tagged document.
    if (block.kind === 'heading') level = Math.min(block.level, level + 1)
    out.push(blockView(block, level, ink, hands))
  }
  return out
}

/**
 * A line that announces a table, list or quotation stays with it, and no signature stands on a page
 * without the last words that were signed for.
 */
function kept(blocks: readonly BlockView[]): BlockView[] {
  const out = [...blocks]
  let wanted = 0
  for (let i = out.length - 1; i >= 0; i--) {
    const block = out[i]
    if (block?.kind === 'signatures') wanted = SIGNED_WORDS
    else if (block?.kind === 'table' || block?.kind === 'list' || block?.kind === 'quote') wanted = 1
    else if (block?.kind === 'paragraph' && wanted > 0) {
      out[i] = { ...block, keep: block.text.length <= LONGEST_KEPT }
      wanted -= block.text.length
    } else wanted = 0
  }
  return out
}

function blockView(block: Block, level: number, ink: Ink, hands: Signed): BlockView {
  const one = (claim: Claim) => ink.line(claim.sentence, WHERE)
  const run = (claims: readonly Claim[]) => claims.map(one).join(' ')
  const line = (text: string) => ink.line(text, WHERE)
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level, text: line(block.text.sentence) }
    case 'paragraph':
      return { kind: 'paragraph', text: run(block.claims), keep: false }
    case 'list':
      return { kind: 'list', ordered: block.ordered, items: block.items.map(run) }
    case 'quote':
      return { kind: 'quote', text: run(block.claims), source: line(block.attribution.sentence) }
    case 'fields':
      return { kind: 'fields', rows: block.rows.map((r) => ({ label: line(r.label), text: line(r.claim.sentence) })) }
    case 'signature':
      return { kind: 'signatures', people: [signer(block, ink, hands.get(block))] }
    case 'table': {
      const cells = block.rows.map((row) => row.map((cell) => cell.map(one)))
      const layout = tableLayout(
        block.columns,
        block.widths,
        cells.map((row) => row.map((paras) => paras.join(' '))),
      )
      return {
        kind: 'table',
        caption: line(block.caption.sentence),
        columns: block.columns.map(line),
        widths: layout.widths,
        landscape: layout.landscape,
        whole: layout.lines <= SHORT_TABLE,
        rows: cells.map((row, r) => ({
          whole: layout.whole[r] ?? true,
          cells: row.map((paras, i) => ({ paras, mark: statusMark(block.columns[i] ?? '', paras.join(' ')) })),
        })),
      }
    }
  }
}

function signer(block: Signature, ink: Ink, hand: LetterSignature | undefined): PersonView {
  const line = (text: string) => ink.line(text, WHERE)
  const person = { name: line(block.name), role: line(block.role), lines: block.lines.map(line) }
  if (!hand) return person
  const signed = {
    image: hand.picture ? pictureName(hand.block) : null,
    alt: `Signature of ${person.name}`,
    typed: line(hand.typed ?? ''),
    date: dateText(hand.date),
    lines: hand.lines.map(line),
  }
  return { ...person, signed }
}
