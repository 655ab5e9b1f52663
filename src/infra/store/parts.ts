import type { Kysely, Transaction } from 'kysely'
import type { CaseMemory, Clock, Enqueued } from '../../usecases/cases/ports.ts'
import type { Tables } from '../database/tables.ts'
import type { BlobStore } from './blobs.ts'
import type { Vault } from './vault.ts'

/** Jobs as the store needs them: put into the transaction that gives rise to them. */
export interface JobQueue {
  enqueue(trx: Transaction<Tables>, jobs: readonly Enqueued[]): Promise<void>
  /** Takes back the waiting jobs of a case. */
  forget(trx: Transaction<Tables>, id: string): Promise<void>
}

export interface StoreParts {
  readonly db: Kysely<Tables>
  readonly vault: Vault
  readonly clock: Clock
  readonly jobs: JobQueue
  readonly blobs: BlobStore
  /** Left out: nothing is remembered. */
  readonly memory?: CaseMemory
}
