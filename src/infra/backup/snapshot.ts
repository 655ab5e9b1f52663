import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { JOBS, type Lines, type Manifest, tableFile } from './folder.ts'
import { writeLines } from './lines.ts'

/** Kept apart (keys), of this installation only (ledger of migrations), or of no use later (loose contents). */
const LEFT_OUT = new Set(['case_key', 'schema_migration', 'blob_loose'])
const PAGE = 200

/** Tables of this program that are logged: what is not does not outlive a crash either. */
const TABLES = `select relname as name from pg_class
  where relnamespace = current_schema()::regnamespace and relkind = 'r' and relpersistence = 'p' order by relname`
const WAITING = `select json_build_object('queue', name, 'data', data, 'key', singleton_key, 'after', start_after)::text as line
  from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%'`

export interface Snapshot extends Omit<Manifest, 'format' | 'made'> {
  readonly blobs: readonly string[]
}

/**
 * Every table as it was at one moment, while the program goes on writing. Rows are JSON: they load into any
 * version of PostgreSQL.
 */
export async function writeSnapshot(config: pg.ClientConfig, dir: string): Promise<Snapshot> {
  await mkdir(join(dir, 'tables'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({ ...config, application_name: 'appealwright backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    const tables: Record<string, Lines> = {}
    for (const { name } of await rows<{ name: string }>(client, TABLES)) {
      if (LEFT_OUT.has(name)) continue
      const query = `select to_json(t)::text as line from ${client.escapeIdentifier(name)} t`
      tables[name] = await writeLines(join(dir, tableFile(name)), lines(client, query))
    }
    const queued = await rows<{ there: boolean }>(client, `select to_regclass('pgboss.job') is not null as there`)
    const jobs = await writeLines(join(dir, JOBS), queued[0]?.there ? lines(client, WAITING) : none())
    const [check] = await rows<{ mark: string; lineage: string }>(client, 'select mark, lineage from vault_check')
    if (!check) throw new Error('the database was never opened by the store')
    const [head] = await rows<{ seq: string; hash: string }>(client, 'select seq, hash from audit order by seq desc limit 1')
    return {
      ...check,
      tables,
      jobs,
      migrations: await rows(client, 'select name, sha256 from schema_migration order by name'),
      audit: head ? { seq: Number(head.seq), hash: head.hash } : null,
      blobs: (await rows<{ blob: string }>(client, 'select blob from case_file')).map((row) => row.blob),
    }
  } finally {
    await client.end().catch(() => {})
  }
}

const rows = async <T extends pg.QueryResultRow>(client: pg.Client, query: string): Promise<T[]> =>
  (await client.query<T>(query)).rows

async function* none(): AsyncGenerator<string> {}

/** Page by page: a table may be larger than memory. */
async function* lines(client: pg.Client, query: string): AsyncGenerator<string> {
  await client.query(`declare page no scroll cursor for ${query}`)
  for (;;) {
    const page = await rows<{ line: string }>(client, `fetch ${PAGE} from page`)
    for (const { line } of page) yield line
    if (page.length < PAGE) break
  }
  await client.query('close page')
}
