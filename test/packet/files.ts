import { crc32, deflateSync } from 'node:zlib'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fonts } from '../../src/infra/typesetting/fonts.ts'
import type { ExhibitFile } from '../../src/packet/plan.ts'

/** A PDF of plausible record pages with embedded fonts, made on the spot. */
export function recordPdf(title: string, pages: number, page = 'paper: "us-letter"'): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts().files] }] })
  const body = Array.from({ length: pages }, (_, i) => `= ${title}, sheet ${i + 1}\n#lorem(220)\n\nEND OF SHEET ${i + 1}`)
  const source = `#set document(title: "${title}")\n#set page(${page})\n#set text(font: "Source Serif 4")\n${body.join('\n#pagebreak()\n')}`
  return new Uint8Array(compiler.pdf({ mainFileContent: source }, { creationTimestamp: 0 }))
}

/** One Letter page with `content` and what else its dictionary holds; `more` are further objects from 6 on. */
export function pagePdf(content: string, page = '', more: readonly string[] = []): Uint8Array {
  const stream = (dict: string, data: string) => `<< ${dict} /Length ${data.length} >>\nstream\n${data}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R ${page} >>`,
    stream('', content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((o, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${o}\nendobj\n`
    return at
  })
  const xref = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new Uint8Array(Buffer.from(out, 'latin1'))
}

const words = (text: string, at: string) => `BT /F 24 Tf ${at} Td (${text}) Tj ET`

/** A page with a stamp that is an annotation, as "received" stamps are. */
export const annotatedPdf = (): Uint8Array => {
  const appearance = 'BT /F 14 Tf 8 14 Td (RECEIVED 09/22) Tj ET'
  return pagePdf(words('Base content', '72 700'), '/Annots [6 0 R]', [
    '<< /Type /Annot /Subtype /Stamp /Rect [72 600 272 640] /F 4 /AP << /N 7 0 R >> >>',
    `<< /Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << /F 5 0 R >> >> /Length ${appearance.length} >>\nstream\n${appearance}\nendstream`,
  ])
}

/** Text that runs upward in the file and reads upright once /Rotate 90 is applied. */
export const rotatedPdf = (): Uint8Array => pagePdf('BT /F 24 Tf 0 1 -1 0 300 100 Tm (Turned page) Tj ET', '/Rotate 90')

/** Outside the crop box there is a word that nobody sees. */
export const croppedPdf = (): Uint8Array =>
  pagePdf(`${words('Inside', '200 400')} ${words('Outside', '10 10')}`, '/CropBox [100 300 500 700]')

/** `/Artifact` marks of the exhibit's own, which may not stand inside our figure. */
export const markedPdf = (): Uint8Array =>
  pagePdf(`/Artifact BMC ${words('Running head', '72 760')} EMC ${words('Body', '72 600')}`)

/** The standard security handler with an unknown user password. */
export const lockedPdf = (): Uint8Array => {
  const zeros = '00'.repeat(32)
  const id = '0123456789abcdef0123456789abcdef'
  const body = Buffer.from(
    pagePdf(words('Secret', '72 700'), '', [`<< /Filter /Standard /V 1 /R 2 /O <${zeros}> /U <${zeros}> /P -4 >>`]),
  ).toString('latin1')
  return new Uint8Array(Buffer.from(body.replace('/Root 1 0 R', `/Root 1 0 R /Encrypt 6 0 R /ID [<${id}> <${id}>]`), 'latin1'))
}

/** A black picture, `width` × `height` pixels. */
export function picturePng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const out = Buffer.alloc(12 + data.length)
    out.writeUInt32BE(data.length)
    out.write(type, 4, 'latin1')
    data.copy(out, 8)
    out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = deflateSync(Buffer.alloc((width + 1) * height))
  const data = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...data]))
}

export const file = (name: string, bytes: Uint8Array, text: readonly string[] | null = null): ExhibitFile => ({
  name,
  bytes,
  text,
})
