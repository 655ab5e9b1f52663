import type { Support } from '../base/support.ts'

/** A document of the case as the packet presents it. */
export interface Exhibit {
  /** "A", "B" … "AA"; as cited in the letter. */
  readonly id: string
  readonly doc: string
  readonly title: string
  /** As printed on the document, in the letter's form; null when it states none. */
  readonly date: string | null
  readonly pageCount: number
}

/** "A" … "Z", "AA" …: the id of the exhibit at a 0-based index. */
export function exhibitId(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? exhibitId(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** "Exhibit C, p. 1; Exhibit E, p. 2": where the support of a sentence can be read; empty when nowhere. */
export function exhibitPages(support: readonly Support[], exhibits: readonly Exhibit[]): string {
  const pages = new Map<string, Set<number>>()
  for (const s of support) {
    if (s.kind !== 'denial' && s.kind !== 'record' && s.kind !== 'policy') continue
    const exhibit = exhibits.find((e) => e.doc === s.source)
    if (!exhibit) continue
    pages.set(exhibit.id, (pages.get(exhibit.id) ?? new Set()).add(s.span.page))
  }
  return [...pages]
    .sort(([a], [b]) => a.length - b.length || a.localeCompare(b))
    .map(([id, set]) => {
      const list = [...set].sort((a, b) => a - b)
      return `Exhibit ${id}, ${list.length > 1 ? 'pp.' : 'p.'} ${list.join(', ')}`
    })
    .join('; ')
}
