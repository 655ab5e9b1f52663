import { htmlText } from './html-text.ts'

/** Text of a Word document, tables as rows; throws when the file is damaged. Pictures are left out; null as for HTML. */
export async function docxText(bytes: Uint8Array): Promise<string | null> {
  const { default: mammoth } = await import('mammoth')
  const withoutPictures = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: withoutPictures })
  return htmlText(value)
}
