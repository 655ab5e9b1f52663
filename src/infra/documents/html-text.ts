import { Parser } from 'htmlparser2'
import { isHidden, NO_SHEET, setsBackground, withStyles } from './html-hidden.ts'

const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const PARAGRAPHS = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))
const SILENT = new Set('head script style template noscript svg title object iframe select textarea'.split(' '))
const COLUMN_GAP = '   '
/** The parser's time grows with the square of the depth; no page that people wrote comes near this. */
const MAX_DEPTH = 10_000

interface Table {
  readonly rows: string[][]
  cell: string
  inCell: boolean
}

/**
 * Text of an HTML page as it is seen: blocks on their own lines, table rows as lines with aligned
 * columns; what the page hides is left out. Never recurses; null: nested deeper than any page.
 */
export function htmlText(html: string): string | null {
  let out = ''
  let sheet = NO_SHEET
  let css: string | null = null
  let depth = 0
  /** Depths of the outermost silent element and of the outermost one with a background; 0: none is open. */
  let silentFrom = 0
  let backgroundFrom = 0
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
      onopentag(name, attributes) {
        if (++depth > MAX_DEPTH) return parser.pause()
        if (name === 'style') css = ''
        if (!backgroundFrom && setsBackground(attributes)) backgroundFrom = depth
        if (!silentFrom && (SILENT.has(name) || isHidden(name, attributes, sheet, backgroundFrom > 0))) silentFrom = depth
        if (silentFrom) return
        if (name === 'br') breakLine(1)
        else if (name === 'table') tables.push({ rows: [], cell: '', inCell: false })
        else if (name === 'tr') tables.at(-1)?.rows.push([])
        else if (name === 'td' || name === 'th') Object.assign(tables.at(-1) ?? {}, { inCell: true, cell: '' })
        else if (BLOCKS.has(name)) breakLine(PARAGRAPHS.has(name) ? 2 : 1)
        if (name === 'li') write('- ')
      },
      ontext(text) {
        if (css !== null) css += text
        else if (!silentFrom) write(text.replace(/[ \t\r\n\u00a0]+/g, ' '))
      },
      onclosetag(name) {
        const silent = silentFrom > 0
        if (name === 'style' && css !== null) {
          sheet = withStyles(sheet, css)
          css = null
        }
        if (silentFrom === depth) silentFrom = 0
        if (backgroundFrom === depth) backgroundFrom = 0
        depth--
        if (silent) return
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
  if (depth > MAX_DEPTH) return null
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
