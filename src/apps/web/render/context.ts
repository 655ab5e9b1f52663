import { addressOfPage } from '../../../document/pages/address.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { addressOf } from '../addresses.ts'
import { rungsOf } from '../figures/rungs.ts'
import { timeline } from '../figures/timeline.ts'
import { none } from '../html/html.ts'
import type { Lang } from '../language.ts'
import type { Library } from '../library.ts'
import { WORDS } from '../words/words.ts'
import type { RenderContext } from './blocks.ts'

/** What guides are rendered with: sources are listed in the order of the records. */
export interface GuideContext extends RenderContext {
  readonly knowledge: Knowledge
}

/** What the blocks of every page of one language are rendered with. */
export function contextOf({ knowledge, letters }: Pick<Library, 'knowledge' | 'letters'>, lang: Lang): GuideContext {
  const words = WORDS[lang]
  return {
    knowledge,
    lang,
    words,
    timeline(id) {
      const coverage = knowledge.coverage.get(id)
      return coverage ? timeline(`time-${id}`, coverage.name[lang], rungsOf(knowledge, coverage, lang, words), words) : none
    },
    pageOf(kind, id) {
      // A guide links to a reason for its worked letter: straight to it, where there is one.
      const letter = kind === 'reason' && letters.has(id) ? addressOfPage(knowledge, 'en', 'letter', id) : null
      return letter ?? addressOf(knowledge, kind, id)
    },
  }
}
