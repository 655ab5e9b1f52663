import { each, esc, type Html, html, none } from '../html/html.ts'
import type { Words } from '../words/words.ts'
import type { Rung } from './rungs.ts'
import { LINE, lines, picture, textAt } from './svg.ts'

const LEFT = 46

// Characters a line, for the widest of the usual system fonts.
const BOLD = 29
const PLAIN = 33

/** The ladder of appeal, climbed from the denial at its foot; every rung says who decides and how long one has to ask. */
export function ladderFigure(id: string, coverage: string, rungs: readonly Rung[], words: Words): Html {
  if (!rungs.length) return none
  const steps = [
    ...rungs.map((rung, i) => ({
      name: lines(`${i + 1}. ${rung.name}`, BOLD),
      notes: [rung.decider, ...conditions(rung, words), askOf(rung, words)].flatMap((note) => lines(note, PLAIN)),
    })),
  ].reverse()
  const foot = { name: lines(words.theDenial, BOLD), notes: [] as readonly string[] }
  let y = 20
  const placed = [...steps, foot].map((step) => {
    const at = y
    y += (step.name.length + step.notes.length) * LINE + 22
    return { ...step, at }
  })
  const bottom = y - 8
  const marks = html`<path class="rail" d="M10 6V${bottom}M32 6V${bottom}"/>${each(placed, (step, i) => {
    const last = i === placed.length - 1
    return html`<path class="${esc(last ? 'rung ground' : 'rung')}" d="M10 ${step.at - 5}H32"/>${textAt(LEFT, step.at, step.name, 'rung-name')}${step.notes.length ? textAt(LEFT, step.at + step.name.length * LINE, step.notes, 'rung-note') : none}`
  })}`
  const told = rungs
    .map((rung, i) => `${i + 1}. ${rung.name}: ${[rung.decider, ...conditions(rung, words), askOf(rung, words)].join('. ')}`)
    .join(' ')
  return html`<figure class="ladder">${picture(id, words.ladderTitle(coverage), `${words.theDenial}. ${told}`, bottom + 4, marks)}</figure>`
}

const conditions = (rung: Rung, words: Words): readonly string[] => rung.onlyIf.map((condition) => words.onlyIf[condition])

const askOf = (rung: Rung, words: Words): string =>
  rung.automatic ? words.goesOnByItself : rung.ask ? words.timeToAsk(rung.ask) : words.noTimeSet
