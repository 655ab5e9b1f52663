import type { GroundRecord } from '../knowledge/argument.ts'
import type { Brief } from './brief.ts'
import { allHold } from './sentences.ts'
import type { Terms } from './term.ts'

/** The grounds this case can argue, in the order its reason gives them, less those the case file set aside. */
export function chooseGrounds(brief: Brief, terms: Terms): GroundRecord[] {
  const frame = brief.knowledge.arguments.get(brief.reason.id)
  if (!frame) return []
  return frame.grounds.flatMap((id) => {
    const ground = brief.knowledge.grounds.get(id)
    return ground && allHold(ground.needs, terms) ? [ground] : []
  })
}
