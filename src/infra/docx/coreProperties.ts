import type { LetterMeta } from '../../packet/plan.ts'
import { escaped } from './word.ts'

/** `docProps/core.xml`: title, author and dates of the file, without the time of day. */
export function coreProperties(title: string, { author, language, today }: LetterMeta): string {
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${today}T12:00:00Z</dcterms:${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>${escaped(language)}</dc:language>`,
    `${date('created')}${date('modified')}</cp:coreProperties>`,
  ].join('')
}
