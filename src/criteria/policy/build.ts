import type { SourceDocument } from '../../reading/document.ts'
import type { OutlineNode } from '../outline/outline.ts'
import { limitNote } from '../outline/sections.ts'
import { clauseOf, joined } from '../outline/words.ts'
import type { Clause, PolicyNote, Requirement } from '../requirement.ts'
import { isLeadIn, type Quantity, statedQuantity } from './connective.ts'
import { exceptionRanges } from './exceptions.ts'
import { rangeClause, splitProse } from './prose.ts'

/** What building needs to know of the document. */
export interface Build {
  readonly doc: SourceDocument
  readonly whole: (word: string) => boolean
  /** Titles that name the document or its owner, not a section of it. */
  readonly own: readonly string[]
}

const known = new WeakMap<OutlineNode, string>()

export function wordsOfNode(n: OutlineNode, b: Build): string {
  const words = known.get(n) ?? joined(n.pieces, b.whole)
  known.set(n, words)
  return words
}

/** The requirement that a node of the outline states, with everything below it. */
export function requirementOf(n: OutlineNode, label: string, section: string, b: Build): Requirement {
  const words = wordsOfNode(n, b)
  const at = { id: `${section}-${label || '0'}`, label, words, clause: clauseOf(b.doc, n.pieces) }
  const notes = notesOf(n, b)
  const [sole] = n.children
  // "IV. Not covered" above its one introducing sentence: the sentence states the requirement.
  if (sole?.kind === 'text' && sole.children.length && n.children.length === 1 && isBareTitle(words))
    return requirementOf(sole, label, section, b)
  const kids = n.children.filter((c) => c.kind !== 'heading')
  if (!kids.length) return leafOf(n, at, notes, b)
  const children = kids.map((c, i) => requirementOf(c, childLabel(label, c, i), section, b))
  const own = isLeadIn(words) || isBareTitle(words) ? null : leafOf(n, { ...at, id: `${at.id}.own` }, [], b)
  return {
    ...groupOf(
      at,
      own ? [own, ...children] : children,
      [...(own ? [null] : []), ...kids.map((c, i) => (i || own ? c.before : null))],
      own ? null : (statedQuantity(words) ?? exempting(words)),
      own !== null,
      runningList(kids),
    ),
    ...(notes.length ? { notes } : {}),
  }
}

/** Requirements that stand side by side under a heading, joined by what stands between them. */
export function sideBySide(
  nodes: readonly OutlineNode[],
  head: { label: string; words: string; clause: Clause; stated: Quantity | null },
  section: string,
  b: Build,
): Requirement {
  const children = nodes.map((c, i) => requirementOf(c, childLabel(head.label, c, i), section, b))
  const [only] = children
  if (only && children.length === 1 && only.kind !== 'leaf') return only
  const at = { id: `${section}-${head.label || '0'}`, label: head.label, words: head.words, clause: head.clause }
  return groupOf(
    at,
    children,
    nodes.map((c, i) => (i ? c.before : null)),
    head.stated,
    false,
    runningList(nodes),
  )
}

interface At {
  readonly id: string
  readonly label: string
  readonly words: string
  readonly clause: Clause
}

type Joiner = 'and' | 'or' | null

/**
 * Joins siblings. A stated connective governs; without one the words between the items do; without
 * either all are required, which is the stricter reading, and the assumption says so.
 */
function groupOf(
  at: At,
  children: readonly Requirement[],
  before: readonly Joiner[],
  stated: Quantity | null,
  ownWords: boolean,
  /** Earlier items end in a comma or semicolon: one running list, whose last "or" joins all of it. */
  punctuated: boolean,
): Requirement {
  const between = before.slice(1).filter((c) => c !== null)
  const ands = between.includes('and')
  const ors = between.includes('or')
  if (stated?.kind === 'noneOf') return { kind: 'allOf', ...at, children: children.map(absent) }
  if (stated?.kind === 'atLeast') return { kind: 'atLeast', n: Math.min(stated.n, children.length), ...at, children }
  if (stated?.kind === 'anyOf') {
    if (ands && ors) return { kind: 'anyOf', ...at, children: clusters(children, before, 'or', 'allOf'), assumption: MIXED }
    return { kind: 'anyOf', ...at, children, ...(ands ? { assumption: AGAINST } : {}) }
  }
  if (ands && ors) return { kind: 'allOf', ...at, children: clusters(children, before, 'and', 'anyOf'), assumption: MIXED }
  if (stated?.kind === 'allOf') {
    if (ors && between.length === children.length - 1) return { kind: 'allOf', ...at, children, assumption: AGAINST }
    return ors
      ? { kind: 'allOf', ...at, children: clusters(children, before, 'and', 'anyOf'), assumption: MIXED }
      : { kind: 'allOf', ...at, children }
  }
  if (ors) {
    // "A or B" then "C" with nothing between: the word joins only its neighbours, unless it stands before the last item alone.
    const lists = before.at(-1) === 'or' && between.length === 1 && children.length > 2 && !ownWords && punctuated
    if (lists) return { kind: 'anyOf', ...at, children, assumption: LAST_ONLY }
    if (between.length === children.length - 1) return { kind: 'anyOf', ...at, children }
    return { kind: 'allOf', ...at, children: clusters(children, before, 'and', 'anyOf'), assumption: NEIGHBOURS }
  }
  if (ands || children.length < 2) return { kind: 'allOf', ...at, children }
  return { kind: 'allOf', ...at, children, assumption: ownWords ? FURTHER : SILENT }
}

