import { type Citation, letterCitation } from '../../base/citation.ts'
import type { Support } from '../../base/support.ts'
import { factValue } from '../../facts/fact.ts'
import { defectLaw, right } from '../../rights/rights.ts'
import { stateStep } from '../../rights/stateStep.ts'
import type { Brief } from '../brief.ts'
import { type Term, type TermTree, term } from '../term.ts'
import { isDrug } from './medicine.ts'

interface Provided {
  readonly says: string
  readonly citations: readonly Citation[]
}

const support = (p: Provided): Support[] =>
  p.citations.map((c) => ({ kind: 'law', source: c.source, pin: c.pin, quote: p.says, status: c.status }))

/** More than two citations in one sentence are read by nobody. */
const MOST_CITED = 2

/** Citations as a letter may print them: recalled pins dropped, doubles removed, those with a pin first. */
export function citeTerm(p: Provided): Term {
  const cites = [...new Set(p.citations.map(letterCitation))]
  const pinned = cites.filter((c) => /\(/.test(c))
  const bare = cites.filter((c) => !/\(/.test(c) && !pinned.some((q) => q.startsWith(c)))
  return term([...pinned, ...bare].slice(0, MOST_CITED).join('; '), support(p))
}

/** Without its full stop, so that a citation can follow inside the sentence. */
export const saysTerm = (p: Provided): Term => term(p.says.replace(/\.$/, ''), support(p))

/**
 * {law.KEY} cites and {says.KEY} paraphrases the right of that name which this coverage gives; both
 * are lacking where it gives none, and every sentence that names them is left out.
 */
export function lawTerm(brief: Brief, path: string): Term | null {
  const [space, key, rest] = path.split('.')
  if (!brief.ladder || !key || rest || (space !== 'law' && space !== 'says')) return null
  const found = right(brief.knowledge, brief.ladder.coverage, key) ?? (key === 'step_therapy_exception' ? ofState(brief) : null)
  return found && (space === 'law' ? citeTerm(found) : saysTerm(found))
}

/** The State's own right to an exception, for a drug under coverage that its law reaches. */
function ofState(brief: Brief): Provided | null {
  const { plan, denial } = brief.facts
  return stateStep(brief.knowledge, {
    coverage: brief.ladder?.coverage ?? '',
    state: factValue(plan.state),
    drug: isDrug(brief),
    on: factValue(denial.noticeDate) ?? brief.today,
  }).law
}

/** The defects of the notice that break a provision of this coverage's law. */
export function defectTerms(brief: Brief): readonly TermTree[] {
  const { ladder } = brief
  if (!ladder) return []
  const after = factValue(brief.facts.treatment.timing) === 'post_service'
  return brief.facts.denial.defects.flatMap((d): TermTree[] => {
    // Nothing is urgent about a bill.
    if (after && d.id === 'no_expedited_description') return []
    const law = defectLaw(brief.knowledge, ladder.coverage, d.id)
    const own: Support[] = d.span ? [{ kind: 'denial', source: d.span.doc, span: d.span, quote: d.span.quote }] : []
    return law ? [{ why: term(d.why.replace(/\.$/, ''), own), law: citeTerm(law) }] : []
  })
}
