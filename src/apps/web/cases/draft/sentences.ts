import type { Claim } from '../../../../argument/claim.ts'
import { claimsOfLetter } from '../../../../document/claims.ts'
import type { Block, Letter } from '../../../../document/letter.ts'

/** A sentence of a letter by its place in reading order. */
export interface Sentence {
  readonly at: number
  readonly claim: Claim
  /** Edit by which a person wrote it; null: the program's. */
  readonly own: string | null
  /** Whether it can be changed in place, and followed by one more. */
  readonly editable: boolean
  readonly followed: boolean
}

/** Column of the criteria table in which the record speaks; the others are the policy's words and the verdict. */
const RECORD_COLUMN = 3

/**
 * The sentences of a letter. An edit finds its sentence by its words, so what stands there twice, or is a
 * field, a verdict or a caption, is corrected by its facts instead.
 */
export function sentencesOf(letter: Letter): ReadonlyMap<Claim, Sentence> {
  const claims = claimsOfLetter(letter)
  const times = new Map<string, number>()
  for (const c of claims) times.set(c.sentence, (times.get(c.sentence) ?? 0) + 1)
  const changed = new Set(letter.blocks.flatMap(changeable))
  const followed = new Set(letter.blocks.flatMap(followable))
  return new Map(
    claims.map((claim, at) => {
      const once = times.get(claim.sentence) === 1
      return [
        claim,
        { at, claim, own: ownEdit(claim), editable: once && changed.has(claim), followed: once && followed.has(claim) },
      ]
    }),
  )
}

/** The edit a sentence came from: it rests on nothing but its writer's word. */
export function ownEdit({ support: [first] }: Claim): string | null {
  return first.kind === 'statement' ? (/^sentence\.(.+)$/.exec(first.pin)?.[1] ?? null) : null
}

function changeable(block: Block): readonly Claim[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'table':
      return block.columns.length > RECORD_COLUMN + 1 ? block.rows.flatMap((row) => row[RECORD_COLUMN] ?? []) : []
    default:
      return followable(block)
  }
}

function followable(block: Block): readonly Claim[] {
  if (block.kind === 'paragraph' || block.kind === 'quote') return block.claims
  return block.kind === 'list' ? block.items.flat() : []
}
