import type { Connector } from './connector.ts'
import { leadingConnector, standaloneConnector, trailingConnector } from './connector.ts'
import { headingLevel } from './heading.ts'
import { type Line, plain } from './line.ts'
import { readMarker } from './marker.ts'
import { type Placement, place } from './place.ts'
import { limitNote, regionOf } from './sections.ts'

export type NodeKind = 'root' | 'heading' | 'item' | 'text' | 'row' | 'note' | 'limit'

/** A place in the document's outline. Built by `readOutline`, never changed afterwards. */
export interface OutlineNode {
  readonly kind: NodeKind
  readonly core: string
  readonly family: string
  readonly ordinal: number
  readonly level: number
  readonly indent: number
  /** Printed lines, marker and trailing connector cut off. */
  readonly pieces: Line[]
  /** The connector printed between this node and the one before it. */
  before: Connector | null
  readonly children: OutlineNode[]
  readonly notes: OutlineNode[]
}

/** A footnote's own mark: "*Prior authorization …", "a State mandates …". */
const MARKED = /^[*†‡^]+(?=[A-Z])|^[a-z] (?=[A-Z][a-z]+ )/
const NOTE = /^\W*(please )?(notes?|nb|exceptions?|examples?)\b\s*(\d{1,2})?\s*[:.–-]/i
const FOOTNOTE = /^([†‡]|\*+(?=[A-Za-z])|[a-z]$)/
const UNFINISHED = /(,|[a-z(–-])$/
const DANGLING = /\b(for|of|the|an?|to|in|with|by|and|or|from|at|on|as|is|are|that|than|least)$|[,(–-]$/i

export function readOutline(lines: readonly Line[]): OutlineNode {
  const root = node('root', { level: 0, indent: -1 })
  /** Open nodes, root first; the last is what a continuation line belongs to. */
  let open: OutlineNode[] = [root]
  let pending: Connector | null = null
  let note: OutlineNode | null = null

  const add = (child: OutlineNode, parents: OutlineNode[]) => {
    close()
    child.before = pending
    pending = null
    note = null
    parents.at(-1)?.children.push(child)
    open = [...parents, child]
  }
  /** Cuts the connector off the end of the item that is complete now. */
  const close = () => {
    const last = open.at(-1)
    const piece = (note ?? last)?.pieces.at(-1)
    if (!last || !piece || last.kind === 'heading' || last.kind === 'root') return
    const end = trailingConnector(piece.raw)
    if (!end) return
    pending = end.connector
    const pieces = (note ?? last).pieces
    pieces[pieces.length - 1] = { ...piece, raw: piece.raw.slice(0, end.keep), end: piece.start + end.keep }
  }

  for (const [i, line] of lines.entries()) {
    const text = plain(line.raw)
    if (!text || /^[-_=*\s]{3,}$/.test(line.raw)) continue
    const top = open.at(-1) ?? root
    if (/^\|/.test(line.raw)) {
      if (isRule(line) || isRule(lines[i + 1])) continue
      const parents = top.kind === 'row' ? open.slice(0, -1) : open
      add({ ...node('row', { indent: top.kind === 'row' ? top.indent : top.indent + 1 }), pieces: [unpiped(line)] }, parents)
      continue
    }
    if (limitNote(text) && (line.blankBefore || finished(note ?? top) || /^[A-Z]/.test(text))) {
      close()
      noteHolder(open).notes.push({ ...node('limit', { indent: line.indent }), pieces: [line] })
      continue
    }
    const alone = standaloneConnector(text)
    if (alone) {
      close()
      pending = alone
      continue
    }
    const level = headingLevel(line, lines[i + 1] ?? null)
    if (endsTitle(top, text)) {
      top.pieces.push(line)
      continue
    }
    if (level !== null && !(note === null && insideItem(open, line))) {
      const parents = open.filter((n) => n.kind === 'root' || (n.kind === 'heading' && n.level < level))
      const lead = /^#{1,6}\s+/.exec(line.raw)?.[0].length ?? 0
      add({ ...node('heading', { level, indent: -1 }), pieces: [cut(line, lead)] }, parents)
      continue
    }
    if (NOTE.test(text) || MARKED.test(text)) {
      close()
      note = { ...node('note', { indent: line.indent }), pieces: [line] }
      noteHolder(open).notes.push(note)
      continue
    }
    const marker = readMarker(line.raw)
    const wrapped = !line.blankBefore && (openBracket(endOf(note ?? top)) || (note !== null && /^\*\s/.test(line.raw)))
    const at: Placement | null =
      marker && !wrapped ? place(marker, line, open, finished(note ?? top) || pending !== null || line.blankBefore) : null
    if (marker && at) {
      const { family, ordinal } = at.reading
      const body = cut(line, marker.width)
      const lead = leadingConnector(body.raw)
      add(
        {
          ...node('item', { indent: line.indent }),
          core: marker.core,
          family,
          ordinal,
          pieces: [lead ? cut(body, lead.skip) : body],
        },
        at.parents,
      )
      if (lead) last(open).before = lead.connector
      continue
    }
    const lead = leadingConnector(line.raw)
    if ((!pending || note) && !lead && continues(line, text, note ?? top, open)) {
      ;(note ?? top).pieces.push(line)
      continue
    }
    const parents = textParents(line, text, open)
    add({ ...node('text', { indent: line.indent }), family: 'text', pieces: [lead ? cut(line, lead.skip) : line] }, parents)
    if (lead) last(open).before = lead.connector
  }
  close()
  return root
}

/** A table row without its outer bars. */
const unpiped = (line: Line): Line => {
  const lead = /^\|\s*/.exec(line.raw)?.[0].length ?? 0
  const tail = /\s*\|$/.exec(line.raw)?.[0].length ?? 0
  return { ...line, raw: line.raw.slice(lead, line.raw.length - tail), start: line.start + lead, end: line.end - tail }
}

const isRule = (line: Line | undefined) => line !== undefined && /^\|[\s:|-]+\|$/.test(line.raw)

const last = (open: readonly OutlineNode[]): OutlineNode => {
  const node = open.at(-1)
  if (!node) throw new Error('the outline always holds its root')
  return node
}

const node = (kind: NodeKind, at: { level?: number; indent: number }): OutlineNode => ({
  kind,
  core: '',
  family: kind,
  ordinal: 0,
  level: at.level ?? 0,
  indent: at.indent,
  pieces: [],
  before: null,
  children: [],
  notes: [],
})

const cut = (line: Line, skip: number): Line => {
  const rest = line.raw.slice(skip)
  const blanks = rest.length - rest.trimStart().length
  return { ...line, raw: rest.trimStart(), start: line.start + skip + blanks }
}

const texts = new WeakMap<OutlineNode, { readonly last: Line | undefined; readonly count: number; readonly text: string }>()

/** The words of a node so far; kept until a line is added or cut. */
const nodeText = (n: OutlineNode): string => {
  const known = texts.get(n)
  const last = n.pieces.at(-1)
  if (known && known.last === last && known.count === n.pieces.length) return known.text
  const text =
    known && known.count === n.pieces.length - 1 && n.pieces.at(-2) === known.last && last
      ? `${known.text} ${plain(last.raw)}`.trim()
      : plain(n.pieces.map((p) => p.raw).join(' '))
  texts.set(n, { last, count: n.pieces.length, text })
  return text
}

/** Enough of a node's words to see how they end. */
const endOf = (n: OutlineNode) => nodeText(n).slice(-400)

/** Ends like something complete: a stop, a colon, a connector. */
const finished = (n: OutlineNode) =>
  n.kind === 'root' || n.kind === 'heading' || /[.;:!?\])]\W*$|\b(AND|OR)$|[;,.]\s*(and|or)$/.test(endOf(n))

