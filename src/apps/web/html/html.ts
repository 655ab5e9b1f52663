/**
 * Markup as text that a browser may be given. Only `esc`, `html` and `trusted` make it, so the compiler
 * refuses a plain string where markup is meant: forgetting to escape does not type-check, and costs
 * nothing when the page is made.
 */
export type Html = string & { readonly __html: unique symbol }

const SPECIAL = /[&<>"']/
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Plain text as markup: safe between tags and inside a quoted attribute. */
export const esc = (text: string): Html => (SPECIAL.test(text) ? text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c) : text) as Html

/** A template of our own markup; what is put into it is markup or a number already. */
export function html(strings: TemplateStringsArray, ...values: readonly (Html | number)[]): Html {
  let out = strings[0] ?? ''
  for (let i = 0; i < values.length; i++) out += values[i] + (strings[i + 1] ?? '')
  return out as Html
}

/** Put together with "+", not `Array.join`: a page is then copied once, when it is written, and not at every level. */
export function join(parts: readonly Html[], between = ''): Html {
  let out = parts[0] ?? ''
  for (let i = 1; i < parts.length; i++) out += between + (parts[i] ?? '')
  return out as Html
}

/** `make` of every item, as one piece of markup. */
export function each<T>(list: readonly T[], make: (item: T, index: number) => Html): Html {
  let out = ''
  for (let i = 0; i < list.length; i++) out += make(list[i] as T, i)
  return out as Html
}

export const when = (condition: unknown, make: () => Html): Html => (condition ? make() : none)

export const none = '' as Html

/** Markup that this program wrote itself, letter by letter; never anything that came from a record or a reader. */
export const trusted = (markup: string): Html => markup as Html

/** Only web addresses may become links: a `javascript:` address in a record stays text. */
export const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s"'<>]+$/.test(url)

/** The address of a page of this site for a link; anything else, which only a broken record could hold, leads nowhere. */
export const localAddress = (address: string): Html => (/^\/(?!\/)/.test(address) ? esc(address) : esc('#main'))
