import { join } from 'node:path'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import type { CaseMemory, CaseStore, Clock } from '../../usecases/cases/ports.ts'
import type { Database } from '../database/open.ts'
import type { BlobStore } from './blobs.ts'
import { makeCaseFiles, type SweptFiles } from './caseFiles.ts'
import { makeCaseMemory } from './caseMemory.ts'
import { makeCaseStore } from './caseStore.ts'
import { diskBlobs } from './diskBlobs.ts'
import { masterKey } from './masterKey.ts'
import type { JobQueue } from './parts.ts'
import { type S3Settings, s3Blobs, s3Problem } from './s3Blobs.ts'
import { makeVault, type Vault } from './vault.ts'
import { checkVault } from './vaultCheck.ts'

export interface StoreSettings {
  readonly dataDir: string
  /** APP_KEY: 32 bytes in base64; null: the key file in the data folder. */
  readonly appKey: string | null
  /** Null: files lie in the data folder. */
  readonly s3: S3Settings | null
}

export interface Store {
  readonly cases: CaseStore
  readonly memory: CaseMemory
  readonly files: SweptFiles
  readonly vault: Vault
  readonly blobs: BlobStore
}

/** The vault and the place of contents, without a case store: what backup and restore need. */
export async function openVault(settings: StoreSettings, { db }: Database): Promise<Outcome<{ vault: Vault; blobs: BlobStore }>> {
  const wrong = settings.s3 && s3Problem(settings.s3)
  if (wrong) return fail(wrong)
  const key = await masterKey(settings.dataDir, settings.appKey)
  if (!key.ok) return key
  const vault = makeVault(key.value)
  const checked = await checkVault(db, vault)
  if (!checked.ok) return checked
  return ok({ vault, blobs: blobsOf(settings) })
}

export const blobsOf = ({ s3, dataDir }: StoreSettings): BlobStore => (s3 ? s3Blobs(s3) : diskBlobs(join(dataDir, 'files')))

export async function openStore(
  settings: StoreSettings,
  database: Database,
  jobs: JobQueue,
  clock: Clock,
): Promise<Outcome<Store>> {
  const opened = await openVault(settings, database)
  if (!opened.ok) return opened
  const memory = makeCaseMemory()
  const parts = { db: database.db, clock, jobs, memory, ...opened.value }
  const cases = makeCaseStore(parts)
  const destroy: CaseStore['destroy'] = async (id) => {
    memory.forget(id)
    await cases.destroy(id)
    // What was opened while it was being destroyed.
    memory.forget(id)
  }
  return ok({ ...opened.value, memory, cases: { ...cases, destroy }, files: makeCaseFiles(parts) })
}
