import type { Support } from '../../base/support.ts'
import type { Match } from '../../criteria/requirement.ts'
import type { Brief } from '../brief.ts'
import { exhibitPages } from '../exhibit.ts'
import { type Term, type TermTree, term } from '../term.ts'
import { oneLine } from './quote.ts'

/** Leaves that decide the verdict: under a satisfied "any of", only the branches that satisfy it. */
export function decidingLeaves(match: Match): Match[] {
  if (match.requirement.kind === 'leaf') return [match]
  const satisfied = (m: Match) => m.status === 'met' || m.status === 'exception'
  const open = match.requirement.kind !== 'allOf' && satisfied(match) ? match.children.filter(satisfied) : match.children
  return open.flatMap(decidingLeaves)
}

/** Fewer answered requirements than this are told in words; a table of one row shows what is missing. */
const LEAST_ROWS = 2

/** Whether the letter carries the table: always for a held policy, else where the record meets enough of what is typical. */
export const tabled = (result: NonNullable<Brief['criteria']>): boolean =>
  result.held || decidingLeaves(result.match).filter((m) => m.status === 'met' || m.status === 'exception').length >= LEAST_ROWS

/** Requirements that no denial turns on unless it says so. */
const SETTLED = /years? of age|\bprescribed by\b|\bin consultation with\b|\bhas a diagnosis of\b/i

/** How many telling words a requirement shares with the denial's own reasons. */
function inDispute(m: Match, brief: Brief): number {
  const told = (text: string) => new Set(text.toLowerCase().match(/[a-z]{5,}/g) ?? [])
  const denied = told(brief.facts.denial.reasons.map((r) => (r.origin.kind === 'document' ? r.origin.span.quote : '')).join(' '))
  return [...told(m.requirement.words)].filter((w) => denied.has(w)).length
}

const COUNT_WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const inWords = (n: number) => COUNT_WORDS[n] ?? String(n)

/** The policy, when held, and how the chart stands against it. */
export function criteriaTerms(brief: Brief): TermTree {
  const result = brief.criteria
  if (!result) return {}
  const leaves = decidingLeaves(result.match)
  const of = (...status: Match['status'][]) => leaves.filter((m) => status.includes(m.status))
  const counted = (list: readonly Match[], why: string): Term | null =>
    list.length
      ? term(inWords(list.length), [
          { kind: 'reckoning', source: 'criteria', pin: result.section.id, quote: `${list.length} ${why}` },
        ])
      : null
  const clause = (m: Match): Support[] =>
    m.requirement.clause.kind === 'policy'
      ? [
          {
            kind: 'policy',
            source: m.requirement.clause.span.doc,
            span: m.requirement.clause.span,
            quote: m.requirement.clause.span.quote,
          },
        ]
      : [
          {
            kind: 'treatment',
            source: m.requirement.clause.treatmentId,
            pin: m.requirement.clause.key,
            quote: m.requirement.words,
            status: 'recalled',
          },
        ]
  const leafTerms = (m: Match): TermTree => {
    const pages = exhibitPages(m.evidence, brief.exhibits)
    return {
      words: term(oneLine(m.requirement.words).replace(/[.;:]$/, ''), clause(m)),
      because: m.evidence.length ? term(m.because, m.evidence) : null,
      where: pages ? term(`(${pages})`, []) : null,
      gap: m.gap ? term(m.gap.what, clause(m)) : null,
      /** The same where it says more than the requirement does. */
      asks: m.gap && !m.gap.what.includes('“') ? term(m.gap.what, clause(m)) : null,
    }
  }
  const first = leaves[0]
  const policy = result.policy
  const policySupport = first ? clause(first) : []
  const open = of('noEvidence', 'notMet')
  return {
    criteria: {
      held: result.held ? term('held', policySupport) : null,
      typical: result.held ? null : term('typical', policySupport),
      tabled: tabled(result) ? term('tabled', policySupport) : null,
      total: counted(leaves, 'deciding requirements'),
      satisfied: counted(of('met', 'exception'), 'requirements met or excepted'),
      openCount: counted(open, 'requirements not yet documented'),
      allSatisfied: leaves.length && !open.length ? term('all', policySupport) : null,
      met: of('met').map(leafTerms),
      /** What a reviewer must find in the chart: not age, diagnosis or who prescribes, unless the denial is about them. */
      disputed: of('met')
        .filter(
          (m) => !SETTLED.test(m.requirement.words) && m.evidence.some((s) => s.kind === 'record' || s.kind === 'statement'),
        )
        .sort((a, b) => inDispute(b, brief) - inDispute(a, brief))
        .map(leafTerms),
      exceptions: of('exception').map(leafTerms),
      open: open.map(leafTerms),
      /** The same where they are few enough to be told in the letter; the table marks them all. */
      openFew: open.length <= 3 ? open.map(leafTerms) : [],
      mostly: of('met', 'exception').length * 2 > leaves.length ? term('mostly', policySupport) : null,
    },
    policy: policy
      ? {
          title: policy.title ? term(policy.title, policySupport) : null,
          number: policy.number ? term(policy.number, policySupport) : null,
          effective: policy.effective ? term(policy.effective, policySupport) : null,
          where: policySupport.length ? term(exhibitPages(policySupport, brief.exhibits), []) : null,
        }
      : null,
  }
}
