import { type CivilDate, daysBetween } from '../../../base/date.ts'
import { sayDate } from '../dates.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import type { Lang } from '../language.ts'
import type { Words } from '../words/words.ts'
import { picture, WIDTH } from './svg.ts'

interface Mark {
  readonly label: string
  readonly at: string
  readonly kind: 'letter' | 'safe' | 'legal'
}

const LEFT = 8
const RIGHT = WIDTH - 8
const AXIS = 88
/** Baseline of each mark's words: rows of their own, so that they never meet however close the days are. */
const ROW = { legal: 16, letter: 54, safe: AXIS + 28 } as const

/** From the letter to the last day, in true proportion. */
export function datesFigure(lang: Lang, notice: string, safe: string, legal: string, words: Words): Html {
  const span = daysFrom(notice, legal)
  if (span <= 0) return none
  const safer = safe < legal
  const marks: readonly Mark[] = [
    { label: words.letterDated, at: notice, kind: 'letter' },
    { label: words.legalDay, at: legal, kind: 'legal' },
    ...(safer ? [{ label: words.safeDay, at: safe, kind: 'safe' as const }] : []),
  ]
  const x = (at: string) => Math.max(LEFT, Math.round(LEFT + ((RIGHT - LEFT) * daysFrom(notice, at)) / span))
  const drawn = each(marks, ({ label, at, kind }) => {
    const atEnd = x(at) > WIDTH / 2
    const where = atEnd ? Math.max(x(at) + 6, 170) : x(at) - 6
    const leader = kind === 'legal' ? html`<path class="leader" d="M${x(at)} 40V${AXIS}"/>` : none
    return html`${leader}<circle class="${esc(kind)}" cx="${x(at)}" cy="${AXIS}" r="${kind === 'letter' ? 6 : 8}"/><text text-anchor="${esc(atEnd ? 'end' : 'start')}" y="${ROW[kind]}"><tspan x="${where}">${esc(label)}</tspan><tspan x="${where}" dy="17" class="day">${esc(sayDate(lang, at))}</tspan></text>`
  })
  const told = marks.map(({ label, at }) => `${label}: ${sayDate(lang, at)}`).join('. ')
  const line = html`<path class="axis" d="M${LEFT} ${AXIS}H${RIGHT}"/><path class="open" d="M${LEFT} ${AXIS}H${x(safer ? safe : legal)}"/>`
  return html`<figure class="dates">${picture('dates', words.deadlinePicture, told, safer ? AXIS + 50 : AXIS + 12, html`${line}${drawn}`)}</figure>`
}

const daysFrom = (from: string, to: string): number => daysBetween(from.slice(0, 10) as CivilDate, to.slice(0, 10) as CivilDate)
