import type { Match, Requirement } from '../requirement.ts'

type Group = Exclude<Requirement, { kind: 'leaf' }>

/** Better is higher. An exception satisfies a policy as a criterion met does, and stays visible as one. */
const RANK: Readonly<Record<Match['status'], number>> = { notMet: 0, noEvidence: 1, exception: 2, met: 3 }

const needed = (r: Group) => ('n' in r ? r.n : r.kind === 'allOf' ? r.children.length : 1)

const satisfied = (m: Match) => m.status === 'met' || m.status === 'exception'

/** All of: the worst. Any of: the best. At least n: the n-th best. */
export function combine(r: Group, children: readonly Match[]): Pick<Match, 'status' | 'evidence' | 'because' | 'gap'> {
  const order = children.toSorted((a, b) => RANK[b.status] - RANK[a.status])
  const need = needed(r)
  const decides = order[need - 1]
  if (!decides)
    return {
      status: 'noEvidence',
      evidence: [],
      because: 'The policy lists nothing here that can be checked.',
      gap: { what: 'The complete policy', from: 'the plan', why: 'A list in the copy held is empty or too short.' },
    }
  const counted = satisfied(decides) ? order.slice(0, need) : order.filter((m) => m.status === decides.status)
  const evidence = counted.flatMap((m) => m.evidence)
  return { status: decides.status, evidence, because: say(r, children, need), gap: decides.gap }
}

function say(r: Group, children: readonly Match[], need: number): string {
  const have = children.filter(satisfied).length
  const asked =
    r.kind === 'allOf'
      ? children.length === 1
        ? 'the one item'
        : `all ${children.length} items`
      : r.kind === 'anyOf'
        ? `one of ${children.length} items`
        : `${need} of ${children.length} items`
  return `The policy asks for ${asked}; ${have} ${have === 1 ? 'is' : 'are'} shown.`
}
