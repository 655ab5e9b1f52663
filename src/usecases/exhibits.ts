import { type Exhibit, exhibitId } from '../argument/exhibit.ts'
import { longDate } from '../base/date.ts'
import type { CaseFacts, PartialDate } from '../facts/casefacts.ts'
import { sayPartialDate } from '../facts/partialDate.ts'
import type { SourceDocument } from '../reading/document.ts'

export interface CaseDocument {
  readonly role: 'denial' | 'policy' | 'record'
  readonly document: SourceDocument
}

/** Letters for the documents of a case: the denial first, the policy next, the records as given. */
export function assignExhibits(
  documents: readonly CaseDocument[],
  facts: CaseFacts,
  dated: ReadonlyMap<string, PartialDate>,
): Exhibit[] {
  return documents.map(({ role, document }, index) => {
    const date = dated.get(document.id)
    return {
      id: exhibitId(index),
      doc: document.id,
      title: role === 'denial' ? 'Notice of denial' : role === 'policy' ? 'Coverage policy' : titleOf(document.name),
      date:
        role === 'denial'
          ? facts.denial.noticeDate.state === 'known'
            ? longDate(facts.denial.noticeDate.value)
            : null
          : date
            ? sayPartialDate(date)
            : null,
      pageCount: document.pages.length,
    }
  })
}

/** Short forms that stay in capitals when a file name becomes a title. */
const CAPITALS = /\b(?:aba|ent|gi|id|pcp|snf|spd|mri|ct|pet|eeg|emg|ekg|ecg|ot|pt|slp|iep|pa|eob|dna|ngs|er|ed|icu|csf)\b/gi

/** "neurology-note-2026-09-14.pdf" → "Neurology note": what its owner called it, its date shown apart. */
function titleOf(fileName: string): string {
  const words = fileName.replace(/\.[a-z0-9]+$/i, '').replace(/[-_ ]*\d{4}[-_]\d{2}[-_]\d{2}[-_ ]*/g, ' ')
  const title = words
    .replace(/[-_]+/g, ' ')
    .trim()
    .replace(CAPITALS, (w) => w.toUpperCase())
  return title ? title.charAt(0).toUpperCase() + title.slice(1) : fileName
}
