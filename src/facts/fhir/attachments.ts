import type { Attachment } from './resources.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const LONGEST = 2_000_000

/** The words of an attached text or HTML document; null for other formats and for what is only linked. */
export function attachedText({ contentType = '', data }: Attachment): string | null {
  const type = contentType.toLowerCase().split(';')[0]?.trim()
  if (!data || data.length > LONGEST || (type !== 'text/plain' && type !== 'text/html' && type !== 'text/markdown')) return null
  const text = utf8(data)
  const words = type === 'text/html' ? withoutTags(text ?? '') : (text ?? '')
  return words.trim() ? words.replace(/\r\n?/g, '\n').replace(/\f/g, '\n').trim() : null
}

/** Base64 to text; null where it is neither base64 nor UTF-8. */
function utf8(data: string): string | null {
  let percent = ''
  let bits = 0
  let held = 0
  for (const c of data.replace(/[\s=]/g, '')) {
    const value = ALPHABET.indexOf(c === '-' ? '+' : c === '_' ? '/' : c)
    if (value < 0) return null
    held = (held << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      percent += `%${((held >> bits) & 255).toString(16).padStart(2, '0')}`
    }
    held &= (1 << bits) - 1
  }
  try {
    return decodeURIComponent(percent)
  } catch {
    return null
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Every step is linear in the length: what is attached was written by others. */
function withoutTags(html: string): string {
  const [first = '', ...rest] = html.split(/<(?:script|style)\b/i)
  const outside = rest.map((part) => part.slice(Math.max(part.search(/<\/(?:script|style)>/i), 0)))
  return [first, ...outside]
    .join('')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<\/t[dh]>/gi, '   ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/&#(\d{2,5});/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}
