/** A picture in shades of gray: one byte a pixel, rows from the top, 0 black. */
export interface Gray {
  readonly data: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** Quarter turns clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3

/** The picture turned clockwise. */
export function turned(gray: Gray, quarters: QuarterTurns): Gray {
  const { data, width, height } = gray
  if (quarters === 0) return gray
  if (quarters === 2) return { data: new Uint8Array(data).reverse(), width, height }
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = quarters === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y
      out[at] = data[y * width + x] ?? 255
    }
  return { data: out, width: height, height: width }
}

/** Rows from `top` on, as many as there are up to `rows`. */
export function band(gray: Gray, top: number, rows: number): Gray {
  const end = Math.min(gray.height, top + rows)
  return { data: gray.data.slice(top * gray.width, end * gray.width), width: gray.width, height: end - top }
}

/** As a portable graymap, which recognisers read without unpacking. */
export function pgm(gray: Gray): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`P5\n${gray.width} ${gray.height}\n255\n`)
  const out = new Uint8Array(head.length + gray.data.length)
  out.set(head)
  out.set(gray.data, head.length)
  return out
}
