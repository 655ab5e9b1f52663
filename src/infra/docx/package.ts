/** How the parts of the file hang together (ECMA-376, part 2): their types, and who refers to whom. */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts of `word/` that the text refers to; a header or footer carries a number behind its kind. */
const KINDS = { styles: 'styles', numbering: 'numbering', settings: 'settings', header: 'header', footer: 'footer' } as const

const kindOf = (part: string) => KINDS[part.replace(/\d+$/, '') as keyof typeof KINDS]

/** `id` is that of the part in the list, from 1. */
export const relationId = (parts: readonly string[], part: string): string => `rId${parts.indexOf(part) + 1}`

const relationships = (rows: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${rows
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export const packageRelations = (): string =>
  relationships([
    [`${OFFICE}/officeDocument`, 'word/document.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ])

export const documentRelations = (parts: readonly string[]): string =>
  relationships(parts.map((part) => [`${OFFICE}/${kindOf(part)}`, `${part}.xml`]))

export const contentTypes = (parts: readonly string[]): string => {
  const override = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/word/document.xml', `${WORD}.document.main+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...parts.map((part) => override(`/word/${part}.xml`, `${WORD}.${kindOf(part)}+xml`)),
    '</Types>',
  ].join('')
}
