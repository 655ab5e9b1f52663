import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../../src/infra/database/open.ts'
import { openJobs } from '../../src/infra/jobs/open.ts'
import { openStore } from '../../src/infra/store/open.ts'
import type { CaseId } from '../../src/usecases/cases/ports.ts'
import { must, opened, person, stated, testClock } from './testStore.ts'

/**
 * Appends an event with its job to a case for ever and says on standard output which were acknowledged, to be killed by
 * the test. Arguments: data folder, database URL or "", master key, case.
 */
const [dataDir = '', url = '', appKey = '', of = ''] = process.argv.slice(2)
const id = of as CaseId
const database = must(await openDatabase({ dataDir, databaseUrl: url || null }))
const jobs = must(await openJobs(database))
const { cases } = must(await openStore({ dataDir, appKey, s3: null }, database, jobs, testClock()))

let last = (await cases.load(id))?.length ?? 0
if (last === 0) await cases.open(id, person('p1'), 'patient', [opened])
last ||= 1
for (;;) {
  try {
    const seq = last + 1
    if (
      await cases.append(id, last, [stated(`v${seq}`)], [{ job: { queue: 'remind', data: { case: id, what: 'x', days: seq } } }])
    ) {
      writeSync(1, `${seq}\n`)
      last = seq
    } else {
      last = (await cases.load(id))?.length ?? 1
    }
  } catch {
    // The database was killed: what was not acknowledged may be there or not.
    await sleep(50)
    last = await cases.load(id).then(
      (events) => events?.length ?? last,
      () => last,
    )
  }
}
