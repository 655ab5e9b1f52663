import type { Brief } from '../argument/brief.ts'
import type { Claim } from '../argument/claim.ts'
import type { Exhibit } from '../argument/exhibit.ts'
import type { Problem } from '../base/problem.ts'
import type { Support } from '../base/support.ts'
import { claimsOfLetter } from '../document/claims.ts'
import type { Letter } from '../document/letter.ts'
import type { Task } from '../packet/tasks.ts'
import type { SourceDocument } from '../reading/document.ts'

export interface CaseRecord {
  readonly brief: Brief
  readonly letters: readonly Letter[]
  readonly tasks: readonly Task[]
  readonly documents: readonly { readonly role: string; readonly document: SourceDocument }[]
  readonly warnings: readonly Problem[]
}

/**
 * The case as one file: what was known and from where, the rights and their reckonings, the criteria
 * with their verdicts, and for every sentence of every letter what it rests on. Same case, same
 * knowledge, same day: same bytes.
 */
export function caseJson({ brief, letters, tasks, documents, warnings }: CaseRecord): string {
  const { facts } = brief
  const { reading: _, ...denial } = facts.denial
  return `${JSON.stringify(
    {
      format: 1,
      knowledge: brief.knowledge.version,
      today: brief.today,
      documents: documents.map(({ role, document: d }) => ({
        id: d.id,
        role,
        name: d.name,
        sha256: d.sha256,
        pages: d.pages.length,
        exhibit: exhibitOf(d.id, brief.exhibits),
      })),
      events: eventsOf(brief, letters),
      facts: { ...facts, denial },
      rights: brief.ladder,
      criteria: brief.criteria,
      letters: letters.map((l) => ({
        kind: l.kind,
        title: l.title.sentence,
        sentences: claimsOfLetter(l).map((c) => ledgerEntry(c, brief.exhibits)),
      })),
      tasks,
      notes: warnings,
    },
    null,
    2,
  )}\n`
}

const exhibitOf = (doc: string, exhibits: readonly Exhibit[]) => exhibits.find((e) => e.doc === doc)?.id ?? null

function ledgerEntry(c: Claim, exhibits: readonly Exhibit[]) {
  return { sentence: c.sentence, support: c.support.map((s) => supportEntry(s, exhibits)) }
}

function supportEntry(s: Support, exhibits: readonly Exhibit[]) {
  if (!('span' in s)) return s
  const { doc, page, start, end } = s.span
  return {
    kind: s.kind,
    source: s.source,
    exhibit: exhibitOf(doc, exhibits),
    pin: `p. ${page}`,
    span: { doc, page, start, end, boxes: s.span.boxes },
    quote: s.quote,
  }
}

/** What happened so far; later steps (signed, sent, answered) append to it. */
function eventsOf(brief: Brief, letters: readonly Letter[]) {
  return [
    { event: 'denialRead', document: brief.facts.denial.reading.doc },
    { event: 'drafted', on: brief.today, letters: letters.map((l) => l.kind) },
  ]
}
