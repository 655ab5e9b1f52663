import type { Claim } from '../argument/claim.ts'
import type { Block, Letter } from './letter.ts'

/** What a writer did to one sentence of a letter, found again by the sentence the program wrote. */
export interface LetterEdit {
  readonly edit: string
  readonly action: 'replace' | 'remove' | 'add'
  /** The program's sentence; empty for an addition. */
  readonly original: string
  /** Of an addition: the program's sentence it follows; null puts it before the signatures. */
  readonly after: string | null
  readonly text: string | null
  readonly by: 'patient' | 'prescriber'
}

export interface EditedLetter {
  readonly letter: Letter
  /** Edits whose sentence the letter no longer has; they change nothing until they are placed again. */
  readonly orphans: readonly LetterEdit[]
  /** Sentences now in the letter that are the writer's own, with the edit each came from. */
  readonly own: ReadonlyMap<string, LetterEdit>
}

/**
 * The letter as its writer left it. A changed or added sentence rests on the writer's own statement and
 * on nothing the program found: it is theirs to answer for, and is shown so.
 */
export function applyEdits(letter: Letter, edits: readonly LetterEdit[]): EditedLetter {
  const own = new Map<string, LetterEdit>()
  const used = new Set<string>()
  const statement = (edit: LetterEdit): Claim => {
    const sentence = (edit.text ?? '').trim()
    own.set(sentence, edit)
    used.add(edit.edit)
    return { sentence, support: [{ kind: 'statement', source: edit.by, pin: `sentence.${edit.edit}`, quote: sentence }] }
  }
  const changed = (claim: Claim): readonly Claim[] => {
    const edit = edits.find((e) => e.action !== 'add' && e.original === claim.sentence)
    if (!edit) return [claim]
    used.add(edit.edit)
    return edit.action === 'remove' || !edit.text?.trim() ? [] : [statement(edit)]
  }
  const following = (claim: Claim): readonly Claim[] =>
    edits.filter((e) => e.action === 'add' && e.after === claim.sentence && e.text?.trim()).map(statement)
  const all = (claims: readonly Claim[]): readonly Claim[] => claims.flatMap((c) => [...changed(c), ...following(c)])
  const one = (claim: Claim): Claim | null => changed(claim)[0] ?? null

  const edited = (block: Block): Block[] => {
    switch (block.kind) {
      case 'heading': {
        const text = one(block.text)
        return text ? [{ ...block, text }] : []
      }
      case 'paragraph': {
        const claims = all(block.claims)
        return claims.length ? [{ ...block, claims }] : []
      }
      case 'quote': {
        // Changed words are no longer the quoted party's: they leave the quotation and stand below it.
        const kept = block.claims.filter((c) => changed(c)[0] === c)
        const mine = block.claims.filter((c) => !kept.includes(c)).flatMap(changed)
        const below = [...mine, ...block.claims.flatMap(following)]
        return [
          ...(kept.length ? [{ ...block, claims: kept }] : []),
          ...(below.length ? [{ kind: 'paragraph' as const, claims: below }] : []),
        ]
      }
      case 'list': {
        const items = block.items.map(all).filter((item) => item.length)
        return items.length ? [{ ...block, items }] : []
      }
      case 'table':
        return [{ ...block, rows: block.rows.map((row) => row.map((cell) => cell.flatMap(changed))) }]
      case 'fields':
        return [{ ...block, rows: block.rows.flatMap((r) => changed(r.claim).map((c) => ({ ...r, claim: c }))) }]
      case 'signature':
        return [block]
    }
  }
  const blocks = letter.blocks.flatMap(edited)
  const last = edits.filter((e) => e.action === 'add' && e.after === null && e.text?.trim())
  const closing: Block[] = last.length ? [{ kind: 'paragraph', claims: last.map(statement) }] : []
  const sign = blocks.findIndex((b) => b.kind === 'signature')
  const at = sign < 0 ? blocks.length : sign
  return {
    letter: { ...letter, blocks: [...blocks.slice(0, at), ...closing, ...blocks.slice(at)] },
    orphans: edits.filter((e) => !used.has(e.edit)),
    own,
  }
}
