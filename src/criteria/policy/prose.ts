import type { Line } from '../outline/line.ts'
import type { OutlineNode } from '../outline/outline.ts'
import { clauseOf } from '../outline/words.ts'
import type { Clause } from '../requirement.ts'
import type { Build } from './build.ts'
import { type Quantity, statedQuantity } from './connective.ts'
import { isGrant } from './grant.ts'

interface At {
  readonly id: string
  readonly label: string
  readonly words: string
  readonly clause: Clause
}

export interface ProseList {
  /** The words before the list. */
  readonly words: string
  readonly children: readonly At[]
  readonly before: readonly ('and' | 'or' | null)[]
  readonly stated: Quantity | null
}

const OPENS = /\b(?:when|if|provided that|following(?: criteria)?(?: are met)?)\b\s*:?\s*/i
/** Inside a list only a sentence that gives coverage before its "when" holds criteria of its own. */
const COVERS = /\bmedically necessary\b|\bapprove\b|\b(?:is|are|be) (?:covered|approved|authorized|considered)\b/i
const INLINE = /\(?\b(?:[a-z]|[1-9]|i{1,3}|iv|v)\)\s+/g

/**
 * A sentence that lists its criteria in running text: parts after "when", parted by semicolons or by
 * (1) (2) (3). Null where the words are one criterion.
 */
export function splitProse(n: OutlineNode, at: At, b: Build): ProseList | null {
  if (n.kind === 'row') return null
  const opens = OPENS.exec(at.words)
  const grant = opens !== null && isGrant(at.words) && (n.kind !== 'item' || COVERS.test(at.words.slice(0, opens.index)))
  const from = opens && grant ? opens.index + opens[0].length : 0
  const body = at.words.slice(from)
  const parts =
    inlineParts(body) ??
    (grant || statedQuantity(at.words.split(/:\s/)[0] ?? '') !== null ? semicolonParts(body, from > 0) : null)
  if (!parts || (parts.length < 2 && !(from > 0 && n.children.length === 0))) return null
  const [head, ...rest] = parts
  const lead = (at.words.slice(0, from) + (head?.lead ?? '')).trim()
  const found = [head, ...rest].flatMap((p) => (p ? [strip(p.text)] : []))
  return {
    words: lead || at.words,
    children: found.map((p, i) => ({
      id: `${at.id}.${i + 1}`,
      label: at.label ? `${at.label}.${i + 1}` : String(i + 1),
      words: p.words,
      clause: rangeClause(n, p.words, at.clause, b),
    })),
    before: found.map((_, i) => (i ? (found[i - 1]?.after ?? found[i]?.lead ?? null) : null)),
    stated: lead ? statedQuantity(lead) : null,
  }
}

interface Part {
  readonly text: string
  readonly lead?: string
}

function inlineParts(body: string): Part[] | null {
  const marks = [...body.matchAll(INLINE)].filter((m) => m.index === 0 || /[\s:;,]$/.test(body.slice(0, m.index)))
  const [first] = marks
  if (!first || marks.length < 2 || !/^\(?(a|1|i)\)/.test(first[0])) return null
  return marks.map((m, i) => ({
    text: body.slice(m.index + m[0].length, marks[i + 1]?.index ?? body.length),
    ...(i === 0 ? { lead: body.slice(0, m.index) } : {}),
  }))
}

function semicolonParts(body: string, alone: boolean): Part[] | null {
  const parts = body.split(/;\s*/).filter((p) => p.trim())
  return parts.length > (alone ? 0 : 1) ? parts.map((text) => ({ text })) : null
}

/** A part without the connector before or after it. */
function strip(text: string): { words: string; lead: 'and' | 'or' | null; after: 'and' | 'or' | null } {
  const lead = /^\s*(and|or)\s+(?:that\s+)?/i.exec(text)
  const rest = lead ? text.slice(lead[0].length) : text
  const tail = /[;,\s]+(and|or)\s*$/i.exec(rest)
  const words = (tail ? rest.slice(0, tail.index) : rest).replace(/[\s;,]+$/, '').trim()
  const word = (m: RegExpExecArray | null) => (m?.[1] ? (m[1].toLowerCase() as 'and' | 'or') : null)
  return { words, lead: word(lead), after: word(tail) }
}

/** The verbatim span of some of a node's words; the whole node's where they cross a page or a broken hyphen. */
export function rangeClause(n: OutlineNode, words: string, whole: Clause, b: Build): Clause {
  const asked = words.replace(/\s+/g, '')
  for (const { line, squeezed, at } of squeezedPages(n, b)) {
    const from = squeezed.indexOf(asked)
    const [start, last] = [at[from], at[from + asked.length - 1]]
    if (from < 0 || start === undefined || last === undefined) continue
    return clauseOf(b.doc, [{ ...line, start, end: last + 1 }])
  }
  return whole
}

/** A node's text on one page without blanks and line ends, and where each character stands. */
interface Squeezed {
  readonly line: Line
  readonly squeezed: string
  readonly at: readonly number[]
}

const squeezed = new WeakMap<OutlineNode, readonly Squeezed[]>()

function squeezedPages(n: OutlineNode, b: Build): readonly Squeezed[] {
  const known = squeezed.get(n)
  if (known) return known
  const found = b.doc.pages.flatMap((page) => {
    const own = n.pieces.filter((p) => p.page === page.number)
    const [line] = own
    const last = own.at(-1)
    if (!line || !last) return []
    const marks = [...page.text.slice(line.start, last.end).matchAll(/\S/g)]
    return [{ line, squeezed: marks.map((m) => m[0]).join(''), at: marks.map((m) => line.start + m.index) }]
  })
  squeezed.set(n, found)
  return found
}
