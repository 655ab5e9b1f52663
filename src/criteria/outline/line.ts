import type { Box } from '../../base/span.ts'
import type { Page, SourceDocument } from '../../reading/document.ts'

/** One printed line with its place. `raw === page.text.slice(start, end)`, no blanks at either end. */
export interface Line {
  readonly page: number
  readonly start: number
  readonly end: number
  readonly raw: string
  /** In columns of text: from the boxes where the format has them, else from leading blanks. */
  readonly indent: number
  readonly blankBefore: boolean
}

/** Points per column where only boxes tell the indent: the average character of a 10–11 pt face. */
const POINTS_PER_COLUMN = 5

/** The words of a line as a reader sees them: emphasis, tags and link targets of Markdown removed. */
export const plain = (raw: string): string =>
  raw
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\[([^[\]]{1,400})\]\([^()\s]{0,800}[:#][^()\s]{0,800}\)(?:\{[^{}]{0,200}\})?/g, '$1')
    .replace(/\*\*|\^\^|==|__/g, '')
    .replace(/\\([<>*_|~])/g, '$1')
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Lines further apart than this many usual line distances leave a blank line between them. */
const BLANK_GAP = 1.4

export function pageLines(page: Page): Line[] {
  const boxAt = new Map(page.words.map((w) => [w.start, w.box]))
  const printed: { raw: string; start: number; indent: number; blank: boolean; box: Box | undefined }[] = []
  let blank = true
  let offset = 0
  for (const whole of page.text.split('\n')) {
    const raw = whole.trim()
    if (raw) {
      const start = offset + whole.indexOf(raw)
      const box = boxAt.get(start)
      printed.push({ raw, start, indent: box ? box.x / POINTS_PER_COLUMN : columns(whole), blank, box })
    }
    blank = !raw
    offset += whole.length + 1
  }
  const distance = (i: number) => {
    const [above, below] = [printed[i - 1]?.box, printed[i]?.box]
    return above && below ? below.y - above.y : null
  }
  // The lower quartile, because on a page of short items most distances hold a blank line.
  const distances = printed
    .flatMap((_, i) => distance(i) ?? [])
    .filter((d) => d > 1)
    .toSorted((a, b) => a - b)
  const usual = distances[Math.floor(distances.length / 4)] ?? Number.POSITIVE_INFINITY
  return printed.map(({ raw, start, indent, blank: empty }, i) => ({
    page: page.number,
    start,
    end: start + raw.length,
    raw,
    indent,
    blankBefore: empty || (distance(i) ?? 0) > BLANK_GAP * usual,
  }))
}

const columns = (line: string) => (/^[\t ]*/.exec(line)?.[0] ?? '').replace(/\t/g, '    ').length

/** The document's lines without front matter; running headers and footers are still there. */
export const documentLines = (doc: SourceDocument): Line[][] => doc.pages.map(pageLines).map(dropFrontMatter)

function dropFrontMatter(lines: Line[], index: number): Line[] {
  if (index > 0 || lines[0]?.raw !== '---') return lines
  const close = lines.findIndex((line, i) => i > 0 && line.raw === '---')
  return close > 0 ? lines.slice(close + 1) : lines
}
