import { crc32, deflateRawSync } from 'node:zlib'
import { type CivilDate, dateParts } from '../../base/date.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const DEFLATED = 8
const NOON = 12 << 11

/** A zip of files, text as UTF-8, each dated noon of `today`, so that the clock leaves no trace in it. */
export function zip(files: readonly (readonly [name: string, content: string | Uint8Array])[], today: CivilDate): Uint8Array {
  const { year, month, day } = dateParts(today)
  const date = ((Math.min(Math.max(year, 1980), 2107) - 1980) << 9) | (month << 5) | day
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, given] of files) {
    const content = typeof given === 'string' ? Buffer.from(given) : given
    const data = deflateRawSync(content)
    // The fields that stand in both headers, from "version needed" to the lengths of name and extra.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(DEFLATED, 4)
    common.writeUInt16LE(NOON, 6)
    common.writeUInt16LE(date, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([uint32(LOCAL), common, Buffer.from(name), data])
    directory.push(uint32(CENTRAL), uint16(VERSION), common, Buffer.alloc(10), uint32(at), Buffer.from(name))
    bodies.push(local)
    at += local.length
  }
  const entries = Buffer.concat(directory)
  const count = uint16(files.length)
  const end = [uint32(END), Buffer.alloc(4), count, count, uint32(entries.length), uint32(at), uint16(0)]
  return new Uint8Array(Buffer.concat([...bodies, entries, ...end]))
}

const uint16 = (n: number): Buffer => Buffer.from(Uint16Array.of(n).buffer)
const uint32 = (n: number): Buffer => Buffer.from(Uint32Array.of(n).buffer)
