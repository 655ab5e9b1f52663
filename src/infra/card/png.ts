import { crc32, deflateSync } from 'node:zlib'

/**
 * Pixels in rows of four bytes (blue, green, red, and one that is not read) as a PNG: with a palette where
 * there are at most 256 colors, which is a third of the size, else in full color. Same pixels, same bytes.
 */
export function pngOf(pixels: Uint8Array, width: number, height: number, stride: number): Buffer {
  const indexed = withPalette(pixels, width, height, stride)
  const rows = indexed?.rows ?? inFullColor(pixels, width, height, stride)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = indexed ? 3 : 2
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(indexed ? [chunk('PLTE', indexed.palette)] : []),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function withPalette(pixels: Uint8Array, width: number, height: number, stride: number) {
  const found = new Map<number, number>()
  const rows = Buffer.alloc((width + 1) * height)
  let to = 0
  for (let y = 0; y < height; y++) {
    // Each row begins with its filter, 0: none.
    to++
    for (let at = y * stride; at < y * stride + width * 4; at += 4) {
      const color = ((pixels[at + 2] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at] ?? 0)
      let index = found.get(color)
      if (index === undefined) {
        index = found.size
        if (index > 255) return null
        found.set(color, index)
      }
      rows[to++] = index
    }
  }
  const palette = Buffer.from([...found.keys()].flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))
  return { rows, palette }
}

function inFullColor(pixels: Uint8Array, width: number, height: number, stride: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  let to = 0
  for (let y = 0; y < height; y++) {
    to++
    for (let at = y * stride; at < y * stride + width * 4; at += 4)
      for (const channel of [2, 1, 0]) rows[to++] = pixels[at + channel] ?? 0
  }
  return rows
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const made = Buffer.alloc(body.length + 8)
  made.writeUInt32BE(data.length, 0)
  body.copy(made, 4)
  made.writeUInt32BE(crc32(body), body.length + 4)
  return made
}
