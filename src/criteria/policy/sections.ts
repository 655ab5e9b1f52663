import type { OutlineNode } from '../outline/outline.ts'
import { type Region, regionOf } from '../outline/sections.ts'
import { clauseOf } from '../outline/words.ts'
import type { CriteriaSection, Requirement } from '../requirement.ts'
import { type Build, exempting, limitsOf, requirementOf, sideBySide, wordsOfNode } from './build.ts'
import { isLeadIn, statedQuantity } from './connective.ts'
import { isCoverage, isGrant, isNecessity, isRefusal, partOf, subjectOf, titleOf } from './grant.ts'
import { isGeneric, sectionTitle } from './titles.ts'

interface Context {
  readonly region: Region
  readonly part: 'initial' | 'continuation' | 'exclusion'
  /** Titles above, outermost first. */
  readonly titles: readonly string[]
  /** Markers above, joined: "2.B.1". */
  readonly label: string
}

/** The sections of a policy that give, continue or refuse coverage, in the order printed. */
export function sectionsOf(root: OutlineNode, b: Build): CriteriaSection[] {
  const found: CriteriaSection[] = []
  walk(root, { region: null, part: 'initial', titles: [], label: '' }, b, (make) => found.push(make(`s${found.length + 1}`)))
  return found
}

/** Takes a section that is made once its id is known. */
type Emit = (make: (id: string) => CriteriaSection) => void

function walk(n: OutlineNode, outer: Context, b: Build, emit: Emit): void {
  const words = n.kind === 'root' ? '' : wordsOfNode(n, b)
  const ctx = enter(n, words, outer)
  if (ctx.region === 'aside' || ctx.region === 'limits') return
  const grants = n.kind !== 'root' && (isGrant(words) || (isLeadIn(words) && n.kind !== 'heading' && n.children.length > 0))
  const refuses = n.kind !== 'root' && n.kind !== 'heading' && isRefusal(words)
  if ((grants || refuses) && n.kind !== 'heading' && !holdsSections(n, b)) {
    if (ctx.region === 'background' && !(isNecessity(words) && n.children.length)) return
    if (n.children.length === 0 && isDangling(words)) return
    if (n.kind === 'text' && n.children.length > 0 && !isLeadIn(words) && !isNecessity(words)) return
    emit((id) => sectionAt(n, words, ctx, refuses || ctx.region === 'exclusion', id, b))
    for (const child of n.children) if (child.kind === 'heading') walk(child, ctx, b, emit)
    return
  }
  let loose: OutlineNode[] = []
  const flush = () => {
    const nodes = loose
    loose = []
    if (nodes.length && (ctx.region === 'criteria' || ctx.region === 'exclusion') && nodes.some((c) => asks(c, n, b)))
      emit((id) => looseSection(n, words, nodes, ctx, id, b))
  }
  for (const [i, child] of n.children.entries()) {
    if (isPart(child, n.children[i + 1], b)) {
      flush()
      walk(child, ctx, b, emit)
    } else loose.push(child)
  }
  flush()
}

/** Strong enough to end a background section that it is nested in. */
const STATES_CRITERIA = /criteri|medical(ly)? necess|coverage|authorization|policy statement|requirement/i

const labelOf = (n: OutlineNode, outer: Context) =>
  n.kind === 'item' && n.core ? [outer.label, n.core].filter(Boolean).join('.') : outer.label

/** What a title says of everything below it. */
function enter(n: OutlineNode, words: string, outer: Context): Context {
  if (n.kind === 'root') return outer
  const label = labelOf(n, outer)
  const title = titleOf(words)
  if (title === null || (n.kind === 'text' && title === words.trim() && n.children.length === 0)) return { ...outer, label }
  if (n.kind !== 'heading' && title === words && (n.kind === 'text' ? !isLeadIn(words) : isGrant(words)))
    return { ...outer, label }
  const titled = n.kind === 'heading' || n.children.length > 0
  const said = titled ? regionOf(title) : null
  const region = said === 'label' ? (outer.region === 'criteria' ? null : 'background') : said
  const part = partOf(title)
  const inherits =
    outer.region === 'aside' ||
    (outer.region === 'exclusion' && region === 'criteria' && !part) ||
    (outer.region === 'background' && region === 'criteria' && !STATES_CRITERIA.test(title))
  return {
    region: inherits ? outer.region : (region ?? (part ? 'criteria' : outer.region)),
    part: part ?? (region === 'exclusion' ? 'exclusion' : outer.part === 'exclusion' ? 'initial' : outer.part),
    titles: [...outer.titles, title],
    label,
  }
}

