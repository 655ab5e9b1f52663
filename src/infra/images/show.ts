import sharp, { type Sharp } from 'sharp'
import { openPicture, readable } from './decode.ts'
import type { Gray } from './gray.ts'
import type { PagedKind } from './kinds.ts'
import { type Encoded, IMAGE_LIMITS, type ImageType } from './protocol.ts'
import { rasterPdf } from './rasterPdf.ts'

/** Lossy WebP at which ten-point print stays sharp. */
const QUALITY = 82

/** One page for a browser, at most `width` pixels wide, nothing of the file's own words about itself in it. */
export async function showPage(bytes: Uint8Array, kind: PagedKind, page: number, width: number, type: ImageType) {
  if (kind !== 'pdf') return encode(await openPicture(bytes, kind, page), width, type)
  // A strip of paper a hundred times as tall as wide is made narrower instead of larger.
  const scale = (w: number, h: number) => Math.min(width / w, (2 * IMAGE_LIMITS.side) / h)
  return encode((await rasterPdf(bytes, page, scale)).picture, width, type)
}

export const encodeGray = (gray: Gray, width: number, type: ImageType): Promise<Encoded> =>
  encode(sharp(gray.data, { raw: { width: gray.width, height: gray.height, channels: 1 } }).toColourspace('b-w'), width, type)

async function encode(picture: Sharp, width: number, type: ImageType): Promise<Encoded> {
  const bounds = { width: Math.min(width, IMAGE_LIMITS.width), height: 2 * IMAGE_LIMITS.side }
  const sized = picture.resize({ ...bounds, fit: 'inside', withoutEnlargement: true })
  const packed = type === 'image/png' ? sized.png({ compressionLevel: 6 }) : sized.webp({ quality: QUALITY, effort: 2 })
  const { data, info } = await readable(() => packed.toBuffer({ resolveWithObject: true }))
  return { bytes: new Uint8Array(data), width: info.width, height: info.height }
}
