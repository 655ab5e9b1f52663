import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { SourceDocument } from '../../reading/document.ts'
import { withoutFurniture } from '../outline/furniture.ts'
import { documentLines } from '../outline/line.ts'
import { readOutline } from '../outline/outline.ts'
import { wordsOf } from '../outline/words.ts'
import type { Policy } from '../requirement.ts'
import { identityOf } from './identity.ts'
import { sectionsOf } from './sections.ts'

/**
 * A payer's policy as requirement trees. Every node keeps the policy's own words and where they stand.
 * Problems: `file-no-text`, `policy-unparsed` (no criteria found: the file may be another document).
 */
export function parsePolicy(doc: SourceDocument): Outcome<Policy> {
  const pages = documentLines(doc)
  if (!pages.some((p) => p.length))
    return fail(
      problem('file-no-text', doc.name, 'The policy holds no text.', 'Send it as text or as a PDF whose text can be selected.'),
    )
  const lines = withoutFurniture(pages)
  const identity = identityOf(lines, pages.flat())
  const own = [identity.title, identity.payer].filter((t) => t !== null)
  const build = { doc, whole: wordsOf(lines), own }
  const sections = sectionsOf(readOutline(lines), build)
  if (!sections.some((s) => s.kind !== 'exclusion'))
    return fail(
      problem(
        'policy-unparsed',
        doc.name,
        'No coverage criteria were found in this document.',
        'Check that it is the policy itself, and that no pages are missing.',
      ),
    )
  return ok({ doc: doc.id, ...identity, sections })
}
