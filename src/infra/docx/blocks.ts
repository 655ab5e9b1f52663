import type { BlockView, FieldView } from '../../packet/letterView.ts'
import { LANDSCAPE_WIDTH, SANS, TEXT_WIDTH } from './style.ts'
import { borders, paragraph, run } from './word.ts'

const RULE = { size: 4, color: 'A0A0A0' }
const STRONG = { size: 8, color: '000000' }

/** `list` is the number of the instance that a list of the letter counts by. */
export function blockElements(block: BlockView, list: number): string {
  switch (block.kind) {
    case 'heading':
      return paragraph({ style: block.level === 2 ? 'Heading2' : 'Heading3' }, run(block.text))
    case 'paragraph':
      return paragraph({ keepNext: block.keep, widowControl: true }, run(block.text))
    case 'list':
      return block.items.map((text) => paragraph({ style: 'ListParagraph', list, spacing: { after: 60 } }, run(text))).join('')
    case 'quote':
      return (
        paragraph({ style: 'Quotation', keepNext: true }, run(block.text)) +
        paragraph({ style: 'Quotation', spacing: { after: 160 } }, run(`— ${block.source}`, { font: SANS, size: 18 }))
      )
    case 'fields':
      return fieldLines(block.rows)
    case 'table':
      return paragraph({ style: 'TableCaption' }, run(block.caption)) + table(block) + paragraph({ spacing: { after: 60 } })
    case 'signatures':
      return block.people.map(signature).join('')
  }
}

/** Label, tab, value: stays editable, and is read in order. */
export const fieldLines = (rows: readonly FieldView[]): string =>
  rows
    .map(({ label, text }, i) =>
      paragraph(
        {
          keepLines: true,
          tabs: [{ at: 1900 }],
          spacing: { after: i === rows.length - 1 ? 160 : 20 },
          indent: { left: 1900, hanging: 1900 },
        },
        run(label, { font: SANS, bold: true, size: 20 }),
        run(`\t${text}`),
      ),
    )
    .join('')

interface Row {
  readonly cells: readonly (readonly string[])[]
  readonly header: boolean
  readonly whole: boolean
  readonly keepNext: boolean
}

function table(block: Extract<BlockView, { kind: 'table' }>): string {
  const total = block.landscape ? LANDSCAPE_WIDTH : TEXT_WIDTH
  const widths = block.widths.map((w) => Math.round(w * total))
  const margins = [
    ['top', 30],
    ['left', 80],
    ['bottom', 30],
    ['right', 80],
  ].map(([side, size]) => `<w:${side} w:w="${size}" w:type="dxa"/>`)
  const outside = borders({ top: STRONG, left: null, bottom: STRONG, right: null, insideH: RULE, insideV: null })
  const rows: Row[] = block.rows.map((r, i) => ({
    cells: r.cells.map((c) => (c.paras.length > 0 ? c.paras : [''])),
    header: false,
    whole: r.whole,
    keepNext: block.whole && i < block.rows.length - 1,
  }))
  const head: Row = { cells: block.columns.map((c) => [c]), header: true, whole: true, keepNext: true }
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${outside}</w:tblBorders>`,
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`,
    ...[head, ...rows].map((row) => tableRow(row, widths)),
    '</w:tbl>',
  ].join('')
}

function tableRow({ cells, header, whole, keepNext }: Row, widths: readonly number[]): string {
  const rule = header ? STRONG : RULE
  const sides = borders({ top: rule, left: null, bottom: rule, right: null })
  const cell = (paras: readonly string[], i: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[i] ?? 0}" w:type="dxa"/><w:tcBorders>${sides}</w:tcBorders><w:vAlign w:val="top"/></w:tcPr>${paras
      .map((text) => paragraph({ style: 'TableText', keepNext }, run(text, { bold: header })))
      .join('')}</w:tc>`
  // Said only where it holds: readers take the mere presence of the element for "yes".
  const properties = `${whole ? '<w:cantSplit/>' : ''}${header ? '<w:tblHeader/>' : ''}`
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map(cell).join('')}</w:tr>`
}

/** Lines to sign on are tab leaders, so that a name can be typed over them. */
function signature({ name, role, lines }: Extract<BlockView, { kind: 'signatures' }>['people'][number]): string {
  const below = [role, ...lines].filter(Boolean)
  const close = { spacing: { after: 0 } }
  return [
    paragraph(
      {
        keepNext: true,
        tabs: [{ at: 5600, underscore: true }, { at: 6000 }, { at: 8600, underscore: true }],
        spacing: { before: 560, after: 40 },
      },
      run('Signature \t\tDate \t', { font: SANS, size: 18 }),
    ),
    paragraph({ keepNext: below.length > 0, ...close }, run(name, { bold: true })),
    ...below.map((text, i) => paragraph({ keepNext: i < below.length - 1, ...close }, run(text, { size: 20 }))),
  ].join('')
}
