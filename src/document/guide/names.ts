import { foldName } from '../../knowledge/resolveName.ts'

/** A name, what stands outside its parentheses, and what stands inside: each may be the one that is known. */
export function formsOf(name: string): string[] {
  const inside = [...name.matchAll(/\(([^)]*)\)/g)].map((m) => m[1] ?? '')
  const outside = name.replace(/\([^)]*\)/g, ' ')
  return [...new Set([name, outside, ...inside].map(foldName).filter(Boolean))]
}

/** Share of the two names' pairs of letters that agree, 0–1: robust to word order and small slips. */
export function likeness(a: string, b: string): number {
  const pairs = (s: string) => [...foldName(s).replace(/ /g, '_')].map((c, i, all) => c + (all[i + 1] ?? '_'))
  const left = pairs(a)
  const right = pairs(b)
  const rest = [...right]
  let shared = 0
  for (const pair of left) {
    const at = rest.indexOf(pair)
    if (at >= 0) {
      rest.splice(at, 1)
      shared++
    }
  }
  return (2 * shared) / (left.length + right.length || 1)
}
