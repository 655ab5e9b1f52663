import type { Line } from './line.ts'
import type { Marker, Reading } from './marker.ts'
import type { OutlineNode } from './outline.ts'

/** Columns by which lines of one list may differ: a page reset, a proportional face, "i." against "iii.". */
const TOLERANCE = 3

export interface Placement {
  /** Open nodes down to the new item's parent. */
  readonly parents: OutlineNode[]
  readonly reading: Reading
}

/**
 * Where a marked line belongs in the open outline, or null when it is running text that only looks
 * marked ("2) of 5 …" after a line break). A list goes on when its next number comes; a new one
 * opens with its first number, at the depth that its indent shows.
 */
export function place(marker: Marker, line: Line, open: readonly OutlineNode[], finished: boolean): Placement | null {
  const bullet = marker.core === ''
  const goesOn = bullet ? sameBullet(marker, line, open) : nextNumber(marker, line, open)
  if (goesOn) return goesOn
  // "1.0 point" at a line's start is a number; a dotted heading stands after something complete.
  if (marker.readings[0].family.startsWith('dotted') && !finished) return null
  const first = marker.readings.find((r) => r.ordinal === 1)
  if (first) return newList(first, line, open, bullet)
  if (!finished) return null
  return misnumbered(marker, line, open) ?? newList(marker.readings[0], line, open, bullet)
}

const before = (open: readonly OutlineNode[], index: number) => open.slice(0, index)

function nextNumber(marker: Marker, line: Line, open: readonly OutlineNode[]): Placement | null {
  const found = marker.readings.flatMap((reading) =>
    open.flatMap((n, i) =>
      n.kind === 'item' && n.family === reading.family && n.ordinal + 1 === reading.ordinal
        ? [{ reading, i, off: Math.abs(n.indent - line.indent) }]
        : [],
    ),
  )
  const near = found.filter((f) => f.off <= TOLERANCE)
  // Among lists that could go on, the indent decides; where it cannot, the innermost.
  const best = near.at(-1) ?? found.toSorted((a, b) => a.off - b.off || b.i - a.i)[0]
  if (!best) return null
  return { parents: before(open, best.i), reading: best.reading }
}

function sameBullet(marker: Marker, line: Line, open: readonly OutlineNode[]): Placement | null {
  const [reading] = marker.readings
  const alike = open.flatMap((n, i) =>
    n.kind === 'item' && n.family === reading.family ? [{ i, n, off: Math.abs(n.indent - line.indent) }] : [],
  )
  const level = alike.filter((a) => a.off <= 1).at(-1) ?? alike.filter((a) => a.n.indent > line.indent + 1)[0]
  return level ? { parents: before(open, level.i), reading: { ...reading, ordinal: level.n.ordinal + 1 } } : null
}

function newList(reading: Reading, line: Line, open: readonly OutlineNode[], bullet: boolean): Placement {
  const top = open.at(-1)
  const restart = open.findLastIndex(
    (n) => n.kind === 'item' && n.family === reading.family && Math.abs(n.indent - line.indent) <= 1,
  )
  if (!bullet && restart > 0 && restart === open.length - 1) return { parents: before(open, restart), reading }
  if (!top || top.indent <= line.indent + 1 || top.kind === 'heading') return { parents: [...open], reading }
  const holder = open.findLastIndex(
    (n) => n.kind === 'root' || n.kind === 'heading' || (n.kind !== 'row' && n.indent < line.indent - 1),
  )
  return { parents: open.slice(0, holder + 1), reading }
}

/** A number skipped or printed twice ("ii." after "ii.") still belongs to the list at its indent. */
function misnumbered(marker: Marker, line: Line, open: readonly OutlineNode[]): Placement | null {
  for (const reading of marker.readings) {
    const i = open.findLastIndex(
      (n) => n.kind === 'item' && n.family === reading.family && Math.abs(n.indent - line.indent) <= TOLERANCE,
    )
    if (i > 0) return { parents: before(open, i), reading }
  }
  return null
}
