import type { Finding, Rule } from './rule.ts'

export const tablesFit: Rule = {
  name: 'tables-fit',
  why: 'An example row with more or fewer cells than the table has columns shows the reader the wrong form.',
  check: ({ knowledge }) =>
    [...knowledge.reasons.values()].flatMap((r) => {
      const { columns, exampleRows } = r.criteriaMapping
      return exampleRows.flatMap((row, i): Finding[] =>
        row.length === columns.length
          ? []
          : [
              {
                kind: 'reasons',
                id: r.id,
                at: `criteriaMapping.exampleRows.${i}`,
                say: `${row.length} cells for ${columns.length} columns.`,
              },
            ],
      )
    }),
}
