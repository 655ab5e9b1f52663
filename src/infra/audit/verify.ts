import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Vault } from '../store/vault.ts'
import { chained, FIRST } from './auditLog.ts'

export interface AuditVerdict {
  /** How many entries were read and found whole. */
  readonly entries: number
  /** Seq of the first entry that is changed, missing or forged; null: none. */
  readonly broken: number | null
  /** The last whole entry: kept elsewhere, it tells later whether the end was cut off. */
  readonly head: { readonly seq: number; readonly hash: string } | null
}

const PAGE = 1000

/** Reads the whole log again. `expected`: a head noted earlier, that must still be in it. */
export async function verifyAudit(db: Kysely<Tables>, vault: Vault, expected?: AuditVerdict['head']): Promise<AuditVerdict> {
  let head: { seq: number; hash: string } | null = null
  const broken = (seq: number): AuditVerdict => ({ entries: seq - 1, broken: seq, head })
  for (;;) {
    const rows = await page(db, head?.seq ?? 0)
    for (const { seq, at, text, hash } of rows) {
      const next: number = (head?.seq ?? 0) + 1
      const whole = Number(seq) === next && hash === chained(vault, head?.hash ?? FIRST, next, text) && JSON.parse(text).at === at
      if (!whole) return broken(next)
      if (expected?.seq === next && expected.hash !== hash) return broken(next)
      head = { seq: next, hash }
    }
    if (rows.length < PAGE) break
  }
  const entries = head?.seq ?? 0
  return expected && expected.seq > entries ? broken(entries + 1) : { entries, broken: null, head }
}

const page = (db: Kysely<Tables>, after: number) =>
  db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(PAGE).execute()
