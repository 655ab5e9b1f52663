import { inflateRawSync } from 'node:zlib'

const CENTRAL = 0x02014b50
const END = 0x06054b50

export interface ZipContents {
  readonly names: readonly string[]
  /** XML parts unpack to more than the limit: the archive is a bomb, or no letter. */
  readonly tooLarge: boolean
}

/**
 * Looks into a ZIP without trusting its own figures: lists names and unpacks the XML parts under a
 * limit, so that a bomb is known before a library swallows it. Null: not a readable ZIP.
 */
export function zipContents(bytes: Uint8Array, limit: number): ZipContents | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > view.length || view.readUInt32LE(end) !== END) return null
  const names: string[] = []
  let left = limit
  let at = view.readUInt32LE(end + 16)
  for (let i = view.readUInt16LE(end + 10); i > 0; i--) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== CENTRAL) return null
    const method = view.readUInt16LE(at + 10)
    const packed = view.readUInt32LE(at + 20)
    const nameLength = view.readUInt16LE(at + 28)
    const local = view.readUInt32LE(at + 42)
    const name = view.toString('utf8', at + 46, at + 46 + nameLength)
    names.push(name)
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
    if (!/\.(?:xml|rels)$/i.test(name) || local + 30 > view.length) continue
    const data = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
    left -= method === 8 ? unpackedSize(view.subarray(data, data + packed), left) : packed
    if (left < 0) return { names, tooLarge: true }
  }
  return { names, tooLarge: false }
}

function unpackedSize(packed: Buffer, limit: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) }).length
  } catch (error) {
    // A damaged part is the library's to report; only size is judged here.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? limit + 1 : 0
  }
}