/** "Initial Therapy. Approve if …", "Drug X will be approved when all of the following": a section of its own. */
function opensSection(c: OutlineNode, b: Build): boolean {
  const words = wordsOfNode(c, b)
  const title = titleOf(words)
  const covers = isCoverage(words)
  if (title !== null && partOf(title) !== null && (c.children.length > 0 || covers)) return true
  return covers && c.children.length > 0
}

const holdsSections = (n: OutlineNode, b: Build): boolean =>
  n.children.some((c) => c.kind !== 'heading' && (opensSection(c, b) || holdsSections(c, b)))

/** A child to walk into rather than to read as one criterion of the list it stands in. */
function isPart(c: OutlineNode, next: OutlineNode | undefined, b: Build): boolean {
  if (c.kind === 'heading') return true
  const words = wordsOfNode(c, b)
  if (/^(in addition|additionally|and |also|plus|furthermore)/i.test(words)) return false
  if (c.kind === 'text')
    return isRefusal(words) || isGrant(words) || (c.children.length > 0 && c.before === null && next?.before !== 'or')
  const title = titleOf(words)
  return opensSection(c, b) || holdsSections(c, b) || (title !== null && c.children.length > 0 && regionOf(title) !== null)
}

/** "Not covered for any of the following": any one of them excludes. */
function anyExcluded(r: Requirement): Requirement {
  if (r.kind === 'leaf') return r
  const children = r.children.map((c) => (c.kind === 'leaf' ? { ...c, polarity: undefined } : c))
  return { ...r, kind: 'anyOf', children, assumption: undefined }
}

/** A lead-in whose list stands under later headings asks for nothing itself. */
const isDangling = (words: string) => /:\W*$|\bfollowing( \w+){0,6}$/.test(words)

/** A loose node asks for something when it is an item, or a sentence that says "must". */
const asks = (c: OutlineNode, parent: OutlineNode, b: Build) =>
  c.kind === 'item' ||
  parent.kind === 'item' ||
  (c.kind === 'text' && (parent.kind === 'text' || /\b(must|required|requires|documentation of)\b/i.test(wordsOfNode(c, b))))

function sectionAt(n: OutlineNode, words: string, ctx: Context, refuses: boolean, id: string, b: Build): CriteriaSection {
  const requirement = requirementOf(n, ctx.label, id, b)
  const title = titleOf(words)
  const own = title !== null && (n.children.length > 0 || title !== words.replace(/[\s:.]+$/, '')) ? title : null
  const titles = own || ctx.titles.some((t) => !isGeneric(t)) ? ctx.titles : [...ctx.titles, subjectOf(words) ?? words]
  if (refuses) return finish(id, 'exclusion', titles, anyExcluded(requirement), [n], b)
  return finish(id, partOf(words.slice(0, 160)) === 'continuation' ? 'continuation' : ctx.part, titles, requirement, [n], b)
}

function looseSection(
  n: OutlineNode,
  words: string,
  nodes: readonly OutlineNode[],
  ctx: Context,
  id: string,
  b: Build,
): CriteriaSection {
  const excludes = ctx.region === 'exclusion'
  const any = { kind: 'anyOf' as const, n: 1 }
  const stated = statedQuantity(words) ?? exempting(words) ?? (excludes ? any : null)
  const pieces = n.pieces.length ? n.pieces : (nodes[0]?.pieces ?? [])
  const head = { label: ctx.label, words: words || (ctx.titles.at(-1) ?? ''), clause: clauseOf(b.doc, pieces), stated }
  const [only] = nodes
  const single = only && nodes.length === 1 ? wordsOfNode(only, b) : ''
  const found = titleOf(single)
  const own = only?.children.length || found !== single ? found : null
  return finish(
    id,
    excludes ? 'exclusion' : ctx.part,
    own ? [...ctx.titles, own] : ctx.titles,
    sideBySide(nodes, head, id, b),
    nodes,
    b,
  )
}

function finish(
  id: string,
  kind: CriteriaSection['kind'],
  titles: readonly string[],
  requirement: Requirement,
  nodes: readonly OutlineNode[],
  b: Build,
): CriteriaSection {
  const notes = nodes.flatMap((n) => limitsOf(n, b))
  const named = titles.filter((t) => !b.own.includes(t))
  const title = sectionTitle(named.length ? named : titles) || requirement.words
  return { id, kind, title, requirement, path: titles, ...(notes.length ? { notes } : {}) }
}
