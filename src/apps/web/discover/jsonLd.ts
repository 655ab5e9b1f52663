import { type Html, html, trusted } from '../html/html.ts'

/** A node of structured data (schema.org), as JSON-LD writes it. */
export interface Node {
  readonly '@type': string
  readonly [property: string]: Value
}
type Value = string | number | boolean | undefined | Node | readonly (string | Node)[]

/**
 * Nodes as one data block. It is no script: a browser never runs it, so the strict policy on scripts holds.
 * "<" is written as an escape, so that no text of a record can end the block.
 */
export const dataBlock = (nodes: readonly Node[]): Html =>
  html`<script type="application/ld+json">${trusted(
    JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c'),
  )}</script>`
