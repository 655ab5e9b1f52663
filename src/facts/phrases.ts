/** Phrases as a tree of words, so that a text is walked once whatever their number. */
export interface PhraseTree<T> {
  readonly next: Map<string, PhraseTree<T>>
  readonly values: T[]
}

export interface PhraseHit<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?|…/gu
/** What may part two words of a phrase: blanks, a hyphen, a slash. */
const JOINT = /^(?:\s+|\s?[/-]\s?)$/
/** "…" in a phrase stands for up to this many words of the same clause. */
const GAP = 4

export const phraseTree = <T>(): PhraseTree<T> => ({ next: new Map(), values: [] })

const plain = (word: string) => word.toLowerCase().replace('’', "'")

export function addPhrase<T>(tree: PhraseTree<T>, phrase: string, value: T): void {
  let node = tree
  for (const [word] of phrase.matchAll(WORD)) {
    const key = plain(word)
    const next: PhraseTree<T> = node.next.get(key) ?? phraseTree<T>()
    node.next.set(key, next)
    node = next
  }
  node.values.push(value)
}

/** Every phrase that stands in the text as whole words, overlapping ones included, in order of place. */
export function phrasesIn<T>(text: string, tree: PhraseTree<T>): PhraseHit<T>[] {
  const words = [...text.matchAll(WORD)].map((m) => ({ key: plain(m[0]), start: m.index, end: m.index + m[0].length }))
  const joined = words.map((w, i) => {
    const before = words[i - 1]
    return before !== undefined && JOINT.test(text.slice(before.end, w.start))
  })
  const hits: PhraseHit<T>[] = []
  const walk = (node: PhraseTree<T>, at: number, start: number) => {
    const last = words[at - 1]
    if (last) for (const value of node.values) hits.push({ value, start, end: last.end })
    const word = words[at]
    if (!word || (node !== tree && !joined[at])) return
    const next = node.next.get(word.key)
    if (next) walk(next, at + 1, start)
    const gap = node.next.get('…')
    if (gap) skip(gap, at, start)
  }
  /** The shortest way over a gap. */
  const skip = (gap: PhraseTree<T>, from: number, start: number) => {
    for (let at = from; at <= from + GAP; at++) {
      const word = words[at]
      if (!word || !joined[at]) return
      const next = gap.next.get(word.key)
      if (next) {
        walk(next, at + 1, start)
        return
      }
    }
  }
  words.forEach((word, i) => {
    if (tree.next.has(word.key)) walk(tree, i, word.start)
  })
  return hits
}
