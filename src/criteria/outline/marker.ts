/** What a list marker can be read as: the family it belongs to and its place in it. */
export interface Reading {
  /** "1." and "(1)" are different families: nesting follows them. */
  readonly family: string
  readonly ordinal: number
}

export interface Marker {
  /** Without its punctuation, as labels print it: "1", "a", "ii"; empty for a bullet. */
  readonly core: string
  /** Characters to skip in the raw line, blanks after the marker included. */
  readonly width: number
  /** Most likely first; "i." is a roman one before it is the ninth letter. */
  readonly readings: readonly [Reading, ...Reading[]]
}

const BULLET = /^([•·▪■□●○◦‣⁃∙➢►✓❑☐\uf0b7\uf0a7\uf0d8]|[-–—*§](?=\s)|o(?=\s+[A-Z(≥<])|\[ ?[xX]?\])\s*/
const CRITERION = /^(Criterion|Criteria|Requirement|Step|Item|Condition)\s+(\d{1,2}|[A-Z]|[IVX]{1,4})\s*[:.)–—-]\s*/i
const DOTTED = /^((?:\d{1,2}|[A-Z])(?:\.(?:\d{1,2}|[a-z]))+)[.)]?\s+/
const PAREN = /^\((\d{1,2}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})\)\s*/
const CLOSE = /^(\d{1,2}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})\)\s*/
const DOT = /^(\d{1,2}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})\.\s+/
const EMPHASIS = /^(\*\*|__|\^\^)+/

/** The marker a line begins with, or null. Whether it opens an item is for the outline to decide. */
export function readMarker(raw: string): Marker | null {
  const lead = EMPHASIS.exec(raw)?.[0].length ?? 0
  const text = raw.slice(lead)
  const bullet = BULLET.exec(text)
  if (bullet && bullet[0].length < text.length)
    return { core: '', width: lead + bullet[0].length, readings: [{ family: `bullet ${bullet[1]}`, ordinal: 1 }] }
  const criterion = CRITERION.exec(text)
  if (criterion?.[1] && criterion[2])
    return marker(criterion[2], lead + criterion[0].length, readings(criterion[2], `${criterion[1].toLowerCase()} `))
  const dotted = DOTTED.exec(text)
  if (dotted?.[1]) return dottedMarker(dotted[1], lead + dotted[0].length)
  for (const [pattern, style] of [
    [PAREN, '()'],
    [CLOSE, ')'],
    [DOT, '.'],
  ] as const) {
    const m = pattern.exec(text)
    if (m?.[1] && m[0].length < text.length) return marker(m[1], lead + m[0].length, readings(m[1], style))
  }
  return null
}

const marker = (core: string, width: number, found: readonly [Reading, ...Reading[]]): Marker => ({
  core,
  width,
  readings: found,
})

function dottedMarker(core: string, width: number): Marker {
  const parts = core.split('.')
  const last = parts.at(-1) ?? '1'
  const ordinal = /\d/.test(last) ? Number(last) : last.charCodeAt(0) - 96
  return marker(core, width, [{ family: `dotted ${parts.slice(0, -1).join('.')}`, ordinal }])
}

function readings(core: string, style: string): readonly [Reading, ...Reading[]] {
  if (/^\d+$/.test(core)) return [{ family: `digit ${style}`, ordinal: Number(core) }]
  const size = core === core.toUpperCase() ? 'upper' : 'lower'
  const alpha = { family: `${size} alpha ${style}`, ordinal: core.toLowerCase().charCodeAt(0) - 96 }
  const value = roman(core)
  const asRoman = { family: `${size} roman ${style}`, ordinal: value ?? 0 }
  if (value === null) return [alpha]
  return core.length > 1 ? [asRoman] : value === 1 ? [asRoman, alpha] : [alpha, asRoman]
}

/** 1–39, or null for letters that spell no such number. */
export function roman(text: string): number | null {
  const m = /^(x{0,3})(ix|iv|v?i{0,3})$/i.exec(text)
  if (!m || !text) return null
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].indexOf((m[2] ?? '').toLowerCase())
  return (m[1]?.length ?? 0) * 10 + ones
}
