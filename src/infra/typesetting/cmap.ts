/** The code points a TrueType font maps to a glyph, from its Unicode cmap (formats 4 and 12). */
export function codePoints(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i++) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === 'cmap') return fromCmap(font.subarray(font.readUInt32BE(entry + 8)))
  }
  throw new Error('font without a cmap table')
}

function fromCmap(cmap: Buffer): Set<number> {
  const found = new Set<number>()
  const count = cmap.readUInt16BE(2)
  for (let i = 0; i < count; i++) {
    const sub = cmap.subarray(cmap.readUInt32BE(8 + i * 8))
    const format = sub.readUInt16BE(0)
    if (format === 4) format4(sub, found)
    else if (format === 12) format12(sub, found)
  }
  return found
}

function format4(sub: Buffer, found: Set<number>) {
  const segments = sub.readUInt16BE(6) / 2
  const [ends, starts] = [14, 16 + segments * 2]
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4]
  for (let s = 0; s < segments; s++) {
    const [end, start] = [sub.readUInt16BE(ends + s * 2), sub.readUInt16BE(starts + s * 2)]
    const [delta, offset] = [sub.readUInt16BE(deltas + s * 2), sub.readUInt16BE(offsets + s * 2)]
    for (let c = start; c <= end && c !== 0xffff; c++) {
      const glyph = offset === 0 ? c : sub.readUInt16BE(offsets + s * 2 + offset + (c - start) * 2)
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(c)
    }
  }
}

function format12(sub: Buffer, found: Set<number>) {
  const groups = sub.readUInt32BE(12)
  for (let g = 0; g < groups; g++) {
    const at = 16 + g * 12
    const end = sub.readUInt32BE(at + 4)
    for (let c = sub.readUInt32BE(at); c <= end; c++) found.add(c)
  }
}
