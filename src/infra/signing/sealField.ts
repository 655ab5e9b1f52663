import { pageNumbersOf, readPlain } from '../pdf/plainPdf.ts'

/** Bytes for the CMS signature; two RSA-4096 certificates and their signature take under half. */
const ROOM = 8192
/** A byte range is written into this many characters once it is known. */
const RANGE = 60

export interface SealField {
  readonly pdf: Buffer
  /** Where the byte range is to be written. */
  readonly rangeAt: number
  /** From the opening to after the closing bracket of the signature's hexadecimal string. */
  readonly gap: { readonly start: number; readonly end: number }
}

/**
 * Adds an empty signature field as an incremental update: the pages stay, byte for byte, the start of
 * the file. The field has no appearance; the certificate page shows what was signed. For PDFs in the
 * plain dialect that we write.
 */
export function withSealField(
  pdf: Buffer,
  says: { readonly name: string; readonly reason: string; readonly at: Date },
): SealField {
  const plain = readPlain(pdf)
  const head = (n: number): string => plain.objects.get(n)?.head ?? ''
  const page = pageNumbersOf(plain).at(-1)
  if (page === undefined) throw new Error('a PDF without pages')
  const [signature, widget] = [Math.max(...plain.objects.keys()) + 1, Math.max(...plain.objects.keys()) + 2]
  const annotations = /\/Annots\s*\[([^\]]*)\]/.exec(head(page))?.[1] ?? ''
  if (/\/Annots \d/.test(head(page)) || /\/AcroForm\b/.test(head(plain.root))) throw new Error('a PDF of another dialect')
  const range = `/ByteRange [${' '.repeat(RANGE)}]`
  const objects: [number, string][] = [
    [plain.root, added(head(plain.root), `/AcroForm << /Fields [${widget} 0 R] /SigFlags 3 >>`)],
    [
      page,
      added(
        head(page)
          .replace(/\/Annots\s*\[[^\]]*\]/, '')
          .replace(/\/Tabs\s*\/\w+/, ''),
        `/Annots [${annotations} ${widget} 0 R] /Tabs /S`,
      ),
    ],
    [
      signature,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached ${range} /Contents <${'0'.repeat(2 * ROOM)}> /M ${pdfDate(says.at)} /Name ${hexText(says.name)} /Reason ${hexText(says.reason)} >>`,
    ],
    [
      widget,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /TU (Digital seal of this document) /Contents (Digital seal of this document) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V ${signature} 0 R >>`,
    ],
  ]
  return written(pdf, objects, plain)
}

const added = (dictionary: string, entries: string): string => dictionary.replace(/>>\s*$/, () => `${entries} >>`)

function written(pdf: Buffer, objects: readonly (readonly [number, string])[], plain: ReturnType<typeof readPlain>): SealField {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 1024))
  const before = /startxref\s+(\d+)/.exec(tail)?.[1]
  const id = /\/ID\s*\[([\s\S]*?)\]\s*>>\s*startxref/.exec(tail)?.[1]
  if (before === undefined) throw new Error('a PDF without a cross-reference table')
  let text = pdf.at(-1) === 10 ? '' : '\n'
  const rows = [...objects]
    .sort(([a], [b]) => a - b)
    .map(([n, body]) => {
      const row = `${n} 1\n${String(pdf.length + text.length).padStart(10, '0')} 00000 n \n`
      text += `${n} 0 obj\n${body}\nendobj\n`
      return row
    })
  const size = Math.max(...objects.map(([n]) => n)) + 1
  const info = plain.info === null ? '' : ` /Info ${plain.info} 0 R`
  const start = pdf.length + text.length
  const trailer = `<< /Size ${size} /Root ${plain.root} 0 R${info} /Prev ${before}${id === undefined ? '' : ` /ID [${id}]`} >>`
  const update = `${text}xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`
  const rangeAt = pdf.length + update.indexOf('/ByteRange [') + '/ByteRange ['.length
  const gapStart = pdf.length + update.indexOf('/Contents <') + '/Contents '.length
  return {
    pdf: Buffer.concat([pdf, Buffer.from(update, 'latin1')]),
    rangeAt,
    gap: { start: gapStart, end: gapStart + 2 * ROOM + 2 },
  }
}

/** "(D:20261122140307Z)" */
const pdfDate = (at: Date): string => `(D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`

/** UTF-16 as a hexadecimal string, so that a name needs no escapes. */
const hexText = (text: string): string => `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`
