import { type CountCell, type CountKey, type CountRow, statistics } from '../../../../casefile/track/statistics.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { nameOf } from '../../pages/names.ts'
import { type Reply, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, open } from '../route.ts'
import { STATS_WORDS } from './words.ts'

export const STATS_ROUTES: readonly AppRoute[] = [open('get', '/statistics', stats)]

const KEYS = ['payer', 'reason', 'treatment', 'level'] as const
type Key = (typeof KEYS)[number]
const FIGURES = ['cases', 'decided', 'yes', 'part', 'open'] as const

function figureOf(
  { cases, decided, overturned, partlyOverturned, open: still }: CountCell,
  figure: (typeof FIGURES)[number],
): number {
  return { cases, decided, yes: overturned, part: partlyOverturned, open: still }[figure] ?? 0
}

async function stats(asked: AppAsked): Promise<Reply> {
  const { app, lang, csrf, session } = asked
  const words = STATS_WORDS[lang]
  const rows = await app.counts.rows()
  const { total } = statistics(rows, [])
  const shownAny = total.cases !== null
  const summary = shownAny
    ? html`<p><strong>${esc(words.total(total.cases ?? 0, total.decided ?? 0))}</strong> ${esc(words.of(total.overturned ?? 0, total.partlyOverturned ?? 0, total.decided ?? 0))}</p>${each(KEYS, (key) => table(asked, rows, key))}`
    : html`<p>${esc(words.none)}</p>`
  const main = html`<p class="lead">${esc(words.lead)}</p><p class="note">${esc(words.limits)}</p>${summary}`
  return shown({
    ...{ lang, address: '/statistics', title: words.title, main, bar: null, csrf },
    signedIn: session?.person.email != null,
  })
}

function table(asked: AppAsked, rows: readonly CountRow[], key: Key): Html {
  const { lang } = asked
  const words = STATS_WORDS[lang]
  const { cells, hidden } = statistics(rows, [key])
  const visible = cells.filter((c) => c.cases !== null)
  const c = words.columns
  const line = (cell: CountCell) =>
    html`<tr><th scope="row">${esc(named(asked, key, cell.by[key] ?? null))}</th>${each(FIGURES, (figure) => html`<td data-column="${esc(c[figure])}">${figureOf(cell, figure)}</td>`)}</tr>`
  const body = visible.length
    ? html`<div class="table-scroll" tabindex="0" role="region" aria-label="${esc(words.by[key])}"><table class="counts"><thead><tr>${each([c.name, ...FIGURES.map((f) => c[f])], (h) => html`<th scope="col">${esc(h)}</th>`)}</tr></thead><tbody>${each(visible, line)}</tbody></table></div>`
    : none
  return html`<section><h2>${esc(words.by[key])}</h2>${body}${when(hidden, () => html`<p class="help">${esc(words.hidden(hidden))}</p>`)}</section>`
}

function named({ library, lang }: AppAsked, key: CountKey, id: string | null): string {
  const { knowledge } = library
  if (id === null) return STATS_WORDS[lang].unknown
  if (key === 'level') {
    for (const coverage of knowledge.coverage.values()) {
      const level = coverage.levels.find((l) => l.id === id)
      if (level) return level.name[lang]
    }
    return id.replaceAll('_', ' ')
  }
  return (
    nameOf(knowledge, lang, key === 'payer' ? 'payer' : key === 'reason' ? 'reason' : 'treatment', id) || id.replaceAll('_', ' ')
  )
}
