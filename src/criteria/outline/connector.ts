export type Connector = 'and' | 'or'

const ALONE = /^[\s*(–—_-]*(and\/or|and|or)[\s*):;,.–—_-]*$/i
/** Capitals are a connector wherever they end a line; small letters only after a stop or at the end of an item. */
const TRAILING = /([;,.)]?)(\s*)\**\s*[-–—]?\b(and\/or|AND|OR|And|Or|and|or)\b[-–—]?\**[\s:;,.]*\**$/
const LEADING = /^\**(AND|OR)\b\**[:,]?\s+/

const value = (word: string): Connector => (/^and$/i.test(word) ? 'and' : 'or')

/** The connector that stands on a line of its own, "-AND-" included; "and/or" asks for one. */
export function standaloneConnector(text: string): Connector | null {
  const word = ALONE.exec(text)?.[1]
  return word ? value(word) : null
}

/** A connector that ends an item, and how many characters of the item it leaves. */
export function trailingConnector(text: string): { readonly connector: Connector; readonly keep: number } | null {
  const m = TRAILING.exec(text)
  if (!m?.[3] || m.index === 0) return null
  const keep = m[1] === ')' ? m.index + 1 : m.index
  return keep > 0 ? { connector: value(m[3]), keep } : null
}

/** A connector that begins an item: "AND Member is …". */
export function leadingConnector(text: string): { readonly connector: Connector; readonly skip: number } | null {
  const m = LEADING.exec(text)
  return m?.[1] ? { connector: value(m[1]), skip: m[0].length } : null
}
