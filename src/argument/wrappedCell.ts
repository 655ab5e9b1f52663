/** Words as quotations are compared: no space, hyphen or quotation mark, no case. */
export const flatten = (text: string) =>
  text
    .replace(/[\s\u00ad-]+/g, '')
    .replace(/[“”"‘’']/g, '')
    .toLowerCase()

/**
 * Whether `quoted` stands in a table cell that wraps over lines: columns keep the text of one line
 * apart by two or more spaces, so that such a cell is no run of characters on its page. Every piece but
 * the last must be a whole cell of its line, each on the line after the one before, blank lines aside;
 * no word can be left out.
 */
export function standsWrapped(quoted: string, text: string): boolean {
  const lines = text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) =>
      line
        .split(/\s{2,}/)
        .map(flatten)
        .filter(Boolean),
    )
  const sought = flatten(quoted)
  const follows = (rest: string, at: number): boolean =>
    (lines[at] ?? []).some((cell) => cell.startsWith(rest) || (rest.startsWith(cell) && follows(rest.slice(cell.length), at + 1)))
  return lines.some((cells, i) =>
    cells.some((cell) => startsOf(cell, sought).some((start) => follows(sought.slice(cell.length - start), i + 1))),
  )
}

/** Where in `cell` the quotation may begin, so that it runs to the end of the cell. */
function startsOf(cell: string, sought: string): number[] {
  const starts: number[] = []
  for (let start = Math.max(0, cell.length - sought.length); start < cell.length; start++)
    if (sought.startsWith(cell.slice(start))) starts.push(start)
  return starts
}
