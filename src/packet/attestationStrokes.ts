import { fail, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'

export type Point = readonly [x: number, y: number]
export type Stroke = readonly Point[]

/** Points lie in a field of this size, y downwards; the page scales its own to it. */
export const FIELD = { width: 3000, height: 1000 } as const
const LONGEST_TEXT = 120_000
const MOST_STROKES = 80
const MOST_POINTS = 8000
/** Shorter in all, a line is a slip of the finger. */
const SHORTEST = 200

/** A drawn signature as the browser sends it: a JSON array of strokes, each an array of [x, y] whole numbers. */
export function parseStrokes(text: string): Outcome<readonly Stroke[]> {
  const bad = (say: string) => fail(problem('form-invalid', 'signature', say, 'Draw the signature again, or type the name.'))
  if (text.length > LONGEST_TEXT) return bad('The drawing is too large.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return bad('The drawing did not arrive whole.')
  }
  if (!Array.isArray(value) || value.length === 0) return bad('Nothing was drawn.')
  if (value.length > MOST_STROKES || !value.every(isStroke)) return bad('The drawing is not one this page makes.')
  if (value.reduce((n, s) => n + s.length, 0) > MOST_POINTS) return bad('The drawing is too large.')
  if (value.reduce((n, s) => n + lengthOf(s), 0) < SHORTEST) return bad('The drawing is too small to be a signature.')
  return ok(value)
}

const isStroke = (stroke: unknown): stroke is Stroke => Array.isArray(stroke) && stroke.length > 0 && stroke.every(isPoint)

const isPoint = (point: unknown): point is Point =>
  Array.isArray(point) && point.length === 2 && within(point[0], FIELD.width) && within(point[1], FIELD.height)

const within = (value: unknown, most: number): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most

const lengthOf = (stroke: Stroke): number =>
  stroke.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - (stroke[i]?.[0] ?? x), y - (stroke[i]?.[1] ?? y)), 0)

/** The drawing as SVG, made of numbers only. */
export function strokesSvg(strokes: readonly Stroke[]): string {
  const xs = strokes.flatMap((s) => s.map(([x]) => x))
  const ys = strokes.flatMap((s) => s.map(([, y]) => y))
  const [left, top] = [min(xs), min(ys)]
  const [width, height] = [max(xs) - left, max(ys) - top]
  const pen = Math.max(width / 110, height / 45, 4)
  const box = [left - pen, top - pen, width + 2 * pen, height + 2 * pen].map((n) => Math.round(n))
  const paths = strokes.map((s) => `<path d="${curve(s)}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}" width="${box[2]}" height="${box[3]}"><g fill="none" stroke="#000" stroke-width="${Math.round(pen)}" stroke-linecap="round" stroke-linejoin="round">${paths}</g></svg>`
}

const min = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
const max = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))

/** Through the midpoints, bent at the points: a pen's line instead of a chain of corners. A dot is a line of no length. */
function curve([first, ...rest]: Stroke): string {
  if (!first) return ''
  const last = rest.at(-1) ?? first
  const bends = rest.slice(0, -1).map(([x, y], i) => {
    const next = rest[i + 1] ?? last
    return `Q${x} ${y} ${(x + next[0]) / 2} ${(y + next[1]) / 2}`
  })
  return `M${first[0]} ${first[1]}${bends.join('')}L${last[0]} ${last[1]}`
}
