import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { ImageError } from './imageError.ts'
import type { PictureKind } from './kinds.ts'
import { IMAGE_LIMITS } from './protocol.ts'

sharp.cache(false)
// The pool of threads above is what uses the cores.
sharp.concurrency(1)

const OPTIONS: SharpOptions = { limitInputPixels: IMAGE_LIMITS.pixels, failOn: 'error', sequentialRead: true }

/** Pages of a picture file: those of a TIFF; everything else is one, an animation its first frame. */
export async function pictureCount(bytes: Uint8Array, kind: PictureKind): Promise<number> {
  if (kind === 'heic') return 1
  const meta = await readable(() => sharp(bytes, OPTIONS).metadata())
  if (meta.width * (meta.pageHeight ?? meta.height) > IMAGE_LIMITS.pixels) throw new ImageError('too-large')
  return kind === 'tiff' ? Math.min(meta.pages ?? 1, IMAGE_LIMITS.pages) : 1
}

/** A page of a picture file, upright, on white, without anything the file says about itself. */
export async function openPicture(bytes: Uint8Array, kind: PictureKind, page: number): Promise<Sharp> {
  if (page < 1 || page > (await pictureCount(bytes, kind))) throw new ImageError('unreadable')
  const opened = kind === 'heic' ? await openHeic(bytes) : sharp(bytes, { ...OPTIONS, page: page - 1 }).autoOrient()
  return opened.flatten({ background: '#fff' })
}

async function openHeic(bytes: Uint8Array): Promise<Sharp> {
  const { default: heif } = await import('heic-decode')
  const images = await readable(() => heif.all({ buffer: bytes }))
  try {
    const [first] = images
    if (!first) throw new ImageError('unreadable')
    const { width, height } = first
    if (width * height > IMAGE_LIMITS.pixels) throw new ImageError('too-large')
    const { data } = await readable(() => first.decode())
    return sharp(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } })
  } finally {
    images.dispose()
  }
}

/** What the decoders throw about a file, told apart only by whether it was too large. */
export async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ImageError) throw error
    throw new ImageError(/pixel limit|too large|out of memory/i.test(String(error)) ? 'too-large' : 'unreadable')
  }
}
