/** What happens to a page between the printer and the screen, the same each time. */
import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { openCv } from '../../src/infra/ocr/prepare/opencv.ts'

/** A page as it left the printer: PNG at 300 dots an inch. */
type Degrade = (page: Buffer) => Promise<Buffer>

/** Repeatable chance: a linear congruential generator. */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const at = (dpi: number) => async (page: Buffer) => {
  const { width } = await sharp(page).metadata()
  return sharp(page)
    .resize({ width: Math.round((width * dpi) / 300) })
    .png()
    .toBuffer()
}

async function noisy(gray: { data: Buffer; info: OutputInfo }, spread: number, seed: number): Promise<Sharp> {
  const random = chance(seed)
  const { data, info } = gray
  const out = Buffer.alloc(info.width * info.height)
  for (let i = 0; i < out.length; i++) {
    const noise = (random() + random() + random() - 1.5) * spread
    out[i] = Math.min(255, Math.max(0, (data[i * info.channels] ?? 255) + noise))
  }
  return sharp(out, { raw: { width: info.width, height: info.height, channels: 1 } })
}

const raw = (picture: Sharp) => picture.greyscale().raw().toBuffer({ resolveWithObject: true })

const scan: Degrade = async (page) => {
  const small = sharp(await at(150)(page)).rotate(0.7, { background: '#f4f2ee' })
  return (await noisy(await raw(small), 24, 7)).jpeg({ quality: 70 }).toBuffer()
}

/** 204 dots across, two levels, one pixel in two hundred turned. */
const fax: Degrade = async (page) => {
  const random = chance(11)
  const { data, info } = await raw(sharp(page).resize({ width: 1728 }))
  const out = Buffer.alloc(info.width * info.height)
  for (let i = 0; i < out.length; i++) {
    const dark = (data[i * info.channels] ?? 255) < 150
    out[i] = dark !== random() < 0.004 ? 0 : 255
  }
  return sharp(out, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png()
    .toBuffer()
}

/** On a dark desk, seen from an angle, lit from one side. `reach` is how far the corners wander, in shares. */
const photo =
  (reach: number, shade: number, seed: number): Degrade =>
  async (page) => {
    const cv = await openCv()
    const { data, info } = await raw(sharp(page).resize({ width: 1900 }))
    const [w, h] = [info.width, info.height]
    const [width, height] = [Math.round(w * 1.16), Math.round(h * 1.14)]
    const from = new cv.Mat(h, w, cv.CV_8UC1)
    for (let i = 0; i < w * h; i++) from.data[i] = data[i * info.channels] ?? 255
    const random = chance(seed)
    const corner = (x: number, y: number) => [x + (random() - 0.5) * reach * w, y + (random() - 0.5) * reach * h]
    const [x0, y0] = [0.08 * w, 0.07 * h]
    const to = [corner(x0, y0), corner(x0 + w, y0), corner(x0 + w, y0 + h), corner(x0, y0 + h)].flat()
    const a = cv.matFromArray(4, 1, cv.CV_32FC2, [0, 0, w, 0, w, h, 0, h])
    const b = cv.matFromArray(4, 1, cv.CV_32FC2, to)
    const lift = new cv.Mat(h, w, cv.CV_8UC1)
    lift.data.fill(255)
    const by = cv.getPerspectiveTransform(a, b)
    const [seen, mask] = [new cv.Mat(), new cv.Mat()]
    const size = new cv.Size(width, height)
    const CONSTANT = 0
    cv.warpPerspective(from, seen, by, size, cv.INTER_CUBIC, CONSTANT)
    cv.warpPerspective(lift, mask, by, size, cv.INTER_CUBIC, CONSTANT)
    const out = Buffer.alloc(width * height)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const i = y * width + x
        const light = 0.95 - shade * (0.6 * (x / width) + 0.4 * (y / height) ** 2)
        const paper = ((mask.data[i] ?? 0) / 255) * (seen.data[i] ?? 0) + (1 - (mask.data[i] ?? 0) / 255) * 52
        out[i] = Math.min(255, paper * light)
      }
    for (const mat of [from, a, b, lift, by, seen, mask]) mat.delete()
    const lit = { data: out, info: { ...info, width, height, channels: 1 as const } }
    return (await noisy(lit, 20, seed + 1)).blur(0.7).jpeg({ quality: 78 }).toBuffer()
  }

const rotated =
  (degrees: 90 | 180): Degrade =>
  async (page) =>
    sharp(await at(150)(page))
      .rotate(degrees)
      .png()
      .toBuffer()

export const DEGRADATIONS: Readonly<Record<string, Degrade>> = {
  '300 dpi': at(300),
  '150 dpi': at(150),
  '100 dpi': at(100),
  'scan, 0.7°': scan,
  fax,
  photo: photo(0.06, 0.35, 3),
  'hard photo': photo(0.16, 0.62, 5),
  'turned 90°': rotated(90),
  'turned 180°': rotated(180),
}
