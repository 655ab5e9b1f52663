import { type Line, plain } from './line.ts'
import { readMarker } from './marker.ts'
import { regionOf } from './sections.ts'

const MAX_LENGTH = 100
const SMALL_WORDS = new Set('a an and as at by for from in of on or per the to vs with without'.split(' '))

/**
 * Depth of a heading, 1 outermost, or null for a line that is none. A heading whose words the
 * section table knows stands above one that it does not, so that an indication's name nests in
 * "Coverage Criteria" and a drug's name nests in "Background".
 */
export function headingLevel(line: Line, next: Line | null): number | null {
  const hashes = /^(#{1,6})\s+/.exec(line.raw)
  if (hashes?.[1]) return hashes[1].length
  const text = plain(line.raw)
  if (text.length > MAX_LENGTH || text.length < 3 || !/[A-Za-z]{2}/.test(text)) return null
  if (/^[^*|]+\*\*[^*]+\*\*:?$/.test(line.raw)) return line.blankBefore ? 8 : null
  if (/^\*\*[^*]+\*\*\s*:?$/.test(line.raw)) return line.blankBefore && !readMarker(line.raw) ? 9 : null
  if (/[.;,]$/.test(text) || readMarker(line.raw) || /\b(following|if|when)\b.*:?$/i.test(text)) return null
  const known = regionOf(text) !== null
  if (isCapitals(text)) return line.blankBefore || known ? (known ? 10 : 12) : null
  if (regionOf(text) === 'aside' && text.length <= 40 && isTitle(text)) return 11
  if (text.endsWith(':') || !line.blankBefore || !isTitle(text)) return null
  if (known && (text.length <= 70 || regionOf(text) === 'title')) return 11
  return next && (next.blankBefore || readMarker(next.raw) || /:$/.test(plain(next.raw))) && text.length <= 70 ? 13 : null
}

/** All letters capitals, and enough of them not to be an abbreviation in running text. */
const isCapitals = (text: string) =>
  !/[a-z]/.test(text) && text.replace(/[^A-Z]/g, '').length >= 4 && !/^(AND|OR|NOTE)\b/.test(text)

/** Capitalised as titles are, or a few words that the section table knows. */
const isTitle = (text: string) => {
  const words = text.split(/[\s/–-]+/).filter((w) => /[A-Za-z]/.test(w))
  const capital = words.filter((w) => /^[^a-zA-Z]*[A-Z]/.test(w) || SMALL_WORDS.has(w.toLowerCase()))
  if (words.length > 10 || !/^[^a-zA-Z]*[A-Z]/.test(text)) return false
  return (
    capital.length === words.length ||
    (words.length <= 6 &&
      regionOf(text) !== null &&
      !/^(patient|member|individual|documentation|diagnosis|history|evidence|must)\b/i.test(text))
  )
}
