import { type Html, html, join, none } from '../html/html.ts'
import type { Words } from '../words/words.ts'
import type { Rung } from './rungs.ts'
import { LINE, lines, picture, textAt, WIDTH } from './svg.ts'

/** A door for a few disputes only would look in the picture like a time everybody has: the text tells of it. */
const forMost = ({ onlyIf }: Rung): boolean => !onlyIf.some((c) => c === 'no_surprises_dispute' || c === 'cut_of_authorized_care')

interface Bar {
  readonly text: string
  readonly days: number
  readonly yours: boolean
}

/** The reader's times and the deciders', one after the other, as steps of a bar chart; empty where nothing is counted. */
export function timeline(id: string, coverage: string, rungs: readonly Rung[], words: Words): Html {
  const bars = rungs
    .slice(0, 2)
    .filter(forMost)
    .flatMap((rung): Bar[] => [
      ...(rung.ask ? [{ text: words.youAsk(rung.name, rung.ask), days: rung.askDays, yours: true }] : []),
      ...(rung.decide
        ? [
            {
              text: rung.ask ? words.theyDecide(rung.decide) : `${rung.name}: ${rung.decide}`,
              days: rung.decideDays,
              yours: false,
            },
          ]
        : []),
    ])
  if (!bars.some((bar) => bar.yours)) return none
  // Square roots, so that 72 hours can be seen beside 180 days.
  const widths = bars.map((bar) => Math.max(6, Math.sqrt(bar.days)))
  const scale = (WIDTH - 4) / widths.reduce((a, b) => a + b, 0)
  let x = 2
  let y = 14
  const marks = bars.map((bar, i) => {
    const broken = lines(bar.text, bar.yours ? 34 : 38)
    const width = (widths[i] ?? 0) * scale
    const top = y + (broken.length - 1) * LINE + 6
    const text = textAt(2, y, broken, bar.yours ? 'yours' : '')
    const mark = html`<rect x="${round(x)}" y="${top}" width="${round(width)}" height="8" rx="4" class="${bar.yours ? YOURS : THEIRS}"/>`
    x += width
    y = top + 28
    return html`${text}${mark}`
  })
  return html`<figure class="timeline">${picture(id, words.timelineTitle(coverage), bars.map((bar) => bar.text).join('. '), y - 12, join(marks))}</figure>`
}

const YOURS = 'bar-yours' as Html
const THEIRS = 'bar-theirs' as Html

const round = (n: number): number => Math.round(n * 10) / 10
