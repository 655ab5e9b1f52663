import sharp from 'sharp'
import type { Gray } from '../../images/gray.ts'

export interface Lie {
  /** Degrees by which the lines fall to the right; 0 where too little ink tells. */
  readonly angle: number
  /** The lines of text run up or down the page. */
  readonly sideways: boolean
}

const WORKING_SIDE = 900
const INK = 150
const LEAST_INK = 400
const MOST_ANGLE = 8
/** How much sharper the columns' profile must be than the rows' to take the page for sideways. */
const CLEARLY = 1.3

/** How the lines of text lie: the angle at which the page's ink falls into the sharpest rows. */
export async function lieOf(gray: Gray): Promise<Lie> {
  const scale = Math.min(1, WORKING_SIDE / Math.max(gray.width, gray.height))
  const { data, info } = await sharp(gray.data, { raw: { width: gray.width, height: gray.height, channels: 1 } })
    .resize(Math.max(1, Math.round(gray.width * scale)), Math.max(1, Math.round(gray.height * scale)), { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++)
      if ((data[y * info.width + x] ?? 255) < INK) {
        xs.push(x)
        ys.push(y)
      }
  if (xs.length < LEAST_INK) return { angle: 0, sideways: false }
  const side = Math.max(info.width, info.height)
  const upright = sharpest(xs, ys, side)
  // Turned a quarter clockwise, a point's row is its column and its column runs backwards.
  const turned = sharpest(
    ys.map((y) => side - y),
    xs,
    side,
  )
  return turned.sharpness > CLEARLY * upright.sharpness
    ? { angle: turned.angle, sideways: true }
    : { angle: upright.angle, sideways: false }
}

function sharpest(xs: readonly number[], ys: readonly number[], side: number): { angle: number; sharpness: number } {
  const at = (angle: number) => ({ angle, sharpness: sharpness(xs, ys, side, angle) })
  let best = at(-MOST_ANGLE)
  const trySteps = (from: number, to: number, step: number) => {
    for (let angle = from; angle <= to + 1e-9; angle += step) {
      const here = at(angle)
      if (here.sharpness > best.sharpness) best = here
    }
  }
  trySteps(-MOST_ANGLE, MOST_ANGLE, 0.5)
  trySteps(best.angle - 0.5, best.angle + 0.5, 0.1)
  return best
}

/** Sum of squared steps between neighbouring rows of ink, the rows falling at `angle` degrees. */
function sharpness(xs: readonly number[], ys: readonly number[], side: number, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const rows = new Int32Array(side * 3)
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round((ys[i] ?? 0) - (xs[i] ?? 0) * slope) + side
    rows[row] = (rows[row] ?? 0) + 1
  }
  let sum = 0
  for (let i = 1; i < rows.length; i++) sum += ((rows[i] ?? 0) - (rows[i - 1] ?? 0)) ** 2
  return sum
}
