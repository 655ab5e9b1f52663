import type { Finding, Rule } from './rule.ts'

export const datesInOrder: Rule = {
  name: 'dates-in-order',
  why: 'A rule is used from its first day to its last, and is checked after the text it was read in was printed.',
  check: ({ knowledge }) =>
    [...knowledge.sources.values()].flatMap((source) =>
      Object.entries(source.provisions).flatMap(([name, { checked, clock }]): Finding[] => {
        const at = `provisions.${name}`
        const found = (say: string): Finding => ({ kind: 'sources', id: source.id, at, say })
        return [
          ...(checked < source.asOf ? [found(`Checked on ${checked}, before its text of ${source.asOf}.`)] : []),
          ...(clock?.since && clock.until && clock.since >= clock.until ? [found('Ends before it begins.')] : []),
        ]
      }),
    ),
}
