import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat } from 'docx'

/** Twips. Fonts that Word has, with metric twins (Caladea, Carlito) in LibreOffice. */
export const PAGE = { width: 12240, height: 15840, margin: 1440 }
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
export const LANDSCAPE_WIDTH = PAGE.height - 2 * PAGE.margin
const SERIF = 'Cambria'
export const SANS = 'Calibri'

const heading = (size: number, before: number, after: number) => ({
  run: { font: SANS, size, bold: true, color: '000000' },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
})

export const styles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: SERIF, size: 22, language: { value: language } },
      paragraph: { spacing: { after: 140, line: 264 } },
    },
    heading1: heading(32, 240, 160),
    heading2: heading(24, 300, 100),
    heading3: heading(22, 220, 80),
  },
  paragraphStyles: [
    {
      id: 'Quotation',
      name: 'Quotation',
      basedOn: 'Normal',
      run: { size: 21 },
      paragraph: {
        indent: { left: 360, right: 360 },
        spacing: { before: 60, after: 60 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 10, color: '000000' } },
        keepLines: true,
      },
    },
    {
      id: 'TableCaption',
      name: 'Table Caption',
      basedOn: 'Normal',
      run: { font: SANS, size: 20, bold: true },
      paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { font: SANS, size: 19 },
      paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    },
    {
      id: 'Running',
      name: 'Running Head',
      basedOn: 'Normal',
      run: { font: SANS, size: 17 },
      paragraph: { spacing: { after: 0 } },
    },
  ],
})

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 500, hanging: 300 }, spacing: { after: 60 } } },
  },
]

export const NUMBERED = 'numbered'
export const BULLETED = 'bulleted'
export const numbering = {
  config: [
    { reference: NUMBERED, levels: level(LevelFormat.DECIMAL, '%1.') },
    { reference: BULLETED, levels: level(LevelFormat.BULLET, '•') },
  ],
}
