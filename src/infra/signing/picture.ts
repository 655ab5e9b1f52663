import sharp, { type Sharp } from 'sharp'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import { parseStrokes, strokesSvg } from '../../packet/attestationStrokes.ts'

/** Every picture of a signature is this large, the hand at its lower left: the letter then sets all alike. */
const WIDTH = 900
const HEIGHT = 240
const LARGEST_FILE = 5_000_000
const MOST_PIXELS = 40_000_000
/** Long side at which an uploaded picture is looked at. */
const WORKING = 1600
/** Light as a share of the paper around it: above the first it is paper, below the other ink, between them an edge. */
const PAPER = 0.85
const INK = 0.55
/** Share of the picture that a signature's ink covers. */
const LEAST_INK = 0.0005
const MOST_INK = 0.5

/** A drawn signature as PNG. */
export async function drawnPicture(strokes: string): Promise<Outcome<Uint8Array>> {
  const parsed = parseStrokes(strokes)
  if (!parsed.ok) return parsed
  return ok(await onCanvas(sharp(Buffer.from(strokesSvg(parsed.value)), { density: 144 })))
}

/** A picture of a signature, drawn anew from its pixels: nothing else of the file is kept, its paper is clear. */
export async function uploadedPicture(bytes: Uint8Array): Promise<Outcome<Uint8Array>> {
  if (bytes.length > LARGEST_FILE) return refused('The picture is larger than 5 MB.', 'Send a smaller one.')
  if (!isPngOrJpeg(bytes)) return refused('This is not a PNG or JPEG picture.', 'Take a photo of the signature and send that.')
  try {
    return await inkOf(bytes)
  } catch {
    return refused('The picture can’t be opened.', 'Take the photo again.')
  }
}

async function inkOf(bytes: Uint8Array): Promise<Outcome<Uint8Array>> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .rotate()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize({ width: WORKING, height: WORKING, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const paper = await paperOf(data, width, height)
  const out = Buffer.alloc(width * height * 4)
  let [left, top, right, bottom, ink] = [width, height, -1, -1, 0]
  for (let i = 0; i < width * height; i++) {
    const [r, g, b] = [data[i * 3] ?? 255, data[i * 3 + 1] ?? 255, data[i * 3 + 2] ?? 255]
    const light = (0.299 * r + 0.587 * g + 0.114 * b) / Math.max(1, paper[i] ?? 255)
    const alpha = Math.round(255 * Math.min(1, Math.max(0, (PAPER - light) / (PAPER - INK))))
    out.set([r, g, b, alpha], i * 4)
    if (alpha < 128) continue
    ink += 1
    const [x, y] = [i % width, Math.floor(i / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const share = ink / (width * height)
  if (share < LEAST_INK || share > MOST_INK || right - left < 20)
    return refused(
      'No signature can be seen in the picture.',
      'Sign with a dark pen on white paper, and take the photo close up.',
    )
  const cut = { left, top, width: right - left + 1, height: bottom - top + 1 }
  const hand = await sharp(out, { raw: { width, height, channels: 4 } })
    .extract(cut)
    .png()
    .toBuffer()
  return ok(await onCanvas(sharp(hand)))
}

/** How bright the paper is at each pixel, ink smoothed away: a photo is never lit evenly. */
async function paperOf(rgb: Buffer, width: number, height: number): Promise<Buffer> {
  const small = { width: Math.max(1, Math.round(width / 16)), height: Math.max(1, Math.round(height / 16)) }
  const coarse = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .greyscale()
    .resize({ ...small, fit: 'fill' })
    .blur(5)
    .raw()
    .toBuffer()
  return sharp(coarse, { raw: { ...small, channels: 1 } })
    .resize({ width, height, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer()
}

async function onCanvas(hand: Sharp): Promise<Uint8Array> {
  const clear = { r: 255, g: 255, b: 255, alpha: 0 }
  const png = await hand
    .resize({ width: WIDTH, height: HEIGHT, fit: 'contain', position: 'left bottom', background: clear })
    .png({ compressionLevel: 9 })
    .toBuffer()
  return new Uint8Array(png)
}

const isPngOrJpeg = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return head === '\x89PNG\r\n\x1a\n' || head.startsWith('\xff\xd8\xff')
}

const refused = (say: string, fix: string) => fail(problem('form-invalid', 'signature', say, fix))
