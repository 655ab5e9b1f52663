import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** A finished answer in the encodings that were asked for so far. */
export class FinishedPage {
  readonly etag: string
  readonly type: string
  readonly cacheControl: string
  readonly #bodies = new Map<Encoding, Buffer>()

  constructor(body: Buffer, type: string, cacheControl: string) {
    this.type = type
    this.cacheControl = cacheControl
    // Weak: the same page in another encoding is the same page, though not the same bytes.
    this.etag = `W/"${createHash('sha1').update(body).digest('base64url').slice(0, 16)}"`
    this.#bodies.set('identity', body)
  }

  ready(encoding: Encoding): Buffer | undefined {
    return this.#bodies.get(encoding)
  }

  get bytes(): number {
    let sum = 0
    for (const body of this.#bodies.values()) sum += body.length
    return sum
  }

  /** Compressed off the main thread, once. */
  async body(encoding: Encoding): Promise<Buffer> {
    const known = this.#bodies.get(encoding)
    if (known) return known
    const made = await compressed(this.#bodies.get('identity') ?? Buffer.alloc(0), encoding)
    this.#bodies.set(encoding, made)
    return made
  }
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

// Quality 5 and level 6: the knee of the curve for pages of this size (docs/decisions).
const compressed = (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
    : encoding === 'gzip'
      ? gzipped(body, { level: 6 })
      : Promise.resolve(body)

/** The encoding to send: the best that the client names. Fonts are compressed already. */
export const encodingFor = (accept: string | undefined | null, type: string): Encoding => {
  if (!accept || type === 'font/woff2') return 'identity'
  return /\bbr\b(?!;\s*q=0(?:\.0+)?(?:,|$))/.test(accept)
    ? 'br'
    : /\bgzip\b(?!;\s*q=0(?:\.0+)?(?:,|$))/.test(accept)
      ? 'gzip'
      : 'identity'
}

/** Finished pages by address, bounded in bytes; the one made longest ago goes first. */
export class PageCache {
  readonly #pages = new Map<string, { readonly page: FinishedPage; counted: number }>()
  readonly #bound: number
  #bytes = 0

  constructor(boundBytes: number) {
    this.#bound = boundBytes
  }

  get(address: string): FinishedPage | undefined {
    return this.#pages.get(address)?.page
  }

  keep(address: string, page: FinishedPage) {
    this.#drop(address)
    this.#pages.set(address, { page, counted: 0 })
    this.recount(address)
  }

  /** After a page gained an encoding. */
  recount(address: string) {
    const entry = this.#pages.get(address)
    if (!entry) return
    const { bytes } = entry.page
    this.#bytes += bytes - entry.counted
    entry.counted = bytes
    // To the end: a map keeps the order in which its entries were set.
    this.#pages.delete(address)
    this.#pages.set(address, entry)
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#bound || oldest === address) return
      this.#drop(oldest)
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#pages.size
  }

  #drop(address: string) {
    const entry = this.#pages.get(address)
    if (!entry) return
    this.#bytes -= entry.counted
    this.#pages.delete(address)
  }
}
