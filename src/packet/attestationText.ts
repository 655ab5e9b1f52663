import type { Claim } from '../argument/claim.ts'
import type { Block, Letter } from '../document/letter.ts'

/** An enclosed document as the signer saw it listed; `sha256` of its bytes, where those are to be bound too. */
export interface BoundExhibit {
  readonly id: string
  readonly title: string
  readonly date: string | null
  readonly sha256: string | null
}

/** Changes only with the rules below: another first line means that fingerprints can't be compared. */
const VERSION = 'letter words, version 1'

/**
 * The words a signer signs, in reading order, one run of text a line, each with what it is. How they
 * are broken into lines and pages, or into sentences of the program, leaves no trace; a change of any
 * word, of the addressee, the date or an exhibit does. Hashed as UTF-8.
 */
export function canonicalText(letter: Letter, exhibits: readonly BoundExhibit[] = []): string {
  const line = (kind: string, text: string) => `${kind}: ${plain(text)}`
  const signed = letter.blocks.findLastIndex((b) => b.kind === 'signature') + 1 || letter.blocks.length
  const lines = [
    VERSION,
    line('kind', letter.kind),
    ...letter.from.map((l) => line('from', l)),
    line('date', letter.date),
    ...letter.to.map((l) => line('to', l)),
    line('title', letter.title.sentence),
    ...letter.re.flatMap((r) => [line('re', r.label), line('is', r.claim.sentence)]),
    line('salutation', letter.salutation),
    ...letter.blocks.slice(0, signed).flatMap((b) => blockLines(b, line)),
    ...letter.enclosures.map((e) => line('enclosure', e.sentence)),
    ...letter.blocks.slice(signed).flatMap((b) => blockLines(b, line)),
    ...exhibits.flatMap((e) => [
      line('exhibit', e.id),
      line('called', e.title),
      line('dated', e.date ?? ''),
      line('sha256', e.sha256 ?? ''),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

/** White space of any kind is one space, so that no text holds a line break of its own. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

const run = (claims: readonly Claim[]): string => claims.map((c) => c.sentence).join(' ')

function blockLines(block: Block, line: (kind: string, text: string) => string): string[] {
  switch (block.kind) {
    case 'heading':
      return [line(`heading ${block.level}`, block.text.sentence)]
    case 'paragraph':
      return [line('paragraph', run(block.claims))]
    case 'list':
      return block.items.map((item) => line(block.ordered ? 'numbered' : 'item', run(item)))
    case 'quote':
      return [line('quote', run(block.claims)), line('source', block.attribution.sentence)]
    case 'table':
      return [
        line('table', block.caption.sentence),
        ...block.columns.map((c) => line('column', c)),
        ...block.rows.flatMap((row) => ['row', ...row.map((cell) => line('cell', run(cell)))]),
      ]
    case 'fields':
      return block.rows.flatMap((r) => [line('field', r.label), line('is', r.claim.sentence)])
    case 'signature':
      return [line('signature of', block.name), line('as', block.role), ...block.lines.map((l) => line('signature line', l))]
  }
}
