import {
  claimsOfGuide,
  claimsOfSection,
  type Guide,
  type GuideRequest,
  type GuideSectionId,
} from '../../src/document/guide/guide.ts'
import { makeGuide } from '../../src/document/guide/makeGuide.ts'
import { loadKnowledge } from '../../src/infra/knowledge/load.ts'
import type { Knowledge } from '../../src/knowledge/assemble.ts'

const loaded = loadKnowledge()
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
export const knowledge: Knowledge = loaded.value

/** The five pages of the issue, by the names they had, and the name of the golden file. */
export const FIVE = {
  'anthem-ot-step': { payer: 'Anthem (BCBS)', treatment: 'ot-pediatric', reason: 'step-therapy' },
  'bcbs-targeted-step': { payer: 'bcbs', treatment: 'pediatric-targeted-therapy', reason: 'step-therapy' },
  'bcbs-targeted-necessity': { payer: 'bcbs', treatment: 'pediatric-targeted-therapy', reason: 'medical-necessity' },
  'bcbs-ocrelizumab-step': { payer: 'bcbs', treatment: 'anti-cd20-ocrevus', reason: 'step-therapy' },
  'cigna-cimt-step': { payer: 'cigna', treatment: 'cimt', reason: 'step-therapy' },
} as const satisfies Record<string, GuideRequest>
export type Page = keyof typeof FIVE
export const PAGES = Object.keys(FIVE) as Page[]

export function guideOf(request: GuideRequest, from: Knowledge = knowledge): Guide {
  const made = makeGuide(from, request)
  if (!made.ok) throw new Error(made.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
  return made.value
}

export const five = Object.fromEntries(PAGES.map((page) => [page, guideOf(FIVE[page])])) as Record<Page, Guide>

export const sentences = (guide: Guide): string[] => claimsOfGuide(guide).map((c) => c.sentence)
export const words = (guide: Guide): string => sentences(guide).join(' ')

/** The sentences of one section, as one text; fails where the guide lacks it. */
export function section(guide: Guide, id: GuideSectionId): string {
  const found = guide.sections.find((s) => s.id === id)
  if (!found) throw new Error(`${guide.address} has no section "${id}"`)
  return claimsOfSection(found)
    .map((c) => c.sentence)
    .join(' ')
}
