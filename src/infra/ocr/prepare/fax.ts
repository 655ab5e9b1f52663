import type { Gray } from '../../images/gray.ts'

/** Specks of up to this many pixels are noise where a full stop has nine and more. */
const SPECK = 3
/** Below this many pixels a full stop is no larger than a speck. */
const LEAST_SIDE = 1600
/** Share of pixels that are all black or all white in a fax. */
const BILEVEL = 0.985

/** Black and white only, large enough for specks to be told from full stops: what fax machines send. */
export function isFax(gray: Gray): boolean {
  if (Math.max(gray.width, gray.height) < LEAST_SIDE) return false
  let pure = 0
  for (const shade of gray.data) if (shade < 16 || shade > 239) pure++
  return pure >= BILEVEL * gray.data.length
}

/** Faxes of ordinary fineness hold half as many rows as columns to the inch: their pages look squat. */
export const isSquatFax = (gray: Gray): boolean =>
  (gray.width === 1728 || gray.width === 1734) && gray.height > 600 && gray.height < gray.width * 0.8

/** Each row twice. */
export function stretched(gray: Gray): Gray {
  const data = new Uint8Array(gray.data.length * 2)
  for (let y = 0; y < gray.height; y++) {
    const row = gray.data.subarray(y * gray.width, (y + 1) * gray.width)
    data.set(row, 2 * y * gray.width)
    data.set(row, (2 * y + 1) * gray.width)
  }
  return { data, width: gray.width, height: gray.height * 2 }
}

/** Without the line's specks: black ones wiped out, pinholes in letters filled. */
export function despeckle(gray: Gray): Gray {
  const { width, height } = gray
  const data = new Uint8Array(gray.data)
  const dark = (at: number) => (gray.data[at] ?? 255) < 128
  const seen = new Uint8Array(data.length)
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]
  const inside = (at: number) => at % width > 0 && at % width < width - 1 && at > width && at < data.length - width
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || !dark(start)) continue
    const blot = [start]
    seen[start] = 1
    for (const at of blot)
      if (inside(at))
        for (const step of around) {
          const next = at + step
          if (seen[next] || !dark(next)) continue
          seen[next] = 1
          blot.push(next)
        }
    if (blot.length <= SPECK) for (const at of blot) data[at] = 255
  }
  for (let at = 0; at < data.length; at++)
    if (!dark(at) && inside(at) && around.filter((step) => dark(at + step)).length >= 7) data[at] = 0
  return { data, width, height }
}
