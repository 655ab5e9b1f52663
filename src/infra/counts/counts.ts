import type { Kysely } from 'kysely'
import type { CountRow } from '../../casefile/track/statistics.ts'
import type { OutcomeCounts } from '../../usecases/cases/track/ports.ts'
import type { Tables } from '../database/tables.ts'

/** Table of migration 0005. */
export type CountTables = { outcome_count: { receipt: string } & { -readonly [K in keyof CountRow]: CountRow[K] } }

/** The anonymous rows of what became of cases. */
export function makeOutcomeCounts(database: Kysely<Tables>): OutcomeCounts {
  const db = database.withTables<CountTables>()
  return {
    async put(receipt, row) {
      const { payer, reason, treatment, coverage, level, outcome, month } = row
      const values = { payer, reason, treatment, coverage, level, outcome, month }
      await db
        .insertInto('outcome_count')
        .values({ receipt, ...values })
        .onConflict((on) => on.column('receipt').doUpdateSet(values))
        .execute()
    },
    rows: () =>
      db.selectFrom('outcome_count').select(['payer', 'reason', 'treatment', 'coverage', 'level', 'outcome', 'month']).execute(),
  }
}
