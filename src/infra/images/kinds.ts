/** Kinds of file that have pages to show. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'heic'
export type PagedKind = 'pdf' | PictureKind

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'])

/** What picture the bytes begin as, whatever the file is called; null: none that is read. Vector drawings are never read. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const begins = (...head: readonly number[]) => head.every((b, i) => bytes[i] === b)
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (begins(0x49, 0x49, 0x2a, 0x00) || begins(0x4d, 0x4d, 0x00, 0x2a)) return 'tiff'
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'gif'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (ascii(4, 8) === 'ftyp' && HEIC_BRANDS.has(ascii(8, 12))) return 'heic'
  return null
}
