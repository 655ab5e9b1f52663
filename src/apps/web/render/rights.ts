import type { RightsRow } from '../../../document/guide/guide.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import type { RenderContext } from './blocks.ts'
import { timed } from './claims.ts'

/** One coverage type, or several with the same clocks: its time line, then the words. */
export const rightsRows = (rows: readonly RightsRow[], context: RenderContext): Html =>
  html`<div class="rights">${each(rows, (row) => rightsRow(row, context))}</div>`

function rightsRow(row: RightsRow, { words, timeline }: RenderContext): Html {
  const [coverage = ''] = row.coverages
  return html`<article class="right"><h3>${esc(row.names)}</h3>${timeline(coverage)}<p>${timed(row.firstAppeal)}</p>${row.decision ? html`<p>${timed(row.decision)}</p>` : none}<p>${timed(row.after)}</p>${row.court ? html`<p>${timed(row.court)}</p>` : none}<p class="law"><b>${esc(words.law)}</b> ${esc(row.cite)}</p></article>`
}
