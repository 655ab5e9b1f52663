import type { Clause, Policy, Requirement } from '../../src/criteria/requirement.ts'

/** A policy as an indented outline that a nurse can read: label, kind, words, page. */
export function outlineOf(policy: Policy): string {
  const head = ['title', 'number', 'effective', 'payer'].map((k) => `${k}: ${policy[k as 'title'] ?? 'not printed'}`)
  const sections = policy.sections.map((s) => {
    const notes = (s.notes ?? []).map((n) => `  ${n.kind}: ${n.words}`)
    return [`${s.kind.toUpperCase()}: ${s.title}`, ...lines(s.requirement, 1), ...notes].join('\n')
  })
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`
}

function lines(r: Requirement, depth: number): string[] {
  const pad = '  '.repeat(depth)
  const kind = r.kind === 'atLeast' ? `at least ${r.n}` : { allOf: 'all of', anyOf: 'any of', leaf: 'leaf' }[r.kind]
  const absent = r.kind === 'leaf' && r.polarity === 'absent' ? ' (must be absent)' : ''
  const own = `${pad}${[r.label, `${kind}${absent}`].filter(Boolean).join(' ')} | ${r.words} | p${pageOf(r.clause)}`
  const more = [
    ...(r.assumption ? [`${pad}  assumed: ${r.assumption}`] : []),
    ...(r.kind === 'leaf' ? r.exceptions.map((e) => `${pad}  unless: ${e.words}`) : []),
    ...(r.notes ?? []).map((n) => `${pad}  note: ${n.words}`),
  ]
  return [own, ...more, ...(r.kind === 'leaf' ? [] : r.children.flatMap((c) => lines(c, depth + 1)))]
}

const pageOf = (c: Clause) => (c.kind === 'policy' ? [c.span, ...(c.rest ?? [])].map((s) => s.page).join('+') : '-')

/** The tree itself, without exceptions. */
export const treeOf = (r: Requirement): Requirement[] => [r, ...(r.kind === 'leaf' ? [] : r.children.flatMap(treeOf))]

/** Exceptions too. */
export const nodesOf = (r: Requirement): Requirement[] => [r, ...(r.kind === 'leaf' ? r.exceptions : r.children).flatMap(nodesOf)]
