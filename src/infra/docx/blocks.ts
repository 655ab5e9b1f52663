import {
  BorderStyle,
  HeadingLevel,
  LeaderType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { BlockView, FieldView } from '../../packet/letterView.ts'
import { BULLETED, LANDSCAPE_WIDTH, NUMBERED, SANS, TEXT_WIDTH } from './style.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' }
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: '000000' }

/** `list` numbers the lists of the letter, so that each ordered list starts at 1. */
export function blockElements(block: BlockView, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 })]
    case 'paragraph':
      return [new Paragraph({ text: block.text, keepNext: block.keep, widowControl: true })]
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({
            text,
            spacing: { after: 60 },
            numbering: { reference: block.ordered ? NUMBERED : BULLETED, level: 0, instance: list },
          }),
      )
    case 'quote':
      return [
        new Paragraph({ text: block.text, style: 'Quotation', keepNext: true }),
        new Paragraph({
          style: 'Quotation',
          spacing: { after: 160 },
          children: [new TextRun({ text: `— ${block.source}`, font: SANS, size: 18 })],
        }),
      ]
    case 'fields':
      return fieldLines(block.rows)
    case 'table':
      return [
        new Paragraph({ text: block.caption, style: 'TableCaption' }),
        table(block),
        new Paragraph({ text: '', spacing: { after: 60 } }),
      ]
    case 'signatures':
      return block.people.flatMap(signature)
  }
}

/** Label, tab, value: stays editable, and is read in order. */
export const fieldLines = (rows: readonly FieldView[]): Paragraph[] =>
  rows.map(
    ({ label, text }, i) =>
      new Paragraph({
        tabStops: [{ type: TabStopType.LEFT, position: 1900 }],
        indent: { left: 1900, hanging: 1900 },
        spacing: { after: i === rows.length - 1 ? 160 : 20 },
        keepLines: true,
        children: [new TextRun({ text: label, bold: true, font: SANS, size: 20 }), new TextRun(`\t${text}`)],
      }),
  )

function table(block: Extract<BlockView, { kind: 'table' }>): Table {
  const total = block.landscape ? LANDSCAPE_WIDTH : TEXT_WIDTH
  const widths = block.widths.map((w) => Math.round(w * total))
  const row = (cells: readonly (readonly string[])[], header: boolean, whole: boolean, keepNext: boolean) =>
    new TableRow({
      // Said only where it holds: readers take the mere presence of the element for "yes".
      ...(header ? { tableHeader: true } : {}),
      ...(whole ? { cantSplit: true } : {}),
      children: cells.map(
        (paras, i) =>
          new TableCell({
            width: { size: widths[i] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.TOP,
            borders: { top: header ? STRONG : RULE, bottom: header ? STRONG : RULE, left: NONE, right: NONE },
            children: paras.map(
              (text) => new Paragraph({ style: 'TableText', keepNext, children: [new TextRun({ text, bold: header })] }),
            ),
          }),
      ),
    })
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    borders: { top: STRONG, bottom: STRONG, left: NONE, right: NONE, insideHorizontal: RULE, insideVertical: NONE },
    rows: [
      row(
        block.columns.map((c) => [c]),
        true,
        true,
        true,
      ),
      ...block.rows.map((r, i) =>
        row(
          r.cells.map((c) => (c.paras.length > 0 ? c.paras : [''])),
          false,
          r.whole,
          block.whole && i < block.rows.length - 1,
        ),
      ),
    ],
  })
}

/** Lines to sign on are tab leaders, so that a name can be typed over them. */
function signature({ name, role, lines }: Extract<BlockView, { kind: 'signatures' }>['people'][number]): Paragraph[] {
  const leader = LeaderType.UNDERSCORE
  const below = [role, ...lines].filter(Boolean)
  return [
    new Paragraph({
      tabStops: [
        { type: TabStopType.LEFT, position: 5600, leader },
        { type: TabStopType.LEFT, position: 6000 },
        { type: TabStopType.LEFT, position: 8600, leader },
      ],
      spacing: { before: 560, after: 40 },
      keepNext: true,
      children: [new TextRun({ text: 'Signature \t\tDate \t', font: SANS, size: 18 })],
    }),
    new Paragraph({ keepNext: below.length > 0, spacing: { after: 0 }, children: [new TextRun({ text: name, bold: true })] }),
    ...below.map(
      (text, i) =>
        new Paragraph({ keepNext: i < below.length - 1, spacing: { after: 0 }, children: [new TextRun({ text, size: 20 })] }),
    ),
  ]
}
