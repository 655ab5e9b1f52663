import { join } from 'node:path'
import { sql } from 'kysely'
import { fail, failAll, type Outcome, ok } from '../../base/outcome.ts'
import { type Migration, migrate, migrations } from '../database/migrate.ts'
import { type Database, type DatabaseSettings, openDatabase } from '../database/open.ts'
import { openJobs } from '../jobs/open.ts'
import { masterKey } from '../store/masterKey.ts'
import { blobsOf, type StoreSettings } from '../store/open.ts'
import { makeVault } from '../store/vault.ts'
import { restoreFiles } from './files.ts'
import { JOBS, type Manifest, readManifest, tableFile, unusable } from './folder.ts'
import { readKeys } from './keys.ts'
import { checkLines } from './lines.ts'
import { loadTables } from './load.ts'
import { type ReadBack, readBack } from './readBack.ts'
import { loadJobs } from './waitingJobs.ts'

export interface RestoreReport extends ReadBack {
  readonly name: string
  /** Cases of the backup that were deleted since it was made: their keys are gone. */
  readonly leftOut: number
  readonly jobs: number
  /** Sendings that waited: held among the failed jobs, for they may have been sent after the backup. */
  readonly heldSendings: number
}

/**
 * Restores a backup (`name` null: the latest) into an empty database, and reads everything back. All or
 * nothing: files come first, which harm nobody, then all rows in one transaction.
 */
export async function restore(
  root: string,
  name: string | null,
  settings: DatabaseSettings & StoreSettings,
): Promise<Outcome<RestoreReport>> {
  const found = await readManifest(root, name)
  if (!found.ok) return found
  const { dir, manifest } = found.value
  const sound = await check(dir, manifest)
  if (!sound.ok) return sound
  const key = await masterKey(settings.dataDir, settings.appKey)
  if (!key.ok) return key
  const vault = makeVault(key.value)
  if (vault.fingerprint('vault.check', 'appealwright') !== manifest.mark)
    return fail(unusable('master key', 'The backup was sealed with another master key.', 'Put back the master key of that time.'))
  const keys = await readKeys(root)
  if (!keys.ok) return keys
  if (!keys.value)
    return fail(unusable(root, 'The file of keys is missing: without it no case can be read.', 'Put it back beside the backups.'))

  const all = await migrations()
  const upTo = ofBackup(all, manifest)
  if (!upTo.ok) return upTo
  const opened = await openDatabase(settings, upTo.value)
  if (!opened.ok) return opened
  const database = opened.value
  try {
    const empty = await emptyTables(database, manifest)
    if (!empty.ok) return empty
    const jobs = await openJobs(database)
    if (!jobs.ok) return jobs
    const blobs = blobsOf(settings)
    try {
      const files = await restoreFiles(root, dir, keys.value, blobs)
      if (!files.ok) return files
      const loaded = await database.db.transaction().execute(async (trx) => {
        const leftOut = await loadTables(trx, dir, manifest, keys.value ?? { format: 1, lineage: '', keys: {} })
        return { leftOut, ...(await loadJobs(trx, jobs.value, join(dir, JOBS))) }
      })
      const migrated = await migrate(database.config, all)
      if (!migrated.ok) return migrated
      const read = await readBack(database.db, vault, blobs, manifest.audit)
      return read.ok ? ok({ name: dir.slice(root.length + 1), ...loaded, ...read.value }) : read
    } finally {
      await jobs.value.stop(0)
    }
  } finally {
    await database.close()
  }
}

async function check(dir: string, manifest: Manifest): Promise<Outcome<null>> {
  const problems = []
  for (const [table, lines] of Object.entries(manifest.tables))
    problems.push(await checkLines(join(dir, tableFile(table)), lines))
  problems.push(await checkLines(join(dir, JOBS), manifest.jobs))
  const found = problems.flatMap((p) => (p.ok ? [] : p.problems))
  return found.length > 0 ? failAll(found) : ok(null)
}

/** The migrations the backup was made under; it is loaded into those tables, and led forward after. */
function ofBackup(all: readonly Migration[], manifest: Manifest): Outcome<readonly Migration[]> {
  const chosen = manifest.migrations.map(({ name, sha256 }) => all.find((m) => m.name === name && m.sha256 === sha256))
  if (chosen.every((m) => m !== undefined)) return ok(chosen)
  return fail(unusable('migrations', 'The backup was made by a newer version of the program.', 'Restore it with that version.'))
}

/** Only the mark of the vault may be there: it is written at the first start. */
async function emptyTables({ db }: Database, manifest: Manifest): Promise<Outcome<null>> {
  for (const table of Object.keys(manifest.tables)) {
    if (table === 'vault_check') continue
    const { rows } = await sql<{ held: boolean }>`select exists(select from ${sql.table(table)}) as held`.execute(db)
    if (rows[0]?.held)
      return fail(
        unusable(`table ${table}`, 'The database is not empty.', 'Restore into a new data folder or an empty database.'),
      )
  }
  return ok(null)
}
