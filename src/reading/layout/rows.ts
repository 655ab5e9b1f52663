import { type Glyph, heightOf } from './glyph.ts'
import { type Run, runsOf, textOf } from './runs.ts'

export interface Row {
  readonly top: number
  readonly bottom: number
  /** Left to right. */
  readonly glyphs: readonly Glyph[]
}

interface OpenRow {
  top: number
  bottom: number
  runs: Run[]
}

/** Share of the smaller height two boxes must have in common to stand on one line. */
const SAME_LINE = 0.5

/** Groups characters that stand on one line of the page, top to bottom, whatever order they were drawn in. */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const runs = withoutOverprint(runsOf(glyphs)).sort((a, b) => a.top + a.bottom - (b.top + b.bottom) || a.x - b.x)
  const rows: OpenRow[] = []
  for (const run of runs) {
    const row = nearest(rows, run)
    if (row) row.runs.push(run)
    else rows.push({ top: run.top, bottom: run.bottom, runs: [run] })
  }
  return rows
    .sort((a, b) => a.top - b.top)
    .map((r) => ({
      top: r.top,
      bottom: r.bottom,
      glyphs: r.runs
        .sort((a, b) => a.x - b.x)
        .flatMap((run) => run.glyphs)
        .sort((a, b) => a.x - b.x),
    }))
}

/** The row that shares most height with the run and leaves room for it; tightly set rows may overlap. */
function nearest(rows: readonly OpenRow[], run: Run): OpenRow | undefined {
  let best: OpenRow | undefined
  let bestShare = SAME_LINE
  for (let i = rows.length - 1; i >= 0 && i >= rows.length - 12; i--) {
    const row = rows[i] as OpenRow
    const share = sharedHeight(row, run) / Math.min(heightOf(row), heightOf(run))
    if (share >= bestShare && !row.runs.some((r) => collides(r, run))) {
      best = row
      bestShare = share
    }
  }
  return best
}

const sharedHeight = (a: { top: number; bottom: number }, b: { top: number; bottom: number }) =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)

const collides = (a: Run, b: Run) => Math.min(a.right, b.right) - Math.max(a.x, b.x) > 0.25 * Math.min(heightOf(a), heightOf(b))

/** Bold imitated by printing the same words twice with a hair's shift. */
function withoutOverprint(runs: Run[]): Run[] {
  return runs.filter((run, i) => {
    const before = runs.slice(Math.max(0, i - 40), i)
    return !before.some((b) => Math.abs(b.x - run.x) < 1 && Math.abs(b.top - run.top) < 1 && textOf(b) === textOf(run))
  })
}
