import { caseless } from './caseless.ts'
import type { LetterText } from './letter-text.ts'
import type { Cell, Line } from './lines.ts'
import { matchesAtStart } from './word-start.ts'

/** A value with the label that names it, wherever the form puts it. */
export interface Labelled {
  readonly label: string
  readonly labelStart: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly place: 'same' | 'right' | 'below'
}

/** What may stand between a label and its value. */
const SEPARATOR = String.raw`(?:\s*\((?:s|es|if any|if applicable)\))?\s*(?:\*{1,2})?(?:\s*(?::|#:?|=)|\s+(?:is|are)\s*:|\s+[-–—](?=\s))(?:\*{1,2})?`
/** The start of the next label on the same line, where a value ends. */
const NEXT_LABEL =
  /\s+(?=(?:Dates?(?: of \w+)?|Member|Patient|Claim|Clm|Group|Provider|Plan|Policy|Subscriber|Enrollee|Insured|Participant|DOB|DOS|CPT|ICD(?:-10)?|NPI|Tax|TIN|Auth(?:orization)?|Reference|Ref|Case|Phone|Fax|TTY|Billed|Paid|Allowed|Diagnosis|Services?|Procedure|Amount|Status|Type|Name|Address|Sponsor|Employer|ID|Rx\w*|MI|Specialty|Facility|Letter|Notice)\b(?: (?:Name|Number|No\.?|ID|Code|Amount|Date|Billed|Paid|Control|Reference|Type))?\s*#?\s*:)/
const BARE_LABEL = /^[*#•\-\s]*[A-Z][\w ./&'()#-]{0,40}[:#]\s*$/

/**
 * Every value that carries one of the labels: after a colon, in the next column, or in the row below
 * the label's column. `label` is the source of a regular expression without anchors.
 */
export function labelled(letter: LetterText, label: string): Labelled[] {
  const { inCell, whole } = patternsOf(label)
  const found: Labelled[] = []
  for (const line of letter.lines) {
    for (const [i, cell] of line.cells.entries()) {
      for (const m of /[:#=]|\s[-–—]\s/.test(cell.text) ? matchesAtStart(cell.text, inCell, INSIDE_A_WORD) : []) {
        const value = valueAfter(letter, line, i, cell, m.index + m[0].length)
        if (value) found.push({ label: m[0].replace(/[\s:#*]+$/, ''), labelStart: cell.start + m.index, ...value })
      }
      if (cell.text.length > 60 || cell.text.endsWith(':') || !whole.test(cell.text)) continue
      const value = valueBeside(letter, line, i)
      if (value) found.push({ label: cell.text, labelStart: cell.start, ...value })
    }
  }
  return found
}

const INSIDE_A_WORD = /[\p{L}\d/-]$/u

interface Patterns {
  readonly inCell: RegExp
  readonly whole: RegExp
}

const compiled = new Map<string, Patterns>()

/** Labels are a closed set of constants, so each is compiled once. */
function patternsOf(label: string): Patterns {
  const known = compiled.get(label)
  if (known) return known
  const patterns = {
    inCell: new RegExp(caseless(`(?:${label})${SEPARATOR}`), 'gu'),
    whole: new RegExp(caseless(String.raw`^[*#•\s]*(?:${label})\s*[:*]*$`), 'u'),
  }
  compiled.set(label, patterns)
  return patterns
}

type Value = Omit<Labelled, 'label' | 'labelStart'>

function valueAfter(letter: LetterText, line: Line, index: number, cell: Cell, offset: number): Value | null {
  const rest = cell.text.slice(offset)
  const stop = NEXT_LABEL.exec(rest)
  const text = (stop ? rest.slice(0, stop.index) : rest).trim()
  if (!text || /^[*_]+$/.test(text)) return stop ? null : valueBeside(letter, line, index)
  if (/^(?:[A-Z][\w./&'()-]*[ ]?){1,4}(?:#:?|:)(?:\s|$)/.test(text)) return null
  const start = cell.start + offset + rest.indexOf(text)
  return { start, end: start + text.length, text, place: 'same' }
}

function valueBeside(letter: LetterText, line: Line, index: number): Value | null {
  const right = line.cells[index + 1]
  if (right && !headsATable(letter, line)) {
    if (right.text.includes(':') && /^[^:]{1,40}:/.test(right.text)) return null
    if (isValue(right.text)) return { start: right.start, end: right.end, text: right.text, place: 'right' }
  }
  const cell = line.cells[index]
  const below = letter.lines[line.index + 1]?.cells ?? []
  if (!cell) return null
  const under = below.find((c) => c.column < cell.column + cell.text.length && c.column + c.text.length > cell.column)
  const near = under && Math.abs(under.column - cell.column) <= 4 ? under : null
  return near && isValue(near.text) && !/^[^:]{1,40}:\s/.test(near.text)
    ? { start: near.start, end: near.end, text: near.text, place: 'below' }
    : null
}

/** A row of labels over a row of values in the same columns. */
function headsATable(letter: LetterText, line: Line): boolean {
  // A Markdown table of fields has its labels in the first column.
  if (letter.text.slice(line.start, line.end).trimStart().startsWith('|') && line.cells.length === 2) return false
  const below = letter.lines[line.index + 1]?.cells ?? []
  const columns = line.cells.length > 1 && below.length === line.cells.length
  return (
    columns &&
    line.cells.every((c, i) => Math.abs(c.column - (below[i]?.column ?? -99)) <= 4 && !/[\d:]/.test(c.text)) &&
    /\d/.test(below.map((c) => c.text).join(''))
  )
}

const isValue = (text: string) => !BARE_LABEL.test(text)
