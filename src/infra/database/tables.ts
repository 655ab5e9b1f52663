import type { ColumnType, Generated } from 'kysely'

type Moment = ColumnType<Date, Date | string, Date | string>

/** Tables of migration 0001. Others add theirs with Kysely's `withTables`. */
export interface Tables {
  case_record: { id: string; opened: Moment; changed: Moment; last: number }
  case_key: { case_id: string; wrapped: Uint8Array }
  case_event: { case_id: string; seq: number; at: Moment; sealed: Uint8Array }
  case_member: { case_id: string; person: string; role: string; granted: Moment }
  case_kept: { case_id: string; name: string; seq: number; sealed: Uint8Array }
  case_file: { case_id: string; doc: string; blob: string; bytes: number }
  blob_loose: { blob: string; since: Generated<Date> }
  case_progress: { case_id: string; what: string; step: string; done: number; of: number; told: Generated<Date> }
  audit: { seq: string | number; at: string; text: string; hash: string }
  vault_check: { one: Generated<boolean>; mark: string; lineage: Generated<string> }
  schema_migration: { name: string; sha256: string; applied: Generated<Date> }
}
