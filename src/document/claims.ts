import type { Claim } from '../argument/claim.ts'
import type { Block, Letter } from './letter.ts'

/** Every sentence of a letter in reading order, table cells included: what the ledger walks. */
export function claimsOfLetter(letter: Letter): Claim[] {
  return [letter.title, ...letter.re.map((r) => r.claim), ...letter.blocks.flatMap(claimsOfBlock), ...letter.enclosures]
}

function claimsOfBlock(block: Block): readonly Claim[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return block.claims
    case 'list':
      return block.items.flat()
    case 'quote':
      return [...block.claims, block.attribution]
    case 'table':
      return [block.caption, ...block.rows.flat(2)]
    case 'fields':
      return block.rows.map((r) => r.claim)
    case 'signature':
      return []
  }
}
