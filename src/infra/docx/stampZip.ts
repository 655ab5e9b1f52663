import { type CivilDate, dateParts } from '../../base/date.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** Sets every entry's time to noon of `today`, so that the clock leaves no trace in the file. */
export function stampZip(zip: Buffer, today: CivilDate): Uint8Array {
  const out = Buffer.from(zip)
  const { year, month, day } = dateParts(today)
  const date = ((Math.min(Math.max(year, 1980), 2107) - 1980) << 9) | (month << 5) | day
  const stamp = (at: number) => {
    out.writeUInt16LE(12 << 11, at)
    out.writeUInt16LE(date, at + 2)
  }
  const end = out.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer))
  const entries = out.readUInt16LE(end + 10)
  let at = out.readUInt32LE(end + 16)
  for (let i = 0; i < entries; i++) {
    const local = out.readUInt32LE(at + 42)
    if (out.readUInt32LE(at) !== CENTRAL || out.readUInt32LE(local) !== LOCAL) throw new Error('a zip of another form')
    stamp(at + 12)
    stamp(local + 10)
    at += 46 + out.readUInt16LE(at + 28) + out.readUInt16LE(at + 30) + out.readUInt16LE(at + 32)
  }
  return new Uint8Array(out)
}
