import { type AgentName, type Vocabulary, wordsOf } from '../vocabulary.ts'

/** A drug, therapy or device named in a text; "ocrelizumab (Ocrevus)" is one mention. */
export interface AgentMention {
  readonly start: number
  readonly end: number
  /** As written. */
  readonly written: string
  readonly agent: string
  readonly what: string
  readonly isClass: boolean
  readonly alsoKnownAs: readonly string[]
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu
const JOINT = /^[\s\-‐‑–/®™+]{1,4}$/u

/** Every agent named, in order of place; the longest name wins. */
export function agentsIn(flat: string, vocabulary: Vocabulary): AgentMention[] {
  const tokens = [...flat.matchAll(WORD)].map((m) => ({ word: m[0].toLowerCase(), start: m.index, end: m.index + m[0].length }))
  const found: AgentMention[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    const singular = token.word.length > 3 && token.word.endsWith('s') ? token.word.slice(0, -1) : null
    const names = [...(vocabulary.agents.get(token.word) ?? []), ...(singular ? (vocabulary.agents.get(singular) ?? []) : [])]
    const hit = names.find((n) => matches(n, tokens, i, flat))
    const last = hit && tokens[i + hit.words.length - 1]
    if (hit && last) {
      found.push(mention(hit, flat, token.start, last.end))
      i += hit.words.length - 1
    } else if (hasStem(token.word, vocabulary)) found.push(byStem(flat, token.start, token.end))
  }
  return joinBrackets(found, flat)
}

function matches(
  name: AgentName,
  tokens: readonly { word: string; start: number; end: number }[],
  at: number,
  flat: string,
): boolean {
  const first = tokens[at]
  if (name.exact) return first !== undefined && flat.slice(first.start, first.end) === name.exact
  return name.words.every((word, k) => {
    const token = tokens[at + k]
    const before = tokens[at + k - 1]
    const same = token?.word === word || (k === name.words.length - 1 && token?.word === `${word}s`)
    return same && (k === 0 || (before !== undefined && token !== undefined && JOINT.test(flat.slice(before.end, token.start))))
  })
}

function mention(name: AgentName, flat: string, start: number, end: number): AgentMention {
  const near = ` ${wordsOf(flat.slice(Math.max(0, start - 30), end + 40)).join(' ')} `
  const names = name.memberships
    .filter(
      (m) =>
        m.routes.length === 0 ||
        m.routes.some((r) => near.includes(` ${r.toLowerCase()} `) || (r === 'mg' && /\d mg /.test(near))),
    )
    .flatMap((m) => m.names)
  const written = flat.slice(start, end)
  const own = [name.agent.toLowerCase(), written.toLowerCase()]
  return {
    start,
    end,
    written,
    agent: name.agent,
    what: name.what,
    isClass: name.isClass,
    alsoKnownAs: [...new Set([...own, ...names])],
  }
}

/** Names of new drugs are recognised by the stem that their nonproprietary name must carry. */
const hasStem = (word: string, vocabulary: Vocabulary): boolean =>
  word.length >= 8 && (vocabulary.words.get('drug_stems') ?? []).some((stem) => word.endsWith(stem))

const byStem = (flat: string, start: number, end: number): AgentMention => {
  const written = flat.slice(start, end)
  return { start, end, written, agent: written.toLowerCase(), what: 'drug', isClass: false, alsoKnownAs: [written.toLowerCase()] }
}

/** "Copaxone (glatiramer acetate)", "CIMT (constraint-induced movement therapy)": one agent, named twice. */
function joinBrackets(found: readonly AgentMention[], flat: string): AgentMention[] {
  const joined: AgentMention[] = []
  for (const next of found) {
    const last = joined.at(-1)
    const between = last ? flat.slice(last.end, next.start) : ''
    const same =
      last &&
      (last.agent === next.agent ||
        last.alsoKnownAs.some((n) => n === next.agent.toLowerCase()) ||
        next.alsoKnownAs.includes(last.agent.toLowerCase()))
    if (last && same && /^\s*[([/,]\s*(?:formerly\s+)?$/.test(between)) {
      const close = /[([]/.test(between) && /^[^()[\]]{0,12}[)\]]/.exec(flat.slice(next.end))
      const end = close ? next.end + close[0].length : next.end
      const specific = last.isClass ? next : last
      joined[joined.length - 1] = {
        ...specific,
        start: last.start,
        end,
        written: flat.slice(last.start, end),
        alsoKnownAs: [...new Set([...specific.alsoKnownAs, ...last.alsoKnownAs, ...next.alsoKnownAs])],
      }
    } else joined.push(next)
  }
  return joined
}
