import { paragraph, section, under } from '../blocks.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { rightsRows } from '../rightsRows.ts'
import type { Subject } from '../subject.ts'
import { citeText, provisionSupport } from '../support.ts'
import { tell, wordsOf } from '../voice.ts'

/** Plan type first, law second: what differs between types, a row for each, and what to cite for each. */
export function rights(subject: Subject): GuideSection[] {
  const { headings } = wordsOf(subject)
  return section('rights', headings.rights, [
    { kind: 'rights', rows: rightsRows(subject, subject.coverages) },
    // What tells types apart has no place beside one alone: its row and the law further down say it whole.
    ...paragraph(subject.coverages.length > 1 ? claimsFor(subject, 'rights') : []),
    ...under(headings.cite, [{ kind: 'fields', rows: cites(subject) }]),
  ])
}

/** The statute or regulation that governs each type shown; types with the same ones together. */
function cites(subject: Subject): { label: string; claim: GuideClaim }[] {
  const groups = new Map<string, { names: string[]; refs: readonly string[] }>()
  for (const coverage of subject.coverages) {
    const text = citeText(subject.knowledge, coverage.governing)
    const group = groups.get(text) ?? { names: [], refs: coverage.governing }
    group.names.push(coverage.name[subject.lang])
    groups.set(text, group)
  }
  return [...groups].map(([text, { names, refs }]) => ({
    label: names.join('; '),
    claim: tell(
      subject,
      (v) => `${v.words.cited(text)}.`,
      refs.map((ref) => provisionSupport(subject.knowledge, ref)),
    ),
  }))
}
