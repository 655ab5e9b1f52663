import type { SourceDocument } from './document.ts'
import { type LetterText, letterText, type Stretch, wholeText } from './text/letter-text.ts'
import { datesIn } from './values/dates.ts'

const SALUTATION = /^(?:Dear|Estimad[oa])\b/i
const CLOSING = /^(?:Sincerely|Respectfully|Regards|Yours|Atentamente|Thank you,)/i
const TITLE = /^(?:NOTICE OF|IMPORTANT NOTICE|EXPLANATION OF BENEFITS|DENIAL OF|ADVERSE)/i
const FIRST_OF = /\bPage\s+1\s+of\s+\d+/i

/**
 * The letters of a file. A new one starts where, after a closed letter, a head with its own date and
 * salutation (or title) begins; page by page numbering that restarts says so too.
 */
export function splitLetters(doc: SourceDocument): LetterText[] {
  const whole = wholeText(doc)
  const starts = [0, ...startsAfter(whole)]
  if (starts.length === 1) return [whole]
  return starts.map((start, i) => letterText(doc, stretchesBetween(whole, start, starts[i + 1] ?? whole.text.length)))
}

function startsAfter(letter: LetterText): number[] {
  const starts: number[] = []
  let closed = false
  let greeted = false
  let from = 0
  for (const line of letter.lines) {
    const text = line.cells[0]?.text ?? ''
    if (CLOSING.test(text)) closed = true
    const pageStart = letter.stretches.some((s) => s.at > from && s.at === line.start)
    const begins =
      pageStart &&
      FIRST_OF.test(
        letter.text
          .slice(line.start, line.start + 3000)
          .split('\n')
          .slice(0, 60)
          .join('\n'),
      ) &&
      FIRST_OF.test(letter.text.slice(from, line.start))
    const greets = SALUTATION.test(text)
    // A second greeting on a later page opens a second letter, though the first was never closed.
    const again = greets && greeted && letter.stretches.some((s) => s.at > from && s.at <= line.start)
    if (greets) greeted = true
    if (!begins && !again && !(closed && (greets || TITLE.test(text)))) continue
    const start = begins ? line.start : headBefore(letter, line.index, from)
    if (start !== null && start > from) {
      starts.push(start)
      from = start
      closed = false
    }
  }
  return starts
}

/** Where the head of the letter begins whose salutation or title is on this line; null without a date or page of its own. */
function headBefore(letter: LetterText, index: number, from: number): number | null {
  const page = letter.stretches.findLast((s) => s.at <= (letter.lines[index]?.start ?? 0))
  if (page && page.at > from) return page.at
  const before = letter.lines.slice(0, index)
  const close = before.findLastIndex((l) => CLOSING.test(l.cells[0]?.text ?? ''))
  // The signature ends at the first blank line that follows at least one line of it.
  const signed = before.findIndex((l, i) => i > close + 1 && l.cells.length === 0 && (before[i - 1]?.cells.length ?? 0) > 0)
  const head = before.slice(signed < 0 ? close + 1 : signed).filter((l) => l.cells.length > 0)
  const dated = [...head, ...letter.lines.slice(index, index + 12)].some(
    (l) => datesIn(letter.text.slice(l.start, l.end)).length > 0,
  )
  return dated ? (head[0]?.start ?? letter.lines[index]?.start ?? null) : null
}

function stretchesBetween(letter: LetterText, start: number, end: number): Stretch[] {
  return letter.stretches.flatMap((s) => {
    const from = Math.max(s.from, s.from + start - s.at)
    const to = Math.min(s.to, s.from + end - s.at)
    return from < to ? [{ page: s.page, from, to }] : []
  })
}
