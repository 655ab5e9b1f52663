import type { PageBlock, PageSection } from '../../../document/pages/page.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import { type RenderContext, renderBlock } from './blocks.ts'
import { langAttr } from './claims.ts'
import { END, filled, slotted, TOP } from './slotted.ts'

/** Pieces that a page sets at the start or the end of one of its sections: "rights top". */
export interface Inserts {
  readonly [place: `${string} ${'top' | 'end'}`]: Html
}

export const renderSection = (section: PageSection, context: RenderContext): Html =>
  html`<section id="${esc(section.id)}"><h2${langAttr(section.headingLang)}>${esc(section.heading)}</h2>${TOP}${FOLDED.includes(section.id) ? folded(section.blocks, context) : blocks(section.blocks, context)}${END}</section>`

const blocks = (list: readonly PageBlock[], context: RenderContext): Html => each(list, (block) => renderBlock(block, context))

/** Law for every type of coverage at once is long: each of its parts opens when it is wanted, and all are open on paper. */
const FOLDED: readonly string[] = ['framework']

function folded(list: readonly PageBlock[], context: RenderContext): Html {
  const groups: PageBlock[][] = [[]]
  for (const block of list) {
    if (block.kind === 'heading') groups.push([])
    groups.at(-1)?.push(block)
  }
  const [opening = [], ...parts] = groups
  return html`${blocks(opening, context)}${each(parts, ([heading, ...rest]) => html`<details><summary>${heading ? renderBlock(heading, context) : none}</summary>${blocks(rest, context)}</details>`)}`
}

/** A section of one page, with the page's own pieces in it. */
export const sectionWith = (section: PageSection, context: RenderContext, inserts: Inserts): Html =>
  filled(slotted(renderSection(section, context)), { top: inserts[`${section.id} top`], end: inserts[`${section.id} end`] })
