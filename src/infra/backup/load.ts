import { join } from 'node:path'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Manifest, tableFile } from './folder.ts'
import type { Keys } from './keys.ts'
import { readLines } from './lines.ts'

const PAGE = 200

/** Puts the rows of a backup into empty tables. Cases whose key is no longer kept are left out. Returns how many those were. */
export async function loadTables(trx: Transaction<Tables>, dir: string, manifest: Manifest, { keys }: Keys): Promise<number> {
  await trx.deleteFrom('vault_check').execute()
  for (const table of await inOrder(trx, Object.keys(manifest.tables))) {
    await loadTable(trx, table, readLines(join(dir, tableFile(table))))
    await setSequences(trx, table)
  }
  for (const page of pages(Object.entries(keys), PAGE)) await loadKeys(trx, page)
  const { numDeletedRows } = await trx
    .deleteFrom('case_record')
    .where('id', 'not in', (of) => of.selectFrom('case_key').select('case_id'))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function loadTable(trx: Transaction<Tables>, table: string, lines: AsyncIterable<string>): Promise<void> {
  const columns = await writableColumns(trx, table)
  const insert = async (page: readonly string[]) => {
    if (page.length === 0) return
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))}) overriding system value
      select ${sql.join(columns.map((c) => sql.ref(c)))}
      from json_populate_recordset(null::${sql.table(table)}, ${`[${page.join(',')}]`}::json)`.execute(trx)
  }
  let page: string[] = []
  for await (const line of lines) {
    page.push(line)
    if (page.length < PAGE) continue
    await insert(page)
    page = []
  }
  await insert(page)
}

async function loadKeys(trx: Transaction<Tables>, keys: readonly (readonly [string, string])[]): Promise<void> {
  const ids = keys.map(([id]) => id)
  const known = await trx.selectFrom('case_record').select('id').where('id', 'in', ids).execute()
  const wanted = new Set(known.map(({ id }) => id))
  const rows = keys
    .filter(([id]) => wanted.has(id))
    .map(([id, wrapped]) => ({ case_id: id, wrapped: Buffer.from(wrapped, 'base64') }))
  if (rows.length > 0) await trx.insertInto('case_key').values(rows).execute()
}

function* pages<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size)
}

async function writableColumns(trx: Transaction<Tables>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(trx)
  return rows.map(({ name }) => name)
}

async function setSequences(trx: Transaction<Tables>, table: string): Promise<void> {
  const { rows } = await sql<{ name: string; sequence: string }>`
    select attname as name, pg_get_serial_sequence(${table}, attname) as sequence from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and pg_get_serial_sequence(${table}, attname) is not null`.execute(trx)
  for (const { name, sequence } of rows)
    await sql`select setval(${sequence}::regclass, (select coalesce(max(${sql.ref(name)}), 0) + 1 from ${sql.table(table)}), false)`.execute(
      trx,
    )
}

/** Tables that are referred to before those that refer to them. */
async function inOrder(trx: Transaction<Tables>, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ from: string; to: string }>`
    select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to from pg_constraint c
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and c.conrelid <> c.confrelid`.execute(trx)
  const done = new Set<string>()
  const visit = (table: string, above: readonly string[]): void => {
    if (done.has(table)) return
    if (above.includes(table)) throw new Error(`tables refer to each other in a circle: ${[...above, table].join(', ')}`)
    for (const { from, to } of rows) if (from === table && tables.includes(to)) visit(to, [...above, table])
    done.add(table)
  }
  for (const table of tables) visit(table, [])
  return [...done]
}
