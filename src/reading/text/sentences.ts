import type { SectionKind } from '../lexicon/section-headings.ts'
import type { LetterText } from './letter-text.ts'
import type { Cell } from './lines.ts'
import { headingOf, sectionsOf } from './sections.ts'

export interface Sentence {
  /** The words with single spaces. */
  readonly text: string
  /** Offset in the letter's text of each character of `text`. */
  readonly at: readonly number[]
  readonly section: SectionKind
  readonly kind: 'heading' | 'label' | 'item' | 'prose'
  /** Text of the sentence that introduces a list, for its items. */
  readonly lead: string | null
}

interface Chain {
  cells: Cell[]
  lastLine: number
  alone: boolean
  kind: Sentence['kind']
  section: SectionKind
}

const ITEM = /^(?:[-•●*·▪–o]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+|☐|☒|\[[ xX]\])/
const LABEL = /^(?:[-•●·]\s+)?[*#\s]*\p{Lu}[\p{L}\d ,'’&/().#-]{0,48}:(?:\s|$)/u

/** The letter's sentences in order. Words in columns side by side are never run together. */
export function sentencesOf(letter: LetterText): Sentence[] {
  const sections = sectionsOf(letter)
  const chains: Chain[] = []
  for (const line of letter.lines) {
    const heading = headingOf(letter, line) !== null
    for (const cell of line.cells) {
      const section = sections[line.index] ?? 'other'
      const alone = line.cells.length === 1
      const opens = heading || ITEM.test(cell.text) || LABEL.test(cell.text)
      const open = opens ? undefined : chains.findLast((c) => c.lastLine === line.index - 1 && continues(c, cell, alone))
      if (open) {
        open.cells.push(cell)
        open.lastLine = line.index
        open.alone &&= alone
      } else {
        const labelled = LABEL.test(cell.text)
        const kind =
          labelled && !cell.text.startsWith('#') ? 'label' : heading ? 'heading' : ITEM.test(cell.text) ? 'item' : 'prose'
        chains.push({ cells: [cell], lastLine: line.index, alone, kind, section })
      }
    }
  }
  return withLeads(chains.flatMap(split))
}

/** Lines of one paragraph at most: what runs on longer is no letter's paragraph. */
const LONGEST = 60

function continues(chain: Chain, cell: Cell, alone: boolean): boolean {
  if (chain.kind === 'heading' || chain.cells.length >= LONGEST) return false
  const last = chain.cells.at(-1)
  if (!last) return false
  const aligned = Math.abs(last.column - cell.column) <= 2
  // A short labelled value is whole; what follows it on the margin is a new sentence.
  if (chain.kind === 'label' && aligned && last.text.length < 50 && /^\p{Lu}/u.test(cell.text)) return false
  return alone && chain.alone ? aligned || cell.column > last.column || chain.kind !== 'label' : aligned
}

/** Words before a full stop that do not end a sentence. */
const ABBREVIATION =
  /(?:\b(?:Dr|Mr|Mrs|Ms|No|St|Ste|Inc|Co|Corp|Ltd|Jr|Sr|vs|etc|approx|Fig|Sec|Ave|Blvd|Rd|Dept|Ext|Tel|Attn|P\.O|M\.D|D\.O|U\.S|e\.g|i\.e|Sra|Núm)|\b[A-Z])\.$/

function split(chain: Chain): Sentence[] {
  let text = ''
  const at: number[] = []
  for (const cell of chain.cells) {
    if (text) {
      text += ' '
      at.push(cell.start - 1)
    }
    for (const m of cell.text.matchAll(/\s+|\S/gu)) {
      text += /\s/.test(m[0]) ? ' ' : m[0]
      for (let k = 0; k < (/\s/.test(m[0]) ? 1 : m[0].length); k++) at.push(cell.start + m.index + k)
    }
  }
  const sentences: Sentence[] = []
  const push = (from: number, to: number, kind: Sentence['kind']) => {
    const raw = text.slice(from, to)
    const first = from + raw.length - raw.trimStart().length
    const part = raw.trim()
    if (part) sentences.push({ text: part, at: at.slice(first, first + part.length), section: chain.section, kind, lead: null })
  }
  let from = 0
  for (const m of text.matchAll(/[.?!]["”’)]?\s+(?=["“(]?[\p{Lu}\d¿¡])/gu)) {
    if (ABBREVIATION.test(text.slice(from, m.index + 1)) || /^\s*\(?\d{1,2}\.$/.test(text.slice(from, m.index + 1))) continue
    push(from, m.index + m[0].length, from === 0 ? chain.kind : 'prose')
    from = m.index + m[0].length
  }
  push(from, text.length, from === 0 ? chain.kind : 'prose')
  return sentences
}

/** Gives each list item the words that introduce the list. */
function withLeads(sentences: readonly Sentence[]): Sentence[] {
  let lead: string | null = null
  return sentences.map((s) => {
    if (s.kind === 'item' || (s.kind === 'label' && ITEM.test(s.text))) return { ...s, lead }
    lead = s.text
    return s
  })
}

/** The range in the letter of characters `from`–`to` of the sentence, within one column of one stretch of lines. */
export function rangeIn(letter: LetterText, s: Sentence, from: number, to: number): { start: number; end: number } {
  const start = s.at[from] ?? 0
  let last = from
  // Where the next character lies beyond other columns' words, the range ends with the column's line.
  while (last + 1 < to && adjoins(letter, s.at[last] ?? 0, s.at[last + 1] ?? 0)) last++
  return { start, end: (s.at[last] ?? start) + 1 }
}

function adjoins(letter: LetterText, a: number, b: number): boolean {
  return b >= a && letter.text.slice(a + 1, b).trim() === ''
}
