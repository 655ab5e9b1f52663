/**
 * Reads and writes PDFs in the two dialects that our own tools emit (Typst and PDFium): plain
 * objects, one classic cross-reference table, generation 0, direct stream lengths. Not a general
 * PDF reader: people's files go through PDFium first.
 */
export interface PlainObject {
  /** All but the stream: a dictionary, array or other value, as Latin-1. */
  readonly head: string
  /** From the keyword `stream` to `endstream`, both included. */
  readonly stream: Buffer | null
}

export interface PlainPdf {
  readonly objects: ReadonlyMap<number, PlainObject>
  readonly root: number
  readonly info: number | null
}

export function readPlain(pdf: Buffer): PlainPdf {
  const start = Number(/startxref\s+(\d+)/.exec(pdf.toString('latin1', Math.max(0, pdf.length - 64)))?.[1])
  const tail = pdf.toString('latin1', start)
  const offsets = xref(tail)
  const ordered = [...offsets.values(), start].sort((a, b) => a - b)
  const next = new Map(ordered.map((at, i) => [at, ordered[i + 1] ?? start]))
  const objects = new Map([...offsets].map(([n, at]) => [n, readObject(pdf.subarray(at, next.get(at)))]))
  const trailer = tail.slice(tail.indexOf('trailer'))
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
  if (!objects.has(root)) throw new Error('a PDF of another dialect')
  const info = /\/Info (\d+) 0 R/.exec(trailer)?.[1]
  return { objects, root, info: info === undefined ? null : Number(info) }
}

function xref(tail: string): Map<number, number> {
  const offsets = new Map<number, number>()
  let number = 0
  for (const [line] of tail.slice(0, tail.indexOf('trailer')).matchAll(/^\d+ \d+( [nf])?/gm)) {
    const [a, , kind] = line.split(' ')
    if (kind === undefined) number = Number(a)
    else {
      if (kind === 'n') offsets.set(number, Number(a))
      number += 1
    }
  }
  return offsets
}

function readObject(bytes: Buffer): PlainObject {
  const stream = streamStart(bytes)
  const end = stream ?? bytes.lastIndexOf('endobj')
  const head = bytes
    .toString('latin1', 0, end)
    .replace(/^\s*\d+ 0 obj\s*/, '')
    .trimEnd()
  return { head, stream: stream === null ? null : bytes.subarray(stream, bytes.lastIndexOf('endstream') + 'endstream'.length) }
}

/** `stream` counts only where the dictionary's own /Length leads from it to `endstream`. */
function streamStart(bytes: Buffer): number | null {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 1)) {
    const data = at + 6 + (bytes[at + 6] === 13 ? 2 : 1)
    const length = [...bytes.toString('latin1', 0, at).matchAll(/\/Length (\d+)/g)]
    if (length.some(([, n]) => /^\s*endstream/.test(bytes.toString('latin1', data + Number(n), data + Number(n) + 12)))) return at
  }
  return null
}

/** Strings and names are tokens of their own, so that "1 0 R" inside one is left alone. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]+|(\d+) 0 R\b/g

export const references = (head: string): number[] =>
  [...head.matchAll(TOKEN)].flatMap(([, n]) => (n === undefined ? [] : [Number(n)]))

/** A reference to an object that is not there means null (ISO 32000-1, 7.3.10), and is written so. */
export const renumbered = (head: string, to: (n: number) => number | undefined): string =>
  head.replace(TOKEN, (token, n: string | undefined) => {
    if (n === undefined) return token
    const number = to(Number(n))
    return number === undefined ? 'null' : `${number} 0 R`
  })

/** Object numbers of the pages, in order. */
export function pageNumbersOf({ objects, root }: PlainPdf): number[] {
  const walk = (n: number): number[] => {
    const head = objects.get(n)?.head ?? ''
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(head)?.[1]
    return kids === undefined ? [n] : references(kids).flatMap(walk)
  }
  const pages = /\/Pages (\d+) 0 R/.exec(objects.get(root)?.head ?? '')?.[1]
  return walk(Number(pages))
}

/** Objects 1…n as a file. `id` is 32 hexadecimal digits, given the body. */
export function writePlain(pdf: PlainPdf, id: (body: readonly Buffer[]) => string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  const size = Math.max(...pdf.objects.keys()) + 1
  const rows: string[] = ['0000000000 65535 f \n']
  const push = (b: Buffer) => {
    parts.push(b)
    at += b.length
  }
  for (let n = 1; n < size; n++) {
    const object = pdf.objects.get(n)
    rows.push(object ? `${String(at).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n')
    if (!object) continue
    push(Buffer.from(`${n} 0 obj\n${object.head}\n`, 'latin1'))
    if (object.stream) push(object.stream)
    push(Buffer.from('\nendobj\n', 'latin1'))
  }
  const hex = id(parts)
  const trailer = `<< /Size ${size} /Root ${pdf.root} 0 R${pdf.info === null ? '' : ` /Info ${pdf.info} 0 R`} /ID [<${hex}> <${hex}>] >>`
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n0 ${size}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'),
  ])
}
