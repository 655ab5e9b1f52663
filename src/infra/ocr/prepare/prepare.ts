import sharp, { type Sharp } from 'sharp'
import { openPicture, readable } from '../../images/decode.ts'
import { type Gray, turned } from '../../images/gray.ts'
import type { PagedKind } from '../../images/kinds.ts'
import { IMAGE_LIMITS, type Prepared } from '../../images/protocol.ts'
import { rasterPdf } from '../../images/rasterPdf.ts'
import { dewarp } from './dewarp.ts'
import { despeckle, isFax, isSquatFax, stretched } from './fax.ts'
import { flatten } from './flatten.ts'
import { lieOf } from './skew.ts'

/** Longer side, in pixels, that smaller pages are enlarged to: below it small print is misread. */
const ENOUGH = 2800
/** A picture smaller than a quarter of that holds no page. */
const MOST_ENLARGED = 4
const LEAST_ANGLE = 0.2
const DOTS_PER_POINT = 300 / 72

/** One page made ready to be recognised: flat, evenly lit, its lines level, large enough. */
export async function prepare(bytes: Uint8Array, kind: PagedKind, page: number): Promise<Prepared> {
  const { gray: seen, pixelsPerPoint } = await load(bytes, kind, page)
  const fax = isFax(seen)
  const sheet = fax ? despeckle(seen) : (await dewarp(seen)).gray
  const even = fax ? sheet : await flatten(sheet)
  const lie = await lieOf(even)
  const quarter = lie.sideways ? turned(even, 1) : even
  const level = Math.abs(lie.angle) < LEAST_ANGLE ? quarter : await leveled(quarter, lie.angle)
  const longer = Math.max(level.width, level.height)
  const scale = longer < ENOUGH ? Math.min(MOST_ENLARGED, ENOUGH / longer) : 1
  const gray = scale === 1 ? level : await enlarged(level, scale)
  return { gray, pixelsPerPoint: pixelsPerPoint && pixelsPerPoint * scale, sideways: lie.sideways }
}

async function load(bytes: Uint8Array, kind: PagedKind, page: number) {
  const { side } = IMAGE_LIMITS
  if (kind === 'pdf') {
    const scale = (w: number, h: number) => Math.min(DOTS_PER_POINT, side / Math.max(w, h))
    const { picture, pixelsPerPoint } = await rasterPdf(bytes, page, scale)
    return { gray: await grayOf(picture), pixelsPerPoint }
  }
  const picture = await openPicture(bytes, kind, page)
  const gray = await grayOf(picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }))
  return { gray: isSquatFax(gray) ? stretched(gray) : gray, pixelsPerPoint: null }
}

async function grayOf(picture: Sharp): Promise<Gray> {
  const { data, info } = await readable(() =>
    picture.greyscale().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true }),
  )
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

const open = (gray: Gray) => sharp(gray.data, { raw: { width: gray.width, height: gray.height, channels: 1 } })
const leveled = (gray: Gray, angle: number) => grayOf(open(gray).rotate(-angle, { background: '#fff' }))
const enlarged = (gray: Gray, scale: number) =>
  grayOf(open(gray).resize(Math.round(gray.width * scale), Math.round(gray.height * scale), { fit: 'fill', kernel: 'cubic' }))
