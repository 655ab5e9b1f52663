import { isBareTitle } from '../policy/build.ts'
import { isCoverage } from '../policy/grant.ts'
import type { CriteriaSection, Gap, Match, Requirement } from '../requirement.ts'
import { combine } from './combine.ts'
import type { Ground, Leaf } from './leaf.ts'
import { judgeLeaf } from './matchLeaf.ts'

/** Every node of a section against the facts of the case. */
export const matchCriteria = (section: CriteriaSection, ground: Ground): Match =>
  matchRequirement(section.requirement, [], ground)

function matchRequirement(r: Requirement, leads: readonly string[], ground: Ground): Match {
  if (r.kind === 'leaf') return matchLeaf(r, leads, ground)
  const children = r.children.map((c) => matchRequirement(c, [...leads, r.words], ground))
  return { requirement: r, ...combine(r, children), children }
}

function matchLeaf(r: Extract<Requirement, { kind: 'leaf' }>, leads: readonly string[], ground: Ground): Match {
  const leaf: Leaf = {
    requirement: r,
    words: r.words,
    lead: leads.join(' '),
    demands: demandsOf(leads),
    notes: r.notes ?? [],
    absent: r.polarity === 'absent',
  }
  const { covers: _, ...verdict } = judgeLeaf(leaf, ground)
  if (verdict.status === 'met' || verdict.status === 'exception') return { requirement: r, ...verdict, children: [] }
  for (const e of r.exceptions) {
    if (e.kind !== 'leaf' || !/[a-z]{3,}.*\s.*[a-z]{3,}/i.test(e.words)) continue
    const words = e.words.replace(/^(?:unless|except (?:when|if|where|for|that)|or)\s+/i, '')
    const way = judgeLeaf({ requirement: e, words, lead: '', demands: '', notes: [], absent: false }, ground)
    if (way.status === 'met' || way.status === 'exception')
      return { requirement: r, status: 'exception', evidence: way.evidence, because: way.because, gap: null, children: [] }
  }
  return { requirement: r, ...verdict, children: [] }
}

/**
 * The section's own heading or grant asks for nothing; of the lead-ins below it, what stands before
 * "shown by" is defined by the items, and the phrase that says how many is no demand.
 */
const demandsOf = (leads: readonly string[]): string =>
  leads
    .slice(1)
    .filter((lead) => !isCoverage(lead) && !isBareTitle(lead))
    .map((lead) => lead.replace(DEFINED, ' ').replace(TITLE, ' '))
    .join(' ')

const DEFINED =
  /^.*\b(?:shown|defined|demonstrated|evidenced|indicated|documented) (?:by|as)\b|^.*\b(?:meaning|such as|includ\w+)\b/i
const TITLE = /^[A-Z][^.:]{2,40}\.\s/

/** What to get, from whom and why: one entry per open leaf that decides the outcome. */
export function criteriaGaps(match: Match): Gap[] {
  if (match.status === 'met' || match.status === 'exception') return []
  if (!match.children.length) return match.gap ? [match.gap] : []
  const gaps = match.children.flatMap(criteriaGaps)
  return [...new Map(gaps.map((g) => [`${g.what}|${g.from}`, g])).values()]
}
