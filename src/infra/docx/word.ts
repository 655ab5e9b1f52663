/**
 * The few elements of WordprocessingML (ECMA-376) that a letter needs, as text. The schema fixes the
 * order of properties, so each function writes its own in that order.
 */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** A part of the file: its root element with the namespaces that are used. */
export const root = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${W} ${R}>${content}</w:${name}>`

/** Sizes in half points. */
export interface RunStyle {
  readonly font?: string
  readonly bold?: boolean
  readonly color?: string
  readonly size?: number
  readonly language?: string
}

export function runProperties({ font, bold, color, size, language }: RunStyle): string {
  const inside = [
    font ? `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>` : '',
    bold ? '<w:b/><w:bCs/>' : '',
    color ? `<w:color w:val="${color}"/>` : '',
    size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '',
    language ? `<w:lang w:val="${escaped(language)}"/>` : '',
  ].join('')
  return inside && `<w:rPr>${inside}</w:rPr>`
}

/** Lengths in twips; `line` in 240ths of a line. */
export interface ParagraphStyle {
  readonly style?: string
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  readonly widowControl?: boolean
  readonly list?: number
  readonly barLeft?: boolean
  readonly tabs?: readonly { readonly at: number; readonly right?: boolean; readonly underscore?: boolean }[]
  readonly spacing?: { readonly before?: number; readonly after?: number; readonly line?: number }
  readonly indent?: { readonly left: number; readonly right?: number; readonly hanging?: number }
}

export function paragraphProperties(p: ParagraphStyle): string {
  const tab = ({ at, right, underscore }: NonNullable<ParagraphStyle['tabs']>[number]) =>
    `<w:tab w:val="${right ? 'right' : 'left'}"${underscore ? ' w:leader="underscore"' : ''} w:pos="${at}"/>`
  const inside = [
    p.style ? `<w:pStyle w:val="${p.style}"/>` : '',
    p.keepNext ? '<w:keepNext/>' : '',
    p.keepLines ? '<w:keepLines/>' : '',
    p.widowControl ? '<w:widowControl/>' : '',
    p.list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${p.list}"/></w:numPr>` : '',
    p.barLeft ? '<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="000000"/></w:pBdr>' : '',
    p.tabs ? `<w:tabs>${p.tabs.map(tab).join('')}</w:tabs>` : '',
    p.spacing ? `<w:spacing${lengths(p.spacing)}/>` : '',
    p.indent ? `<w:ind${lengths(p.indent)}/>` : '',
  ].join('')
  return inside && `<w:pPr>${inside}</w:pPr>`
}

const lengths = (of: object): string =>
  Object.entries(of)
    .map(([name, value]) => ` w:${name}="${value}"`)
    .join('')

/** Words in one style; a tab character becomes the element that moves to the next stop. */
export const run = (text: string, style: RunStyle = {}): string =>
  `<w:r>${runProperties(style)}${text
    .split('\t')
    .map((t) => t && `<w:t xml:space="preserve">${escaped(t)}</w:t>`)
    .join('<w:tab/>')}</w:r>`

/** A number that the word processor keeps: PAGE, NUMPAGES. */
export const field = (name: string): string => {
  const character = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const asks = `<w:r><w:instrText xml:space="preserve">${name}</w:instrText></w:r>`
  return `${character('begin')}${asks}${character('separate')}${character('end')}`
}

export const paragraph = (style: ParagraphStyle, ...runs: readonly string[]): string =>
  `<w:p>${paragraphProperties(style)}${runs.join('')}</w:p>`

interface Border {
  readonly size: number
  readonly color: string
}
export type Borders = Readonly<Partial<Record<'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV', Border | null>>>

/** Borders by side in the order given; null: none, whatever the table says. */
export const borders = (sides: Borders): string =>
  Object.entries(sides)
    .map(([side, b]) =>
      b ? `<w:${side} w:val="single" w:sz="${b.size}" w:space="0" w:color="${b.color}"/>` : `<w:${side} w:val="nil"/>`,
    )
    .join('')
