import type { Brief } from '../argument/brief.ts'
import { type Claim, claim } from '../argument/claim.ts'
import { exhibitPages } from '../argument/exhibit.ts'
import { distinct } from '../argument/sentences.ts'
import { tabled } from '../argument/terms/criteria.ts'
import type { Support } from '../base/support.ts'
import type { Match } from '../criteria/requirement.ts'
import type { Block } from './letter.ts'

const STATUS: Record<Match['status'], string> = {
  met: 'Met',
  exception: 'Exception',
  notMet: 'Not met',
  noEvidence: 'Not shown',
}

/**
 * Every requirement of the policy beside its answer, in the policy's order: heading and table. Where the
 * policy is not held, only what the record meets: a plan must not be handed gaps in rules it never set.
 */
export function criteriaTable(brief: Brief): Block[] {
  const result = brief.criteria
  if (!result || !tabled(result)) return []
  const rows = rowsOf(result.match).filter((row) => result.held || satisfied(row.match))
  const all = distinct(rows.flatMap((r) => clauseOf(r.match)))
  const [first] = all
  if (!first) return []
  const title = result.held
    ? 'The policy, requirement by requirement'
    : 'Requirements plans typically set for this treatment, as the record meets them (the plan’s own have not been supplied)'
  return [
    { kind: 'heading', level: 2, text: claim('Criteria table', [first]) },
    {
      kind: 'table',
      caption: claim(title, [first]),
      columns: [
        'No.',
        result.held ? 'Requirement, in the policy’s words' : 'Typical requirement',
        'Answer',
        'What the record shows',
        'Where',
      ],
      widths: [9, 33, 12, 32, 14],
      rows: rows.map((r) => cells(r, brief)),
    },
  ]
}

interface Row {
  readonly match: Match
  /** Another way of the same choice is met, so this one decides nothing. */
  readonly spare: boolean
}

const satisfied = (m: Match) => m.status === 'met' || m.status === 'exception'

/** Leaves, and above each group that is a choice a line that says so. */
function rowsOf(match: Match, spare = false): Row[] {
  if (match.requirement.kind === 'leaf') return [{ match, spare }]
  const choice = match.requirement.kind !== 'allOf'
  const settled = choice && satisfied(match)
  return [...(choice ? [{ match, spare }] : []), ...match.children.flatMap((m) => rowsOf(m, spare || (settled && !satisfied(m))))]
}

export function clauseOf(m: Match): Support[] {
  const { clause, words } = m.requirement
  return clause.kind === 'policy'
    ? [{ kind: 'policy', source: clause.span.doc, span: clause.span, quote: clause.span.quote }]
    : [{ kind: 'treatment', source: clause.treatmentId, pin: clause.key, quote: words, status: 'recalled' }]
}

function cells({ match: m, spare }: Row, brief: Brief): Claim[][] {
  const clause = clauseOf(m)
  const evidence = distinct(m.evidence)
  const words = m.requirement.words.replace(/\s+/g, ' ').trim()
  const where = exhibitPages(evidence, brief.exhibits)
  const policyPage = exhibitPages(clause, brief.exhibits)
  const group = m.requirement.kind !== 'leaf'
  return [
    m.requirement.label
      ? [
          claim(m.requirement.label, [
            { kind: 'reckoning', source: 'policy outline', pin: m.requirement.id, quote: m.requirement.label },
          ]),
        ]
      : [],
    [claim(`${words}${policyPage ? ` (${policyPage})` : ''}`, clause)],
    [claim(spare ? 'Not needed' : STATUS[m.status], evidence.length ? evidence : clause)],
    group || spare ? [] : [claim(m.because, evidence.length ? evidence : clause)],
    where && !group && !spare ? [claim(where, evidence)] : [],
  ]
}
