import type { Claim } from '../../../argument/claim.ts'
import { paragraph, section, under } from '../blocks.ts'
import type { GuideSection } from '../guide.ts'
import { claimsFor } from '../notes.ts'
import { rightsRows } from '../rightsRows.ts'
import { say } from '../say.ts'
import type { Subject } from '../subject.ts'
import { citeText, provisionSupport } from '../support.ts'

/** Plan type first, law second: what differs between types, a row for each, and what to cite for each. */
export function rights(subject: Subject): GuideSection[] {
  const { knowledge, coverages } = subject
  return section('rights', 'Your right to appeal depends on where the coverage comes from', [
    ...paragraph(claimsFor(subject, 'rights')),
    { kind: 'rights', rows: rightsRows(knowledge, coverages) },
    ...under('Cite', [{ kind: 'fields', rows: cites(subject) }]),
  ])
}

/** The statute or regulation that governs each type shown; types with the same ones together. */
function cites(subject: Subject): { label: string; claim: Claim }[] {
  const groups = new Map<string, { names: string[]; refs: readonly string[] }>()
  for (const coverage of subject.coverages) {
    const text = citeText(subject.knowledge, coverage.governing)
    const group = groups.get(text) ?? { names: [], refs: coverage.governing }
    group.names.push(coverage.name.en)
    groups.set(text, group)
  }
  return [...groups].map(([text, { names, refs }]) => ({
    label: names.join('; '),
    claim: say(
      `${text}.`,
      refs.map((ref) => provisionSupport(subject.knowledge, ref)),
    ),
  }))
}
