import { resolve } from 'node:path'
import { fail, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import { backUp, backupRoot, restoreFrom } from '../../wireData.ts'
import { parseOptions } from '../arguments.ts'
import type { Command } from '../command.ts'

const noFolder = (verb: string) =>
  fail(problem('usage', `appealwright ${verb}`, 'A folder of backups is needed.', 'Name it, or set BACKUP_DIR.'))

export const backup: Command = {
  name: 'backup',
  help: `Usage: appealwright backup [DIR] [--keep N]

Backs up the application's data into DIR (else BACKUP_DIR), while it runs. The settings are those of "npm start".
The master key is not in a backup: keep a copy of it elsewhere.

  --keep N   afterwards keep the latest N backups only

Example:
  appealwright backup /var/backups/appealwright --keep 30
`,
  async run(args) {
    const parsed = parseOptions('backup', args, { keep: { type: 'string' } })
    if (!parsed.ok) return parsed
    const root = backupRoot(process.env, parsed.value.positionals[0])
    if (!root) return noFolder('backup')
    const { keep } = parsed.value.values
    if (keep !== undefined && !/^[1-9]\d{0,4}$/.test(keep))
      return fail(problem('usage', '--keep', 'This is not a number of backups.', 'For example --keep 30.'))
    const done = await backUp(process.env, resolve(root), keep === undefined ? null : Number(keep))
    if (!done.ok) return done
    const { name, cases, files, copied } = done.value
    return ok(`${name}: ${cases} cases, ${files} files (${copied} copied now)\n`)
  },
}

export const restore: Command = {
  name: 'restore',
  help: `Usage: appealwright restore [DIR] [--name NAME]

Restores the latest backup of DIR (else BACKUP_DIR) into an empty data folder or database, all or nothing, and reads
everything back. The master key of that time has to be in place: DATA_DIR/master.key, or APP_KEY.

  --name NAME   another backup than the latest

Example:
  DATA_DIR=/srv/new appealwright restore /var/backups/appealwright
`,
  async run(args) {
    const parsed = parseOptions('restore', args, { name: { type: 'string' } })
    if (!parsed.ok) return parsed
    const root = backupRoot(process.env, parsed.value.positionals[0])
    if (!root) return noFolder('restore')
    const done = await restoreFrom(process.env, resolve(root), parsed.value.values.name ?? null)
    if (!done.ok) return done
    const { name, leftOut, jobs, heldSendings, ...counts } = done.value
    const read = Object.entries(counts).filter(([, n]) => typeof n === 'number')
    const lines = [
      `${name}: restored and read back`,
      ...read.map(([what, n]) => `  ${what}: ${n}`),
      `  jobs that go on: ${jobs}`,
      ...(leftOut ? [`  cases deleted since, left out: ${leftOut}`] : []),
      ...(heldSendings ? [`  sendings held, to be looked at ("appealwright jobs"): ${heldSendings}`] : []),
    ]
    return ok(`${lines.join('\n')}\n`)
  },
}
