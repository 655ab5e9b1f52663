import { inflateSync } from 'node:zlib'

/** The TrueType or OpenType font inside a WOFF 1 file (W3C, "WOFF File Format 1.0"): the typesetter reads no WOFF. */
export function fontOfWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 44 + i * 20
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [number, number, number]
    const bytes = woff.subarray(offset, offset + packed)
    return { entry: woff.subarray(at, at + 20), data: packed < length ? inflateSync(bytes) : bytes }
  })
  const head = Buffer.alloc(12 + count * 16)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const parts: Buffer[] = [head]
  let end = head.length
  tables.forEach(({ entry, data }, i) => {
    const at = 12 + i * 16
    entry.copy(head, at, 0, 4)
    entry.copy(head, at + 4, 16, 20)
    head.writeUInt32BE(end, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const padded = (data.length + 3) & ~3
    parts.push(data, Buffer.alloc(padded - data.length))
    end += padded
  })
  return Buffer.concat(parts)
}
