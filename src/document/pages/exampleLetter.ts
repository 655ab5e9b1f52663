import type { Claim } from '../../argument/claim.ts'
import type { Status } from '../../base/citation.ts'
import type { Support } from '../../base/support.ts'
import type { Block, Letter } from '../letter.ts'

/** What a sentence of a worked letter rests on: words, and where they stand. */
export interface LetterSupport {
  readonly kind: Support['kind']
  /** File name of a document of the case, record id of the knowledge, or who said it. */
  readonly source: string
  /** "p. 2", "(h)(3)(i)"; empty for the whole source. */
  readonly where: string
  readonly quote: string
  /** Of knowledge only. */
  readonly status?: Status
}

/** `rests`: places in the letter's `supports`. */
export interface LetterSentence {
  readonly text: string
  readonly rests: readonly number[]
}

export type LetterBlock =
  | { readonly kind: 'heading'; readonly sentence: LetterSentence }
  | { readonly kind: 'paragraph'; readonly sentences: readonly LetterSentence[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly LetterSentence[])[] }
  | { readonly kind: 'quote'; readonly sentences: readonly LetterSentence[]; readonly attribution: LetterSentence }
  | {
      readonly kind: 'table'
      readonly caption: LetterSentence
      readonly columns: readonly string[]
      readonly rows: readonly (readonly (readonly LetterSentence[])[])[]
    }
  | { readonly kind: 'fields'; readonly rows: readonly { readonly label: string; readonly sentence: LetterSentence }[] }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }

/** A letter of an invented case, as text with the source of every sentence. Kept as a file, made by `scripts/make-example-letters.ts`. */
export interface ExampleLetter {
  readonly format: 1
  /** Reason record it is the example for. */
  readonly reason: string
  /** Folder of the invented case it was drafted from. */
  readonly made: string
  readonly title: LetterSentence
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly date: string
  readonly re: readonly { readonly label: string; readonly sentence: LetterSentence }[]
  readonly salutation: string
  readonly blocks: readonly LetterBlock[]
  readonly enclosures: readonly LetterSentence[]
  readonly supports: readonly LetterSupport[]
}

/** `nameOf`: file name of a document of the case by its id. */
export function exampleLetter(reason: string, made: string, letter: Letter, nameOf: (document: string) => string): ExampleLetter {
  const supports = new Map<string, number>()
  const list: LetterSupport[] = []
  const place = (s: Support): number => {
    const entry = supportOf(s, nameOf)
    const key = JSON.stringify(entry)
    const known = supports.get(key)
    if (known !== undefined) return known
    supports.set(key, list.length)
    list.push(entry)
    return list.length - 1
  }
  const sentence = (c: Claim): LetterSentence => ({ text: c.sentence, rests: [...new Set(c.support.map(place))] })
  return {
    format: 1,
    reason,
    made,
    title: sentence(letter.title),
    from: letter.from,
    to: letter.to,
    date: letter.date,
    re: letter.re.map((r) => ({ label: r.label, sentence: sentence(r.claim) })),
    salutation: letter.salutation,
    blocks: letter.blocks.map((b) => blockOf(b, sentence)),
    enclosures: letter.enclosures.map(sentence),
    supports: list,
  }
}

function supportOf(s: Support, nameOf: (document: string) => string): LetterSupport {
  if ('span' in s) return { kind: s.kind, source: nameOf(s.span.doc), where: `p. ${s.span.page}`, quote: s.quote }
  return { kind: s.kind, source: s.source, where: s.pin, quote: s.quote, ...('status' in s ? { status: s.status } : {}) }
}

function blockOf(block: Block, sentence: (c: Claim) => LetterSentence): LetterBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', sentence: sentence(block.text) }
    case 'paragraph':
      return { kind: 'paragraph', sentences: block.claims.map(sentence) }
    case 'list':
      return { kind: 'list', ordered: block.ordered, items: block.items.map((item) => item.map(sentence)) }
    case 'quote':
      return { kind: 'quote', sentences: block.claims.map(sentence), attribution: sentence(block.attribution) }
    case 'table':
      return {
        kind: 'table',
        caption: sentence(block.caption),
        columns: block.columns,
        rows: block.rows.map((row) => row.map((cell) => cell.map(sentence))),
      }
    case 'fields':
      return { kind: 'fields', rows: block.rows.map((r) => ({ label: r.label, sentence: sentence(r.claim) })) }
    case 'signature':
      return { kind: 'signature', lines: [block.name, block.role, ...block.lines].filter(Boolean) }
  }
}

/** Every sentence of the letter, in reading order. */
export function sentencesOf(letter: ExampleLetter): readonly LetterSentence[] {
  const inside = (b: LetterBlock): readonly LetterSentence[] => {
    switch (b.kind) {
      case 'heading':
        return [b.sentence]
      case 'paragraph':
        return b.sentences
      case 'list':
        return b.items.flat()
      case 'quote':
        return [...b.sentences, b.attribution]
      case 'table':
        return [b.caption, ...b.rows.flat(2)]
      case 'fields':
        return b.rows.map((r) => r.sentence)
      case 'signature':
        return []
    }
  }
  return [letter.title, ...letter.re.map((r) => r.sentence), ...letter.blocks.flatMap(inside), ...letter.enclosures]
}
