import type { Page, SourceDocument } from '../../reading/document.ts'
import { type ReadLine, readLine } from './line.ts'
import { CONTINUED, FHIR_TITLES } from './pages.ts'

export interface LineOnPage {
  readonly page: Page
  readonly line: ReadLine
}

/** Every line of a FHIR record's pages; pages of notes have none. */
export function linesOf(doc: SourceDocument): LineOnPage[] {
  return doc.pages.flatMap((page) => {
    const [title = '', ...rest] = page.text.split('\n')
    if (!FHIR_TITLES.has(title.replace(CONTINUED, ''))) return []
    let at = title.length + 1
    return rest.flatMap((text) => {
      const line = readLine(text, at)
      at += text.length + 1
      return line ? [{ page, line }] : []
    })
  })
}
