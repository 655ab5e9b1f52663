import { claimsOfBlock, type GuideBlock, type GuideSection } from './guide.ts'
import type { Subject } from './subject.ts'
import { recordSupport } from './support.ts'
import { tell } from './voice.ts'

/** In a Spanish guide, a section that keeps English sentences opens by saying why. */
export function explained(subject: Subject, sections: readonly GuideSection[]): readonly GuideSection[] {
  if (subject.lang === 'en') return sections
  return sections.map((s) => (s.blocks.some(keepsEnglish) ? { ...s, blocks: [explanation(subject), ...s.blocks] } : s))
}

const keepsEnglish = (block: GuideBlock): boolean =>
  claimsOfBlock(block).some((c) => c.lang) ||
  (block.kind === 'heading' && block.lang !== undefined) ||
  (block.kind === 'table' && block.columnsLang !== undefined)

const explanation = (subject: Subject): GuideBlock => ({
  kind: 'paragraph',
  claims: [
    tell(subject, (v) => v.words.keptEnglish, [
      recordSupport('guide', 'every-guide', 'lang', 'quoted criteria, sources and letters stay in English', 'verified'),
    ]),
  ],
})
