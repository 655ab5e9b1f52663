import { sql } from 'kysely'
import type { Progress, ProgressBoard } from '../../usecases/cases/ports.ts'
import type { Database } from '../database/open.ts'

/** In a table that is not logged: quick, seen by every process, empty after a crash. */
export function makeProgressBoard({ db }: Database): ProgressBoard {
  return {
    async tell(id, what, { step, done, of }) {
      await db
        .insertInto('case_progress')
        .values({ case_id: id, what, step, done, of })
        .onConflict((on) => on.columns(['case_id', 'what']).doUpdateSet({ step, done, of, told: sql`now()` }))
        .execute()
    },
    async of(id, what) {
      const row = await db
        .selectFrom('case_progress')
        .select(['step', 'done', 'of'])
        .where('case_id', '=', id)
        .where('what', '=', what)
        .executeTakeFirst()
      return row ? { step: row.step as Progress['step'], done: row.done, of: row.of } : null
    },
  }
}
