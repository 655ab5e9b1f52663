import type { Brief } from '../brief.ts'
import { type TermTree, term } from '../term.ts'

/** {records}: the medical records sent with the letter, each resting on its own first words; not the notice, not the policy. */
export function enclosedTerms(brief: Pick<Brief, 'exhibits' | 'exhibitSupport'>): TermTree {
  return {
    records: brief.exhibits.flatMap((e): TermTree[] => {
      const first = brief.exhibitSupport(e.doc)
      if (first?.kind !== 'record') return []
      const listed = {
        kind: 'reckoning' as const,
        source: 'exhibits',
        pin: e.doc,
        quote: `${e.title} ${e.date ?? ''} Exhibit ${e.id}`,
      }
      return [
        {
          id: term(e.id, [first, listed]),
          title: term(e.title, [first, listed]),
          date: e.date ? term(e.date, [first, listed]) : null,
        },
      ]
    }),
  }
}
