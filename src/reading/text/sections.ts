import { SECTION_HEADINGS, type SectionKind } from '../lexicon/section-headings.ts'
import type { LetterText } from './letter-text.ts'
import type { Line } from './lines.ts'

export const kindOfHeading = (text: string): SectionKind => {
  const lower = text.toLowerCase()
  return SECTION_HEADINGS.find(([cue]) => cue.test(lower))?.[1] ?? 'other'
}

const capitals = (text: string) => {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 4 && letters.replace(/[^\p{Lu}]/gu, '').length / letters.length >= 0.85
}

/** "Appeal number: …" is a field of a form and opens no section. */
const NAMES_A_NUMBER = /\b(?:numbers?|no|id|case|type|status|received)$/i

/** The words before the first colon, where they can be a label: up to eight, starting with a letter. */
function labelOf(text: string): string | null {
  const colon = text.indexOf(':')
  if (colon < 2 || colon > 64 || !/^(?:\s|\*|$)/.test(text.slice(colon + 1, colon + 2))) return null
  const label = text
    .slice(0, colon)
    .replace(/^[*#\s]+|\*+$/g, '')
    .trim()
  return /^\p{Lu}[\p{L}\d '’&/,-]*$/u.test(label) && label.split(/\s+/).length <= 8 ? label : null
}

/**
 * The heading a line carries, or null: a line in capitals, a Markdown heading, a question or title set
 * apart, or a label that opens a section on its own line ("Reason for Denial: The claim …").
 */
export function headingOf(letter: LetterText, line: Line): string | null {
  const cell = line.cells[0]
  if (!cell) return null
  const text = cell.text.replace(/^#+\s*/, '').replace(/\*\*/g, '')
  if (line.cells.length > 1) return null
  const label = labelOf(cell.text)
  if (label) {
    const kind = kindOfHeading(label)
    return kind === 'other' || kind === 'detail' || NAMES_A_NUMBER.test(label) ? null : label
  }
  if (cell.text.startsWith('#')) return text
  if (text.length > 90 || /^[-•*\d(]/.test(text)) return null
  const before = letter.lines[line.index - 1]
  const alone = (!before || before.cells.length === 0) && !/[.,;]$/.test(text)
  if (letter.inCapitals) return alone && text.split(/\s+/).length <= 10 ? text : null
  if (capitals(text)) return text
  if (alone && text.endsWith('?')) return text
  const after = letter.lines[line.index + 1]
  // A sentence that happens to break here goes on in small letters.
  if (/^\p{Ll}/u.test(after?.cells[0]?.text ?? '')) return null
  const apart = alone && (!after || after.cells.length === 0) && text.split(/\s+/).length <= 6
  const under = after?.cells[0]?.text ?? ''
  const over = alone && text.split(/\s+/).length <= 5 && after?.cells.length === 1 && under.length > 40 && /^\p{Lu}/u.test(under)
  const kind = kindOfHeading(text)
  return (alone && titled(text) && kind !== 'other') || ((apart || over) && kind !== 'other' && kind !== 'detail') ? text : null
}

/** Most words start with a capital: a title, not a sentence. */
function titled(text: string): boolean {
  const words = text.split(/\s+/).filter((w) => /^\p{L}{4,}/u.test(w))
  const capital = words.filter((w) => /^\p{Lu}/u.test(w)).length
  return (
    words.length > 0 &&
    text.split(/\s+/).length <= 12 &&
    (capital / words.length >= 0.6 || /^(?:How|Why|What|If|Your|When|Getting|Filing|About) /.test(text))
  )
}

/** "What you can do next": instructions to a provider, or how to appeal; the lines under it tell. */
const NEXT_STEPS = /next|what (?:you|to|can)|options/i
const tellsOfAppeals = (letter: LetterText, heading: Line): boolean =>
  letter.lines
    .slice(heading.index + 1, heading.index + 7)
    .some((l) => l.cells.some((c) => /\bappeals?\b|\bsecond[- ]level\b/i.test(c.text)))

/** The section each line belongs to, by line index. A form's plain label ("Member: …") ends no section. */
export function sectionsOf(letter: LetterText): SectionKind[] {
  let section: SectionKind = 'opening'
  return letter.lines.map((line) => {
    const heading = headingOf(letter, line)
    if (heading) {
      const named = kindOfHeading(heading)
      const kind = named === 'submission' && NEXT_STEPS.test(heading) && tellsOfAppeals(letter, line) ? 'appeal' : named
      if (kind !== 'other' || section !== 'opening') section = kind
    } else if (line.cells[0] && /^(?:Dear|Estimad[oa]|To whom)\b/i.test(line.cells[0].text)) section = 'opening'
    else if (line.cells[0] && /^(?:Sincerely|Respectfully|Regards|Atentamente)\b/i.test(line.cells[0].text)) section = 'contact'
    return section
  })
}
