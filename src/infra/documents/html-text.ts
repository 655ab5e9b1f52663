import { Parser } from 'htmlparser2'

const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const PARAGRAPHS = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))
const SILENT = new Set('head script style template noscript svg title object iframe select textarea'.split(' '))
const COLUMN_GAP = '   '

interface Table {
  readonly rows: string[][]
  cell: string
  inCell: boolean
}

/** Text of an HTML page: blocks on their own lines, table rows as lines with aligned columns. Never recurses. */
export function htmlText(html: string): string {
  let out = ''
  let silent = 0
  const tables: Table[] = []
  const write = (text: string) => {
    const table = tables.at(-1)
    if (table) {
      if (table.inCell) table.cell += text
    } else out += text
  }
  const breakLine = (lines: number) => write('\n'.repeat(lines))
  const parser = new Parser(
    {
      onopentagname(name) {
        if (SILENT.has(name)) silent++
        else if (name === 'br') breakLine(1)
        else if (name === 'table') tables.push({ rows: [], cell: '', inCell: false })
        else if (name === 'tr') tables.at(-1)?.rows.push([])
        else if (name === 'td' || name === 'th') Object.assign(tables.at(-1) ?? {}, { inCell: true, cell: '' })
        else if (BLOCKS.has(name)) breakLine(PARAGRAPHS.has(name) ? 2 : 1)
        if (name === 'li') write('- ')
      },
      ontext(text) {
        if (silent === 0) write(text.replace(/[ \t\r\n\u00a0]+/g, ' '))
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1)
        const table = tables.at(-1)
        if ((name === 'td' || name === 'th') && table?.inCell) {
          table.rows.at(-1)?.push(table.cell)
          table.inCell = false
        } else if (name === 'table' && table) {
          tables.pop()
          write(`\n\n${tableText(table.rows)}\n\n`)
        } else if (BLOCKS.has(name) && name !== 'tr') breakLine(PARAGRAPHS.has(name) ? 2 : 1)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  for (const table of tables.reverse()) out += `\n${tableText(table.rows)}`
  return tidy(out)
}

/** A table that frames the page (one column, or cells of several lines) reads as blocks, others as rows. */
function tableText(rows: readonly string[][]): string {
  const cells = rows.map((row) => row.map(tidy))
  const framing = cells.some((row) => row.some((cell) => cell.split('\n').length > 4 || cell.length > 400))
  if (framing) return cells.map((row) => row.filter(Boolean).join('\n\n')).join('\n\n')
  const flat = cells.map((row) => row.map((cell) => cell.replace(/\s*\n\s*/g, ' ')))
  const widths: number[] = []
  for (const row of flat) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, Math.min(cell.length, 60))
  return flat
    .map((row) => row.map((cell, i) => cell.padEnd(i < row.length - 1 ? (widths[i] ?? 0) : 0)).join(COLUMN_GAP))
    .join('\n')
}

const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd().replace(/^ (?=\S)/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\s+$/g, '')
