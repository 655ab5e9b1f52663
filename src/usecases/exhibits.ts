import { type Exhibit, exhibitId } from '../argument/exhibit.ts'
import { longDate } from '../base/date.ts'
import type { CaseFacts } from '../facts/casefacts.ts'
import type { SourceDocument } from '../reading/document.ts'

export interface CaseDocument {
  readonly role: 'denial' | 'policy' | 'record'
  readonly document: SourceDocument
}

/** Letters for the documents of a case: the denial first, the policy next, the records as given. */
export function assignExhibits(documents: readonly CaseDocument[], facts: CaseFacts): Exhibit[] {
  return documents.map(({ role, document }, index) => ({
    id: exhibitId(index),
    doc: document.id,
    title: role === 'denial' ? 'Notice of denial' : role === 'policy' ? 'Coverage policy' : titleOf(document.name),
    date: role === 'denial' && facts.denial.noticeDate.state === 'known' ? longDate(facts.denial.noticeDate.value) : null,
    pageCount: document.pages.length,
  }))
}

/** "neurology-note-2026-09-14.pdf" → "Neurology note 2026-09-14": what its owner called it, nothing more. */
function titleOf(fileName: string): string {
  const words = fileName.replace(/\.[a-z0-9]+$/i, '').replace(/(\d{4})[-_](\d{2})[-_](\d{2})/g, '$1–$2–$3')
  const title = words.replace(/[-_]+/g, ' ').replaceAll('–', '-').trim()
  return title.charAt(0).toUpperCase() + title.slice(1)
}
