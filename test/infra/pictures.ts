/** Pictures for tests, made on the spot: a letter as a scanner sees it, and files that want to do harm. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { pageImage } from '../../src/infra/images/pageImage.ts'

export const exampleLetter = (): Buffer =>
  readFileSync(fileURLToPath(new URL('../../examples/larotrectinib-marketplace/denial.pdf', import.meta.url)))

/** The example's first page at 120 dots an inch, as a PNG. */
export async function printedPage(): Promise<Buffer> {
  const page = await pageImage(exampleLetter(), 1, 1020, { type: 'image/png' })
  if (!page.ok) throw new Error(page.problems[0].say)
  return Buffer.from(page.value.bytes)
}

/** Its head and the block of names and numbers: enough to be read as a denial, in half the time. */
export async function upperHalf(page: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(page).metadata()
  return sharp(page)
    .extract({ left: 0, top: 0, width, height: Math.round(height * 0.55) })
    .png()
    .toBuffer()
}

/** Laid askew on the glass, and packed as scanners do. */
export const scanned = async (page: Buffer): Promise<Buffer> =>
  sharp(page).rotate(1.4, { background: '#fff' }).greyscale().jpeg({ quality: 80 }).toBuffer()

const solid = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#eee' } })

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** 900 million white pixels in a few kilobytes. */
export function bombPng(): Buffer {
  const side = 30_000
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // One bit a pixel, shades of gray.
  head.writeUInt8(1, 8)
  const rows = deflateSync(Buffer.alloc(side * (side / 8 + 1)), { level: 1 })
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

export const truncatedJpeg = async (): Promise<Buffer> => {
  const whole = await sharp(await printedPage())
    .jpeg()
    .toBuffer()
  return whole.subarray(0, whole.length / 2)
}

export const SVG = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/><text>Denied</text></svg>',
)

/** A JPEG whose comment claims to be a PDF. */
export const jpegThatSaysPdf = async (): Promise<Buffer> => {
  const jpeg = await solid(400, 300).jpeg().toBuffer()
  const comment = Buffer.from('%PDF-1.7 not really', 'latin1')
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)])
}

export const gifThatIsPdf = (): Buffer => Buffer.concat([Buffer.from('GIF89a'), exampleLetter()])

/** Small pictures of one shade each, as PNG. */
export const frames = (...backgrounds: readonly string[]): Promise<Buffer[]> =>
  Promise.all(
    backgrounds.map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )

export const animatedGif = async (): Promise<Buffer> =>
  sharp(await frames('#f00', '#0f0', '#00f'), { join: { animated: true } })
    .gif()
    .toBuffer()

/** A black page and a white one. */
export const twoPageTiff = async (): Promise<Buffer> =>
  sharp(await frames('#000', '#fff'), { join: { animated: true } })
    .tiff()
    .toBuffer()

export const cmykJpeg = (): Promise<Buffer> => solid(300, 200).toColourspace('cmyk').jpeg().toBuffer()
export const deepPng = (): Promise<Buffer> => solid(300, 200).toColourspace('rgb16').png().toBuffer()

/** Taken with the telephone on its side, with what it knows of the place. */
export const sidewaysPhoto = async (): Promise<Buffer> =>
  solid(400, 200)
    .composite([{ input: { create: { width: 40, height: 200, channels: 3, background: '#000' } }, left: 0, top: 0 }])
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 1/1 1/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

export const damagedHeic = (): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(3000, 9)])
