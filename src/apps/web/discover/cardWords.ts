import type { CardWords } from '../../../document/card.ts'
import type { Page } from '../shell/page.ts'
import { WORDS } from '../words/words.ts'

/** Longest line above the title that stays on one line of the picture. */
const ABOVE_MOST = 62

/** What the picture of a page says: where it belongs, its title, whose it is. */
export function cardWords({ lang, title, crumbs }: Page, site: string): CardWords {
  const trail = crumbs.slice(1, -1).map(({ text }) => text)
  const above = trail.join(' › ')
  return { lang, title, above: above.length > ABOVE_MOST ? (trail.at(-1) ?? '') : above, site, line: WORDS[lang].siteLine }
}
