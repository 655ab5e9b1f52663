/** What the bytes are, whatever the file is called. */
export type Sniffed = 'pdf' | 'zip' | 'html' | 'text' | 'utf16' | 'rtf' | 'svg' | 'binary'

const ascii = (bytes: Uint8Array, start: number, end: number) => Buffer.from(bytes.subarray(start, end)).toString('latin1')

export function sniff(bytes: Uint8Array): Sniffed {
  // Readers of PDF accept the header anywhere in the first kilobyte.
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (ascii(bytes, 0, 4) === 'PK\u0003\u0004') return 'zip'
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf16'
  if (!looksLikeText(bytes)) return 'binary'
  const head = ascii(bytes, 0, 4096).trimStart()
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (isDrawing(head)) return 'svg'
  return /^(?:ï»¿)?\s*(?:<!doctype html|<\?xml[^>]*\?>\s*<(?:!doctype )?html|<html|<head|<body|<!--)/i.test(head) ||
    isFragment(head)
    ? 'html'
    : 'text'
}

const isFragment = (head: string) => /^<(?:div|table|p|h[1-6]|article|section|main|meta|style)[\s>]/i.test(head)

const isDrawing = (head: string) =>
  /^(?:ï»¿)?\s*(?:<\?xml[^>]*\?>\s*|<!--[^>]*-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/i.test(head)

/** Text holds no NUL and next to no control characters. */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const b of sample) {
    if (b === 0) return false
    if (b < 0x20 && b !== 0x09 && b !== 0x0a && b !== 0x0c && b !== 0x0d && b !== 0x1b) controls++
  }
  return controls <= sample.length / 200
}
