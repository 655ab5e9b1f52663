import { writeSync } from 'node:fs'
import { openDatabase } from '../../src/infra/database/open.ts'
import { openJobs } from '../../src/infra/jobs/open.ts'
import { must } from './testStore.ts'

/** A worker that takes every job and never finishes one, to be killed by the test. Argument: database URL. */
const [url = ''] = process.argv.slice(2)
const database = must(await openDatabase({ dataDir: '/nowhere', databaseUrl: url }))
const jobs = must(await openJobs(database))
const take = (queue: string) => async () => {
  writeSync(1, `${queue}\n`)
  await new Promise(() => {})
}
await jobs.startWorkers({ analyse: take('analyse'), send: take('send') })
writeSync(1, 'ready\n')
