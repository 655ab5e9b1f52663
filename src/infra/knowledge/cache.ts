import { hash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Typed record by the hash of its text and of the schemas that typed it. */
export type TypedByHash = ReadonlyMap<string, { readonly id: string }>

const packageCache = join(import.meta.dirname, '../../../node_modules/.cache/appealwright')

/**
 * Parsing and typing 500 records takes the better part of a second, reading them back a tenth of that.
 * The file carries the hash of its own content, so a torn or altered one is ignored; nothing here ever
 * fails a load. `source` names whose cache it is.
 */
export function readCache(source: string, folder: string | null = cacheFolder()): TypedByHash {
  if (!folder) return new Map()
  try {
    const text = readFileSync(fileFor(source, folder), 'utf8')
    const cut = text.indexOf('\n')
    const body = text.slice(cut + 1)
    if (cut < 0 || text.slice(0, cut) !== hash('sha256', body)) return new Map()
    return new Map(JSON.parse(body) as [string, { id: string }][])
  } catch {
    return new Map()
  }
}

/** Replaces the cache in one step, so that a reader sees the old file or the new one. */
export function writeCache(source: string, entries: TypedByHash, folder: string | null = cacheFolder()): void {
  if (!folder) return
  const file = fileFor(source, folder)
  const body = JSON.stringify([...entries])
  try {
    writeFileSync(`${file}.${process.pid}`, `${hash('sha256', body)}\n${body}`, { mode: 0o600 })
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // A read-only or full disk costs the next load its speed, nothing else.
  }
}

const fileFor = (source: string, folder: string): string => join(folder, `records-${hash('sha256', source).slice(0, 16)}.json`)

/** The package's own cache folder, else one in the system's temporary folder; null where neither can be trusted. */
function cacheFolder(): string | null {
  const uid = process.getuid?.() ?? 0
  return [packageCache, join(tmpdir(), `appealwright-${uid}`)].find(isOurs) ?? null
}

/** A real folder of this user that nobody else can write: another user must not be able to plant law. */
function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const stat = lstatSync(folder)
    const uid = process.getuid?.()
    return stat.isDirectory() && (uid === undefined || (stat.uid === uid && (stat.mode & 0o022) === 0))
  } catch {
    return false
  }
}
