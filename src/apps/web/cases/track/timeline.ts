import { type CivilDate, daysBetween } from '../../../../base/date.ts'
import type { TimelineRow } from '../../../../casefile/track/timeline.ts'
import type { Knowledge } from '../../../../knowledge/assemble.ts'
import { sayDate } from '../../dates.ts'
import { picture, WIDTH } from '../../figures/svg.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import type { Lang } from '../../language.ts'
import { reckoningBox } from './reckoning.ts'
import { TRACK_WORDS } from './words/words.ts'

const LEFT = 14
const RIGHT = WIDTH - 14
const AXIS = 30
const LANE = 26
const R = 11

/** Every dated row as a numbered dot on one line of time, and the same rows as a numbered list below it. */
export function timelinePart(knowledge: Knowledge, lang: Lang, rows: readonly TimelineRow[], today: CivilDate): Html {
  const words = TRACK_WORDS[lang]
  return html`<section aria-labelledby="timeline-h"><h2 id="timeline-h">${esc(words.timeline)}</h2>${line(lang, rows, today)}<ol class="track-rows">${each(rows, (row) => item(knowledge, lang, row))}</ol></section>`
}

function line(lang: Lang, rows: readonly TimelineRow[], today: CivilDate): Html {
  const words = TRACK_WORDS[lang]
  const dated = rows.flatMap((row, i) => (row.on ? [{ row, on: row.on, number: i + 1 }] : []))
  const days = [...dated.map((d) => d.on), today].toSorted()
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  const span = daysBetween(first, last)
  if (dated.length < 2 || span === 0) return none
  const x = (on: CivilDate) => Math.round(LEFT + ((RIGHT - LEFT) * daysBetween(first, on)) / span)
  // Days that lie close are put under one another, each with its stem.
  const free: number[] = []
  const placed = dated
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map((d) => {
      const at = x(d.on)
      const lane = free.findIndex((end) => at >= end + 2 * R + 2)
      const own = lane < 0 ? free.length : lane
      free[own] = at
      return { ...d, at, y: AXIS + LANE * (own + 1) }
    })
  // Under the dots: the stem of one must not cross another.
  const stems = each(placed, ({ at, y }) => html`<path class="stem" d="M${at} ${AXIS}V${y - R}"/>`)
  const dots = each(
    placed,
    ({ row, number, at, y }) =>
      html`<circle class="${esc(row.standing)}" cx="${at}" cy="${y}" r="${R}"/><text class="${esc(row.standing)}" x="${at}" y="${y + 4.5}" text-anchor="middle">${number}</text>`,
  )
  const now = x(today)
  const side = now < 40 ? 'start' : now > WIDTH - 40 ? 'end' : 'middle'
  const mark = html`<path class="today" d="M${now} 18V${AXIS + 6}"/><text x="${now}" y="13" text-anchor="${esc(side)}">${esc(words.today)}</text>`
  const told = dated.map(({ row, on }) => `${label(lang, row)}: ${sayDate(lang, on)}`).join('. ')
  const axis = html`<path class="axis" d="M${LEFT} ${AXIS}H${RIGHT}"/><path class="past" d="M${LEFT} ${AXIS}H${now}"/>`
  const height = AXIS + LANE * free.length + R + 4
  return html`<figure class="track-line">${picture('track-line', words.picture, told, height, html`${axis}${stems}${dots}${mark}`)}</figure>`
}

function label(lang: Lang, { kind, detail, level }: TimelineRow): string {
  const words = TRACK_WORDS[lang]
  const said =
    kind === 'answered'
      ? words.outcomes[detail as keyof typeof words.outcomes]
      : kind === 'closed'
        ? words.closings[detail as keyof typeof words.closings]
        : kind === 'sent' || kind === 'delivered' || kind === 'not_sent'
          ? words.channels[detail as keyof typeof words.channels]
          : kind === 'next_level' && detail === 'automatic'
            ? words.automatic
            : null
  const name = kind === 'file_by' || kind === 'next_level' || kind === 'decision_due' ? (level?.[lang] ?? null) : null
  return [words.rows[kind], name, said].filter(Boolean).join(' · ')
}

function item(knowledge: Knowledge, lang: Lang, row: TimelineRow): Html {
  const words = TRACK_WORDS[lang]
  const { on, standing, kind, reckoning } = row
  const due = reckoning?.due && on && reckoning.due.slice(0, 10) !== on && kind === 'file_by' ? reckoning.due : null
  const explained = reckoning && kind !== 'next_level' && standing !== 'gone' ? reckoningBox(knowledge, lang, reckoning) : none
  return html`<li class="${esc(standing)}"><p><span class="track-day">${esc(on ? sayDate(lang, on) : words.noDate)}</span> <span class="tag track-${esc(standing)}">${esc(words.standing[standing])}</span></p><p>${esc(label(lang, row))}</p>${when(due, () => html`<p class="help">${esc(words.lastDay(sayDate(lang, due ?? '')))}</p>`)}${explained}</li>`
}
