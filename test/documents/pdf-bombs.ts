import { deflateSync } from 'node:zlib'

/** A PDF of numbered objects with a right cross-reference table. */
function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let size = parts[0]?.length ?? 0
  const put = (part: Buffer) => {
    parts.push(part)
    size += part.length
  }
  objects.forEach((object, i) => {
    offsets.push(size)
    put(Buffer.from(`${i + 1} 0 obj\n`))
    put(Buffer.from(object))
    put(Buffer.from('\nendobj\n'))
  })
  const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${size}\n%%EOF`,
    ),
  )
  return Buffer.concat(parts)
}

const stream = (dictionary: string, data: Buffer) =>
  Buffer.concat([Buffer.from(`<<${dictionary}/Length ${data.length}>>\nstream\n`), data, Buffer.from('\nendstream')])

const page = (content: Buffer, more: readonly (string | Buffer)[] = [], resources = '<<>>', box = '[0 0 612 792]') =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents 4 0 R/Resources ${resources}>>`,
    content,
    ...more,
  ])

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const WITH_FONT = '<</Font<</F1 5 0 R>>>>'

/** Half a gigabyte of blanks, packed twice into a few kilobytes. */
export const packedTwice = (): Buffer =>
  page(stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(Buffer.alloc(1 << 29, 32), { level: 1 }))))

/** Twelve forms that each draw the next ten times. */
export function nestedForms(): Buffer {
  const forms = Array.from({ length: 12 }, (_, i) =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<</XObject<</F ${6 + i} 0 R>>>>`,
      Buffer.from(i < 11 ? '/F Do '.repeat(10) : 'BT ET'),
    ),
  )
  return page(stream('', Buffer.from('/F Do')), forms, '<</XObject<</F 5 0 R>>>>')
}

/** Twenty million characters on one page. */
export const tooManyCharacters = (): Buffer =>
  page(
    stream(
      '/Filter/FlateDecode',
      deflateSync(Buffer.from(`BT /F1 10 Tf 10 10 Td ${`(${'A'.repeat(50)}) Tj `.repeat(400_000)}ET`)),
    ),
    [HELVETICA],
    WITH_FONT,
  )

/** A page of 20 million by 20 million points with two words at its ends. */
export const giantPage = (): Buffer =>
  page(
    stream('', Buffer.from('BT /F1 10 Tf 1e7 1e7 Td (Hello) Tj ET BT /F1 10 Tf 10 10 Td (there) Tj ET')),
    [HELVETICA],
    WITH_FONT,
    '[0 0 20000000 20000000]',
  )

/** A page tree that claims a thousand million pages. */
export const claimsManyPages = (): Buffer =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1000000000>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
  ])

/** Two million open brackets in the catalogue. */
export const deepNesting = (): Buffer =>
  pdfOf([`<</Type/Catalog/Pages 2 0 R/X ${'['.repeat(2e6)}${']'.repeat(2e6)}>>`, '<</Type/Pages/Kids[]/Count 0>>'])
