import type { ArgumentRecord, GroundRecord } from '../knowledge/argument.ts'
import type { Brief } from './brief.ts'
import { allHold } from './sentences.ts'
import type { Terms } from './term.ts'

/** The frame of the leading reason, then of every other reason the letter states. */
export function argumentsOf({ knowledge, reason, facts }: Pick<Brief, 'knowledge' | 'reason' | 'facts'>): ArgumentRecord[] {
  const ids = [reason.id, ...facts.denial.reasons.flatMap((r) => r.value.reasonId ?? [])]
  return [...new Set(ids)].flatMap((id) => knowledge.arguments.get(id) ?? [])
}

/**
 * The grounds this case can argue: those that a person spoke to, those that answer the stated reasons,
 * reason by reason in the order each frame gives, then those that support any answer. A person who
 * named grounds in the case file gets those and no others.
 */
export function chooseGrounds(brief: Brief, terms: Terms): GroundRecord[] {
  const told = brief.facts.statements.flatMap((s) => s.value.ground ?? [])
  const ids = new Set([...told, ...argumentsOf(brief).flatMap((frame) => frame.grounds)])
  const held = [...ids].flatMap((id) => {
    const ground = brief.knowledge.grounds.get(id)
    const wanted = brief.chosen.grounds.length === 0 || brief.chosen.grounds.includes(id)
    return ground && wanted && allHold(ground.needs, terms) ? [ground] : []
  })
  return [...held.filter((g) => !g.supporting), ...held.filter((g) => g.supporting)]
}
