import type { Support } from '../base/support.ts'
import type { Term, Terms } from './term.ts'

type Part =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'slot'; readonly path: string }
  | { readonly kind: 'optional'; readonly parts: readonly Part[] }
  | { readonly kind: 'voice'; readonly self: string; readonly other: string }

const cache = new Map<string, readonly Part[]>()

/** Parses a `say` text; throws on unbalanced marks, which `knowledge check` reports as a broken record. */
export function parseTemplate(say: string): readonly Part[] {
  const known = cache.get(say)
  if (known) return known
  const [parts, end] = parseUntil(say, 0)
  if (end !== say.length) throw new Error(`unbalanced "]" at ${end} in "${say}"`)
  cache.set(say, parts)
  return parts
}

function parseUntil(say: string, from: number): [Part[], number] {
  const parts: Part[] = []
  let i = from
  let words = ''
  const flush = () => {
    if (words) parts.push({ kind: 'words', text: words })
    words = ''
  }
  const close = (mark: string) => {
    const end = say.indexOf(mark, i)
    if (end < 0) throw new Error(`"${say[i]}" at ${i} is never closed in "${say}"`)
    return end
  }
  while (i < say.length) {
    const c = say[i]
    if (c === '{') {
      flush()
      const end = close('}')
      parts.push({ kind: 'slot', path: say.slice(i + 1, end).trim() })
      i = end + 1
    } else if (c === '<') {
      flush()
      const end = close('>')
      const [self, other] = say.slice(i + 1, end).split('|')
      if (self === undefined || other === undefined) throw new Error(`<a|b> expected at ${i} in "${say}"`)
      parts.push({ kind: 'voice', self, other })
      i = end + 1
    } else if (c === '[') {
      flush()
      const [inner, end] = parseUntil(say, i + 1)
      if (say[end] !== ']') throw new Error(`"[" at ${i} is never closed in "${say}"`)
      parts.push({ kind: 'optional', parts: inner })
      i = end + 1
    } else if (c === ']') break
    else {
      words += c
      i++
    }
  }
  flush()
  return [parts, i]
}

/** Every path a template names, optional ones included. */
export const pathsOf = (say: string): string[] => {
  const of = (parts: readonly Part[]): string[] =>
    parts.flatMap((p) => (p.kind === 'slot' ? [p.path] : p.kind === 'optional' ? of(p.parts) : []))
  return of(parseTemplate(say))
}

/** Fills a template; null when a required term is lacking. */
export function fill(say: string, terms: Terms): Term | null {
  const done = fillParts(parseTemplate(say), terms, terms.get('voice.self') !== null)
  return done && { text: tidy(done.text), support: done.support }
}

function fillParts(parts: readonly Part[], terms: Terms, self: boolean): Term | null {
  let text = ''
  const support: Support[] = []
  for (const part of parts) {
    if (part.kind === 'words') text += part.text
    else if (part.kind === 'voice') text += self ? part.self : part.other
    else if (part.kind === 'slot') {
      const found = terms.get(part.path)
      if (!found) return null
      text += found.text
      support.push(...found.support)
    } else {
      const inner = fillParts(part.parts, terms, self)
      if (inner) {
        text += inner.text
        support.push(...inner.support)
      }
    }
  }
  return { text, support }
}

/** Joins that templates cannot see coming: a name's own final s, a quotation's own full stop before ours, doubled spaces, a lower-case start. */
function tidy(text: string): string {
  const joined = text
    .replace(/\s+/g, ' ')
    .replace(/(\w{3}s)’s\b/g, '$1’')
    .replace(/\s+([,.;:)])/g, '$1')
    .replace(/([.!?])([”"])\.(?=\s|$)/g, '$1$2')
    .replace(/([^.!?])”\.(?=\s|$)/g, '$1.”')
    .replace(/([.!?])\.(?=\s|$)/g, '$1')
    .trim()
  const plain = withoutRepeatedCitations(joined)
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** "(29 CFR 1(b); 29 CFR 1; 29 CFR 1(b))" → "(29 CFR 1(b))": each once, and no bare section beside its own paragraph. */
function withoutRepeatedCitations(text: string): string {
  return text.replace(/\(((?:[^()]|\([^()]*\))*;(?:[^()]|\([^()]*\))*)\)/g, (whole, inside: string) => {
    const parts = inside.split(/;\s*/)
    if (!parts.some((p) => /\b(?:CFR|USC)\b/.test(p))) return whole
    const kept = parts.filter((p, i) => parts.indexOf(p) === i && !parts.some((q) => q !== p && q.startsWith(`${p}(`)))
    return `(${kept.join('; ')})`
  })
}
