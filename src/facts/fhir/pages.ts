import { fail, type Outcome, ok } from '../../base/outcome.ts'
import type { Page } from '../../reading/document.ts'
import { attachedText } from './attachments.ts'
import { type FhirLine, type Label, sayLine } from './line.ts'
import { nothingToRead, openFhir } from './open.ts'
import type { Attachment, Resource } from './resources.ts'
import { sayResource } from './say.ts'
import { dayOf, named, plain } from './words.ts'

/** What a page is headed, and what stands on it. */
const PAGES: readonly (readonly [string, readonly Label[]])[] = [
  ['Patient, clinicians and coverage', ['Patient', 'Clinician', 'Coverage']],
  ['Diagnoses', ['Diagnosis']],
  ['Medicines', ['Prescribed', 'Planned', 'Taken', 'Given']],
  ['Allergies and intolerances', ['Allergy', 'Intolerance']],
  ['Procedures', ['Procedure']],
  ['Measurements and findings', ['Measured', 'Found']],
  ['Reports', ['Report']],
  ['Decisions of the plan', ['Decision on a request', 'Decision on a claim']],
]
export const FHIR_TITLES: ReadonlySet<string> = new Set(PAGES.map(([title]) => title))
export const CONTINUED = ' (continued)'
export const NOTE_TITLE = 'Note from the electronic record: '

const LINES_A_PAGE = 40
/** US Letter in points. */
const SIZE = { width: 612, height: 792 }

export interface FhirPages {
  readonly pages: readonly Page[]
}

/**
 * A FHIR record as pages that a person can read: a page for each kind of thing, a dated line for each
 * resource, oldest first; attached notes on pages of their own, word for word.
 */
export function fhirPages(json: string, name = 'the file'): Outcome<FhirPages> {
  const opened = openFhir(json, name)
  if (!opened.ok) return opened
  const file = opened.value
  const lines = file.resources.flatMap((r) => sayResource(r, file))
  const texts = [...PAGES.flatMap(([title, labels]) => paged(title, lines, labels)), ...file.resources.flatMap((r) => notesOf(r))]
  if (texts.length === 0) return fail(nothingToRead(name))
  return ok({ pages: texts.map((text, i) => ({ number: i + 1, ...SIZE, text, words: [] })) }, opened.warnings)
}

function paged(title: string, lines: readonly FhirLine[], labels: readonly Label[]): string[] {
  const said = lines
    .filter((l) => labels.includes(l.label))
    .toSorted(
      (a, b) =>
        labels.indexOf(a.label) * order(labels) - labels.indexOf(b.label) * order(labels) ||
        (a.when ?? '').localeCompare(b.when ?? ''),
    )
    .map(sayLine)
  const distinct = [...new Set(said)]
  return Array.from({ length: Math.ceil(distinct.length / LINES_A_PAGE) }, (_, i) =>
    [title + (i > 0 ? CONTINUED : ''), '', ...distinct.slice(i * LINES_A_PAGE, (i + 1) * LINES_A_PAGE)].join('\n'),
  )
}

/** People come patient first; things that happened come by date, whatever they are. */
const order = (labels: readonly Label[]): number => (labels[0] === 'Patient' ? 1 : 0)

function notesOf(r: Resource): string[] {
  if (r.status === 'entered-in-error' || r.status === 'superseded') return []
  if (r.resourceType === 'DocumentReference')
    return (r.content ?? []).flatMap((c) => noteOf(c.attachment, named(r.type) || plain(r.description), dayOf(r.date)))
  if (r.resourceType === 'DiagnosticReport')
    return (r.presentedForm ?? []).flatMap((a) => noteOf(a, named(r.code), dayOf(r.effectiveDateTime, r.issued)))
  return []
}

function noteOf(attachment: Attachment, title: string, date: string | null): string[] {
  const text = attachedText(attachment)
  if (!text) return []
  return [`${NOTE_TITLE}${title || plain(attachment.title) || 'document'}\nDate: ${date ?? 'not given'}\n\n${text}`]
}
