import { type Outcome, ok } from '../../base/outcome.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Guide, GuideRequest, GuideSection } from './guide.ts'
import { planGuide } from './plan.ts'
import { citesOf } from './sections/sources.ts'
import { fillSections } from './slots.ts'

/** The guide for a payer, a treatment and a reason, each by id, address or name: every part of the plan, made and filled. */
export function makeGuide(knowledge: Knowledge, request: GuideRequest): Outcome<Guide> {
  const planned = planGuide(knowledge, request)
  if (!planned.ok) return planned
  const { parts, payer, parent: _, shape: __, ofPayer: ___, ...plan } = planned.value
  const made = new Map<string, readonly GuideSection[]>()
  for (const part of parts) if (part.id !== 'sources') made.set(part.id, part.make())
  const cites = new Set([...made.values()].flatMap(citesOf))
  const sections = parts.flatMap((part) => made.get(part.id) ?? part.make(cites))
  return ok({
    ...plan,
    reviewed: null,
    knowledgeVersion: knowledge.version,
    sections: fillSections(sections, payer),
  })
}