const SILENT = 'The policy does not say whether all or any of these items are required; all are taken as required.'
const FURTHER =
  'The policy lists these items under a requirement without saying how they join it; they are taken as further requirements.'
const MIXED =
  'The policy joins these items with both "and" and "or"; items joined by "or" are taken as alternatives to each other.'
const AGAINST = 'The words that introduce this list and the words between its items differ; the introducing words are followed.'
const NEIGHBOURS =
  'The policy prints "or" between some of these items and nothing between the others; only items joined by "or" are taken as alternatives.'
const LAST_ONLY = 'The policy prints "or" before the last item only; the items are taken as alternatives.'

/** Splits the siblings at `at`; runs joined by the other word become one group each. */
function clusters(
  children: readonly Requirement[],
  before: readonly Joiner[],
  at: 'and' | 'or',
  kind: 'anyOf' | 'allOf',
): Requirement[] {
  const runs: Requirement[][] = []
  for (const [i, child] of children.entries()) {
    const joins = i > 0 && before[i] !== null && before[i] !== at
    const run = runs.at(-1)
    if (joins && run) run.push(child)
    else runs.push([child])
  }
  return runs.flatMap((run) => {
    const [first] = run
    if (!first) return []
    if (run.length === 1) return [first]
    const label = run.map((r) => r.label).join(kind === 'anyOf' ? ' or ' : ' and ')
    return [
      {
        kind,
        id: `${first.id}.group`,
        label,
        words: run.map((r) => r.words).join(kind === 'anyOf' ? ' or ' : ' and '),
        clause: first.clause,
        children: run,
      },
    ]
  })
}

const absent = (r: Requirement): Requirement =>
  r.kind === 'leaf'
    ? { ...r, polarity: 'absent' }
    : { ...r, kind: r.kind === 'anyOf' ? 'allOf' : 'anyOf', children: r.children.map(absent) }

function leafOf(n: OutlineNode, at: At, notes: readonly PolicyNote[], b: Build): Requirement {
  const prose = splitProse(n, at, b)
  if (prose)
    return groupOf(
      { ...at, words: prose.words },
      prose.children.map((c) => leafAt(c, n, [], b)),
      prose.before,
      prose.stated,
      false,
      true,
    )
  return leafAt(at, n, notes, b)
}

function leafAt(at: At, n: OutlineNode, notes: readonly PolicyNote[], b: Build): Requirement {
  const exceptions = exceptionRanges(at.words).map((range, i) => {
    const words = at.words.slice(range.start, range.end)
    return {
      kind: 'leaf' as const,
      id: `${at.id}.x${i + 1}`,
      label: at.label,
      words,
      clause: rangeClause(n, words, at.clause, b),
      exceptions: [],
    }
  })
  const stated = notes
    .filter((note) => /\bexception\b/i.test(note.words))
    .map((note, i) => ({
      kind: 'leaf' as const,
      id: `${at.id}.n${i + 1}`,
      label: at.label,
      words: note.words,
      clause: note.clause,
      exceptions: [],
    }))
  return { kind: 'leaf', ...at, exceptions: [...exceptions, ...stated], ...(notes.length ? { notes } : {}) }
}

/** Notes beside a node that are not approval periods; those belong to the section. */
const notesOf = (n: OutlineNode, b: Build): PolicyNote[] =>
  n.notes
    .filter((note) => note.kind === 'note')
    .map((note) => ({ kind: 'note', words: wordsOfNode(note, b), clause: clauseOf(b.doc, note.pieces) }))

/** Approval periods and quantity limits anywhere below a node. */
export function limitsOf(n: OutlineNode, b: Build): PolicyNote[] {
  const own = n.notes
    .filter((note) => note.kind === 'limit')
    .map((note) => {
      const words = wordsOfNode(note, b)
      return { kind: limitNote(words) ?? ('duration' as const), words, clause: clauseOf(b.doc, note.pieces) }
    })
  return [...own, ...n.children.flatMap((c) => limitsOf(c, b))]
}

/** "Neuroendocrine tumors" above a list: a title, not a requirement. */
export const isBareTitle = (words: string) =>
  words.length <= 80 &&
  !/[.;]/.test(words) &&
  !/\b(must|has|have|is|are|was|had|documentation|at least|trial|tried|failure|diagnosis|prescribed)\b/i.test(words)

/** Items before the last two end in a comma or semicolon. */
const runningList = (nodes: readonly OutlineNode[]) => nodes.slice(0, -2).every((n) => /[;,]$/.test(n.pieces.at(-1)?.raw ?? ''))

/** Any one exemption is enough. */
export const exempting = (words: string): Quantity | null =>
  /\bexempt|\bexceptions? (to|apply)/i.test(words) ? { kind: 'anyOf', n: 1 } : null

const childLabel = (parent: string, c: OutlineNode, index: number): string => {
  const own = c.core || String(index + 1)
  return parent ? `${parent}.${own}` : own
}
