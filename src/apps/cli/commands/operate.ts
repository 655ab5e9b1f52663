import { fail, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import { checkAudit, operating } from '../../wireData.ts'
import { parseOptions } from '../arguments.ts'
import type { Command } from '../command.ts'

export const audit: Command = {
  name: 'audit',
  help: `Usage: appealwright audit verify

Reads the audit log again and says whether every entry is as it was written. Exit code 18 when one is not.

Example:
  appealwright audit verify
`,
  async run(args) {
    const parsed = parseOptions('audit', args, {})
    if (!parsed.ok) return parsed
    if (parsed.value.positionals.join(' ') !== 'verify')
      return fail(problem('usage', 'appealwright audit', 'It only knows "verify".', 'Run "appealwright audit verify".'))
    const verdict = await checkAudit(process.env)
    if (!verdict.ok) return verdict
    const { entries, broken, head } = verdict.value
    if (broken !== null)
      return fail(
        problem(
          'backup-unusable',
          `audit entry ${broken}`,
          'It is not as it was written, or it is missing.',
          'Restore the last good backup, and find out who had access to the database.',
        ),
      )
    return ok(`${entries} entries, all as they were written${head ? `; the last: ${head.seq} ${head.hash}` : ''}\n`)
  },
}

export const jobs: Command = {
  name: 'jobs',
  help: `Usage: appealwright jobs [--retry ID | --retry-all]

Lists the jobs that failed for good, and tries them again where that is asked.

Examples:
  appealwright jobs
  appealwright jobs --retry-all
`,
  async run(args) {
    const parsed = parseOptions('jobs', args, { retry: { type: 'string' }, 'retry-all': { type: 'boolean' } })
    if (!parsed.ok) return parsed
    const { retry, 'retry-all': all } = parsed.value.values
    return operating(process.env, async (operations) => {
      const failed = await operations.failedJobs()
      const chosen = all ? failed : failed.filter((job) => job.id === retry)
      if (retry !== undefined && !chosen.length)
        return fail(problem('record-unknown', retry, 'There is no such failed job.', 'See "appealwright jobs".'))
      for (const job of chosen) await operations.retry(job.id)
      if (chosen.length) return ok(`${chosen.length} tried again\n`)
      return ok(
        failed.map((job) => `${job.id}  ${job.queue}  ${job.why}  ${job.tries} tries  ${job.at}\n`).join('') || 'none failed\n',
      )
    })
  },
}

export const retention: Command = {
  name: 'retention',
  help: `Usage: appealwright retention [--run]

Says how many cases are due to be deleted: untouched for RETENTION_DAYS (400 unless set, 0: never) and without an open
deadline. With --run they are deleted, with expired sessions and links. Workers do the same every hour.

Example:
  appealwright retention --run
`,
  async run(args) {
    const parsed = parseOptions('retention', args, { run: { type: 'boolean' } })
    if (!parsed.ok) return parsed
    return operating(process.env, async (operations) => {
      if (!parsed.value.values.run) return ok(`${(await operations.retirable()).length} cases are due\n`)
      const swept = await operations.housekeep()
      return ok(
        `deleted: ${Object.entries(swept)
          .map(([what, n]) => `${what} ${n}`)
          .join(', ')}\n`,
      )
    })
  },
}
