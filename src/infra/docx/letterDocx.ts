import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { Letter } from '../../document/letter.ts'
import { Ink } from '../../packet/ink.ts'
import { type LetterView, letterView } from '../../packet/letterView.ts'
import type { LetterMeta } from '../../packet/plan.ts'
import { blockElements, fieldLines } from './blocks.ts'
import { coreProperties } from './coreProperties.ts'
import { stampZip } from './stampZip.ts'
import { LANDSCAPE_WIDTH, numbering, PAGE, SANS, styles, TEXT_WIDTH } from './style.ts'

/** The letter for Word and LibreOffice, to be edited. Same input, same bytes. */
export async function letterDocx(letter: Letter, meta: LetterMeta): Promise<Uint8Array> {
  // Word brings its own fonts for every script, so only what XML forbids is taken out.
  const view = letterView(letter, new Ink(() => true))
  const doc = new Document({
    title: view.title,
    creator: meta.author,
    styles: styles(meta.language),
    numbering,
    sections: sections(view, meta),
  })
  const core = { path: 'docProps/core.xml', data: coreProperties(view.title, meta) }
  return stampZip(await Packer.toBuffer(doc, undefined, [core]), meta.today)
}

/** A table that needs a wide page gets a section of its own. */
function sections(view: LetterView, meta: LetterMeta): ISectionOptions[] {
  const runs: { landscape: boolean; children: (Paragraph | Table)[] }[] = [{ landscape: false, children: opening(view) }]
  const add = (block: LetterView['blocks'][number], i: number) => {
    const landscape = block.kind === 'table' && block.landscape
    let run = runs.at(-1)
    if (!run || run.landscape !== landscape) {
      run = { landscape, children: [] }
      runs.push(run)
    }
    run.children.push(...blockElements(block, i))
  }
  view.blocks.forEach(add)
  runs.at(-1)?.children.push(...enclosures(view))
  view.attachments.forEach((block, i) => {
    add(block, view.blocks.length + i)
  })
  return runs.map((run, i) => section(run, i === 0, view, meta))
}

function section(
  run: { landscape: boolean; children: (Paragraph | Table)[] },
  first: boolean,
  view: LetterView,
  meta: LetterMeta,
): ISectionOptions {
  const end = run.landscape ? LANDSCAPE_WIDTH : TEXT_WIDTH
  const orientation = run.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const footer = footerLine(meta.reference, end)
  return {
    properties: {
      titlePage: first,
      page: {
        size: { width: PAGE.width, height: PAGE.height, orientation },
        margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
      },
    },
    headers: {
      default: new Header({ children: [running(view.to[0] ?? '', [new TextRun(view.date)], end)] }),
      first: new Header({ children: [] }),
    },
    footers: { default: new Footer({ children: [footer] }), first: new Footer({ children: [footer] }) },
    children: run.children,
  }
}

const footerLine = (reference: string | null, end: number) =>
  running(
    reference ? `Reference ${reference}` : '',
    [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
    end,
  )

const running = (left: string, right: TextRun[], end: number) =>
  new Paragraph({
    style: 'Running',
    tabStops: [{ type: TabStopType.RIGHT, position: end }],
    children: [new TextRun(`${left}\t`), ...right],
  })

function opening(view: LetterView): Paragraph[] {
  const lines = (texts: readonly string[], size: number) =>
    texts.map(
      (text, i) =>
        new Paragraph({ spacing: { after: i === texts.length - 1 ? 240 : 0 }, children: [new TextRun({ text, size })] }),
    )
  const [name, ...rest] = view.from
  return [
    ...(name
      ? [new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: name, bold: true, font: SANS, size: 26 })] })]
      : []),
    ...lines(rest, 19),
    ...lines([view.date], 22),
    ...lines(view.to, 22),
    ...fieldLines(view.re),
    new Paragraph({ text: view.title, heading: HeadingLevel.HEADING_1 }),
    ...(view.salutation ? [new Paragraph({ text: view.salutation })] : []),
  ]
}

const enclosures = (view: LetterView): Paragraph[] =>
  view.enclosures.length === 0
    ? []
    : [
        new Paragraph({ text: 'Enclosures', heading: HeadingLevel.HEADING_2 }),
        ...view.enclosures.map((text) => new Paragraph({ spacing: { after: 20 }, children: [new TextRun({ text, size: 20 })] })),
      ]
