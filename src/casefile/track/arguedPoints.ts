import type { Match } from '../../criteria/requirement.ts'
import type { Letter } from '../../document/letter.ts'

/** Something the appeal put to the decider. */
export interface ArguedPoint {
  readonly id: string
  readonly kind: 'ground' | 'criterion'
  /** The heading of the ground, or the words of the requirement. */
  readonly title: string
  /** All that was said to it. */
  readonly says: readonly string[]
}

/** The points of an appeal as it was sent: its headed parts, and each requirement that was said to be met or excepted. */
export function arguedPoints(letter: Letter, match: Match | null): readonly ArguedPoint[] {
  const points: { id: string; kind: 'ground'; title: string; says: string[] }[] = []
  for (const block of letter.blocks) {
    if (block.kind === 'heading')
      points.push({ id: `ground-${points.length + 1}`, kind: 'ground', title: block.text.sentence, says: [] })
    const into = points.at(-1)?.says
    if (!into) continue
    if (block.kind === 'paragraph' || block.kind === 'quote') into.push(...block.claims.map((c) => c.sentence))
    if (block.kind === 'list') into.push(...block.items.flat().map((c) => c.sentence))
  }
  return [...points.filter((p) => p.says.length > 0), ...(match ? criteria(match) : [])]
}

function criteria(match: Match): ArguedPoint[] {
  if (match.children.length) return match.children.flatMap(criteria)
  if (match.status !== 'met' && match.status !== 'exception') return []
  const { id, words } = match.requirement
  return [{ id: `criterion-${id}`, kind: 'criterion', title: words, says: [words, ...match.evidence.map((e) => e.quote)] }]
}
