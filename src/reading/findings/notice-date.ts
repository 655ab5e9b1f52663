import type { CivilDate } from '../../base/date.ts'
import type { Finding } from '../../base/span.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { datesIn } from '../values/dates.ts'
import type { ReadingContext } from './context.ts'

/** Labels that say outright that this is the date of the notice, most telling first. */
const LABELS = [
  String.raw`(?<!(?:original|initial|previous|prior|first) )(?:date of (?:this )?(?:notice|letter|denial|determination|decision)|(?:notice|letter|denial|determination|decision) date|date (?:issued|of issue)|fecha (?:de(?:l| la| esta)? )?(?:aviso|carta|notificaci[óo]n|decisi[óo]n))`,
  String.raw`(?<!(?:of|service|birth|due|effective|print|printed|mail|mailed|mailing|received|review|revision|revised|appeal|start|end|request|check|admission|discharge|processed|deposit|payment|signature)\s)(?:date|fecha)`,
  String.raw`remittance date|(?:check|payment|production)(?:\s*\/\s*eft)? date|statement date|eob date|date of (?:this )?(?:statement|eob)`,
]

/** The date printed as the letter's own. A print, mailing, service, birth or revision date is none. */
export function noticeDate(ctx: ReadingContext): Finding<CivilDate> | null {
  for (const [rank, label] of LABELS.entries())
    for (const l of labelled(ctx.letter, label).filter((x) => !qualified(ctx, x.labelStart))) {
      const date = datesIn(l.text)[0]
      if (date && date.start <= 14)
        return finding(
          ctx.letter,
          date.value,
          l.place === 'below' ? l.start : l.labelStart,
          l.start + date.end,
          rank === 0 ? 1 : 0.95,
        )
    }
  return standingAlone(ctx)
}

/** "Original denial date:", "Print date:": a word of the same label stands before it. */
function qualified({ letter }: ReadingContext, labelStart: number): boolean {
  const cell = letter.lines.flatMap((l) => l.cells).find((c) => c.start <= labelStart && c.end > labelStart)
  const before = cell
    ? letter.text
        .slice(cell.start, labelStart)
        .replace(/[*#\s]+/g, ' ')
        .trim()
    : ''
  return before !== '' && !before.includes(':')
}

/** A date that is a line of its own, or a column of its own, in the head of the letter. */
function standingAlone({ letter }: ReadingContext): Finding<CivilDate> | null {
  let printed = 0
  for (const line of letter.lines) {
    if (line.cells.length === 0) continue
    if (++printed > 30) return null
    for (const [i, cell] of line.cells.entries()) {
      const date = datesIn(cell.text)[0]
      const alone = date && date.start === 0 && cell.text.slice(date.end).replace(/[.,\s]/g, '') === ''
      const before = line.cells[i - 1]?.text ?? ''
      if (
        alone &&
        !/:$|\b(?:date|dob|birth|service|printed|mailed)\b/i.test(before) &&
        !headsAColumn(letter.lines[line.index - 1]?.cells, cell.column)
      )
        return finding(letter, date.value, cell.start, cell.end, 0.8)
    }
    if (/^(?:Dear|Estimad|Sincerely)/i.test(line.cells[0]?.text ?? '')) return null
  }
  return null
}

const headsAColumn = (above: readonly { text: string; column: number }[] | undefined, column: number) =>
  above?.some((c) => Math.abs(c.column - column) <= 3 && /\b(?:date|dob|dos|service|birth)\b/i.test(c.text)) ?? false
