import sharp from 'sharp'
import type { Gray } from '../../images/gray.ts'

/** Longer side, in pixels, of the map of the paper's own shade. */
const MAP_SIDE = 400
const PAPER = 245
/** Shade below which a place is so dark that what is on it is not made lighter without end. */
const DARKEST = 24
/** Paper this light everywhere needs no evening out. */
const LIGHT_ENOUGH = 236

/** Takes shadow and vignette out: each pixel by the shade of the paper around it. */
export async function flatten(gray: Gray): Promise<Gray> {
  const { data, width, height } = gray
  const raw = { raw: { width, height, channels: 1 as const } }
  const by = Math.max(1, Math.round(Math.max(width, height) / MAP_SIDE))
  const map = await sharp(data, raw)
    .resize(Math.ceil(width / by), Math.ceil(height / by), { kernel: 'mitchell', fit: 'fill' })
    .median(9)
    .blur(6)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (map.data.every((shade) => shade >= LIGHT_ENOUGH)) return gray
  const { width: mapWidth, height: mapHeight } = map.info
  const paper = await sharp(map.data, { raw: { width: mapWidth, height: mapHeight, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  const out = new Uint8Array(data.length)
  for (let i = 0; i < out.length; i++) out[i] = Math.min(255, ((data[i] ?? 255) * PAPER) / Math.max(DARKEST, paper[i] ?? PAPER))
  return { data: out, width, height }
}
