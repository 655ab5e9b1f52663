import type { Support } from '../base/support.ts'

/** A word or phrase of the case with what it rests on. */
export interface Term {
  readonly text: string
  readonly support: readonly Support[]
}

/**
 * The vocabulary of one case: what sentence templates may name. `get` returns null for what the
 * case lacks ("reasons.0.quote" is the first item's); `list` gives a scope per item, in which
 * "it.…" names the item.
 */
export interface Terms {
  get(path: string): Term | null
  list(path: string): readonly Terms[]
}

export const term = (text: string, support: readonly Support[]): Term => ({ text, support })

/** Terms from a record of values; nested objects are reached by dotted paths. */
export interface TermTree {
  readonly [name: string]: Term | TermTree | readonly TermTree[] | null | undefined
}

export const isTerm = (v: unknown): v is Term => typeof v === 'object' && v !== null && 'text' in v && 'support' in v

function walk(tree: TermTree, path: string): Term | TermTree | readonly TermTree[] | null {
  let here: Term | TermTree | readonly TermTree[] | null | undefined = tree
  for (const step of path.split('.')) {
    if (!here || isTerm(here)) return null
    here = Array.isArray(here) ? here[Number(step)] : (here as TermTree)[step]
  }
  return here ?? null
}

/** `dynamic` answers paths computed on demand (law.claim_file); it is asked when the tree has none. */
export function termsOf(tree: TermTree, dynamic: (path: string) => Term | null = () => null): Terms {
  return {
    get(path) {
      const found = walk(tree, path)
      return isTerm(found) ? found : found === null ? dynamic(path) : null
    },
    list(path) {
      const found = walk(tree, path)
      return Array.isArray(found) ? found.map((item: TermTree) => termsOf({ ...tree, it: item }, dynamic)) : []
    },
  }
}
