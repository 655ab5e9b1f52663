import { type Html, html, trusted } from '../html/html.ts'

/** A node of structured data (schema.org), as JSON-LD writes it. */
export interface Node {
  readonly '@type': string
  readonly [property: string]: Value | undefined
}
type Value = string | number | Node | readonly (string | Node)[]

/**
 * Nodes as one data block. It is no script: a browser never runs it, so the strict policy on scripts holds.
 * "<" is written as an escape, so that no text of a record can end the block.
 */
export const dataBlock = (nodes: readonly Node[]): Html =>
  html`<script type="application/ld+json">${trusted(`{"@context":"https://schema.org","@graph":${written(nodes)}}`)}</script>`

/** As `JSON.stringify`, which takes several times as long for the few short texts of a node. */
function written(value: Value): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return String(value)
  let out = ''
  if (isList(value)) {
    for (const item of value) out += (out && ',') + written(item)
    return `[${out}]`
  }
  for (const property in value) {
    const held = value[property]
    if (held !== undefined) out += `${out && ','}${quoted(property)}:${written(held)}`
  }
  return `{${out}}`
}

const isList = (value: Value): value is readonly (string | Node)[] => Array.isArray(value)

/** Characters that are written as escapes, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ESCAPED = /["<\\\u0000-\u001f\ud800-\udfff]/
const quoted = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text).replaceAll('<', '\\u003c') : `"${text}"`)