/** "(i, ii, and" at a line end: what follows is not a marker. */
const openBracket = (text: string) =>
  (text.match(/[([]/g) ?? []).length > (text.match(/[)\]]/g) ?? []).length && /[([][^)\]]{0,80}$/.test(text)

const noteHolder = (open: readonly OutlineNode[]): OutlineNode => open.findLast((n) => n.kind !== 'row') ?? last(open)

/** "… Prior Authorization" and, on the next line, "Policy": one title. */
const endsTitle = (top: OutlineNode, text: string) =>
  top.kind === 'heading' &&
  top.children.length === 0 &&
  /^(policy|criteria|guidelines?|program)$/i.test(text) &&
  regionOf(nodeText(top)) === 'title'

/** A title-like line that is indented into an item belongs to the item. */
const insideItem = (open: readonly OutlineNode[], line: Line) => {
  const item = open.find((n) => n.kind === 'item')
  return item !== undefined && line.indent > item.indent + 1 && !/^#/.test(line.raw) && regionOf(plain(line.raw)) === null
}

function continues(line: Line, text: string, current: OutlineNode, open: readonly OutlineNode[]): boolean {
  if (current.kind === 'root' || current.kind === 'row') return false
  if (current.kind === 'heading') return false
  if (FOOTNOTE.test(text)) return false
  if (isTitleItem(current) && /^[A-Z]/.test(text)) return false
  if (introduces(text, current)) return false
  const ended = finished(current)
  const small = /^[a-z(≥≤<>%\d"“–,;]/.test(text)
  if (!line.blankBefore && (DANGLING.test(endOf(current)) || openBracket(endOf(current)))) return true
  const opener = /:$/.test(text) && /^[A-Z]/.test(text) && (regionOf(text) !== null || ended)
  if (line.blankBefore) return !ended && small && UNFINISHED.test(endOf(current))
  if (current.kind === 'note') return !(opener && regionOf(text) !== null)
  const words = nodeText(current)
  if (words.endsWith(':')) return small
  if (opener) return false
  const listed = current.kind === 'text' && /:$/.test(nodeText(open.at(-2) ?? current))
  if (listed) return !(ended || startsItem(text, words)) || small
  const dedented = current.kind === 'item' && line.indent < current.indent - 1
  return !(dedented && ended && !small)
}

/** "II. Admission Criteria", "A. Relapsing forms: initial approval": a numbered heading, complete on its line. */
const isTitleItem = (n: OutlineNode) => {
  const words = nodeText(n)
  return n.kind === 'item' && n.pieces.length === 1 && n.children.length === 0 && regionOf(words) !== null && isBareTitle(words)
}

/** A coverage sentence right under a numbered title opens the title's list, whatever its indent. */
const introduces = (text: string, title: OutlineNode) =>
  title.kind === 'item' &&
  title.core !== '' &&
  title.pieces.length === 1 &&
  title.children.length === 0 &&
  /^[A-Z].*\b(approved|covered|necessary|following|meets?|met|criteria)\b.*:$/.test(text) &&
  isBareTitle(nodeText(title))

const isBareTitle = (words: string) =>
  words.length <= 100 &&
  !/[.;,]$/.test(words) &&
  !DANGLING.test(words) &&
  !/\b(is|are|was|were|has|have|had|must|will|may|can|does|prescribed|document\w*|trial|fail\w*|tried|least)\b/i.test(words)

/** In a list without markers, a line that begins with a capital after a line that could be complete. */
const startsItem = (text: string, before: string) =>
  /^[A-Z]/.test(text) && !UNFINISHED.test(before.replace(/[a-z]$/, '.')) && before.length < 75

/** Where a paragraph belongs: in the opener it follows, beside its like, or at the depth its indent shows. */
function textParents(line: Line, text: string, open: OutlineNode[]): OutlineNode[] {
  const top = last(open)
  if (isTitleItem(top)) return open
  if (introduces(text, top) && line.indent >= top.indent - 1) return open
  const known = regionOf(text.split(':')[0] ?? text) !== null && text.length < 90
  if (!known && top.kind !== 'heading' && /:$/.test(nodeText(top)) && line.indent >= top.indent - 1) return open
  const listed = open.findLastIndex(
    (n, i) => n.family === 'text' && /:$/.test(nodeText(open[i - 1] ?? top)) && Math.abs(n.indent - line.indent) <= 1,
  )
  if (listed > 0 && !known && !line.blankBefore) return open.slice(0, listed)
  const deepest = open.findLastIndex(
    (n) => n.kind === 'root' || n.kind === 'heading' || (n.kind !== 'row' && n.indent < line.indent - 1),
  )
  return open.slice(0, deepest + 1)
}
