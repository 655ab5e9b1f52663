import { type ParagraphStyle, paragraphProperties, type RunStyle, root, runProperties } from './word.ts'

/** Twips. Fonts that Word has, with metric twins (Caladea, Carlito) in LibreOffice. */
export const PAGE = { width: 12240, height: 15840, margin: 1440 }
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
export const LANDSCAPE_WIDTH = PAGE.height - 2 * PAGE.margin
const SERIF = 'Cambria'
export const SANS = 'Calibri'

interface NamedStyle {
  readonly id: string
  readonly name: string
  readonly next?: string
  readonly paragraph?: ParagraphStyle
  readonly run?: RunStyle
}

const heading = (level: number, size: number, before: number, after: number): NamedStyle => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: 'Normal',
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
  run: { font: SANS, size, bold: true, color: '000000' },
})

const STYLES: readonly NamedStyle[] = [
  heading(1, 32, 240, 160),
  heading(2, 24, 300, 100),
  heading(3, 22, 220, 80),
  { id: 'ListParagraph', name: 'List Paragraph' },
  {
    id: 'Quotation',
    name: 'Quotation',
    paragraph: { keepLines: true, barLeft: true, spacing: { before: 60, after: 60 }, indent: { left: 360, right: 360 } },
    run: { size: 21 },
  },
  {
    id: 'TableCaption',
    name: 'Table Caption',
    paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
    run: { font: SANS, size: 20, bold: true },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    run: { font: SANS, size: 19 },
  },
  { id: 'Running', name: 'Running Head', paragraph: { spacing: { after: 0 } }, run: { font: SANS, size: 17 } },
]

const styleElement = ({ id, name, next, paragraph = {}, run = {} }: NamedStyle): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${
    next ? `<w:next w:val="${next}"/>` : ''
  }<w:qFormat/>${paragraphProperties(paragraph)}${runProperties(run)}</w:style>`

const TABLE_NORMAL =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'

/** `word/styles.xml`; everything not said in the text hangs on these, so that it is changed in one place. */
export const styles = (language: string): string =>
  root(
    'styles',
    `<w:docDefaults><w:rPrDefault>${runProperties({ font: SERIF, size: 22, language })}</w:rPrDefault><w:pPrDefault>${paragraphProperties(
      { spacing: { after: 140, line: 264 } },
    )}</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${TABLE_NORMAL}${STYLES.map(styleElement).join('')}`,
  )

const level = (abstract: number, format: string, text: string): string =>
  `<w:abstractNum w:abstractNumId="${abstract}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${paragraphProperties(
    { spacing: { after: 60 }, indent: { left: 500, hanging: 300 } },
  )}</w:lvl></w:abstractNum>`

/** `word/numbering.xml`: each list is an instance of its own, so that every ordered list starts at 1. */
export const numbering = (ordered: readonly boolean[]): string =>
  root(
    'numbering',
    `${level(1, 'decimal', '%1.')}${level(2, 'bullet', '•')}${ordered
      .map(
        (o, i) =>
          `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${o ? 1 : 2}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
      )
      .join('')}`,
  )
