import { hash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Knowledge } from '../../knowledge/assemble.ts'

/** Typed record by the hash of its text and of the schemas that typed it. */
export type TypedByHash = ReadonlyMap<string, { readonly id: string }>

const packageCache = join(import.meta.dirname, '../../../node_modules/.cache/appealwright')

/**
 * Parsing and typing 500 records takes the better part of a second, reading them back a tenth of that.
 * The file carries the hash of its own content, so a torn or altered one is ignored; nothing here ever
 * fails a load. `source` names whose cache it is.
 */
export function readCache(source: string, folder: string | null = cacheFolder()): TypedByHash {
  const body = readBody(fileFor('records', source, folder))
  return new Map(body === null ? [] : (JSON.parse(body) as [string, { id: string }][]))
}

export function writeCache(source: string, entries: TypedByHash, folder: string | null = cacheFolder()): void {
  writeBody(fileFor('records', source, folder), JSON.stringify([...entries]))
}

/**
 * All records as one load assembled them; null where that was of other records or schemas. A kind is
 * made when it is first asked for: few commands need all of them.
 */
export function readWhole(source: string, key: string, folder: string | null = cacheFolder()): Knowledge | null {
  const body = readBody(fileFor('whole', source, folder))
  const [head, version, ...kinds] = body?.split('\n') ?? []
  if (head !== key || !version) return null
  const whole = { version }
  for (const line of kinds) {
    const cut = line.indexOf(' ')
    let made: ReadonlyMap<string, unknown> | null = null
    Object.defineProperty(whole, line.slice(0, cut), {
      enumerable: true,
      get: () => (made ??= new Map(JSON.parse(line.slice(cut + 1)) as [string, unknown][])),
    })
  }
  return whole as unknown as Knowledge
}

/** A line each: the key, the version, then every kind with its records. */
export function writeWhole(source: string, key: string, whole: Knowledge, folder: string | null = cacheFolder()): void {
  const { version, ...maps } = whole
  const kinds = Object.entries(maps).map(([kind, records]) => `${kind} ${JSON.stringify([...records])}`)
  writeBody(fileFor('whole', source, folder), [key, version, ...kinds].join('\n'))
}

function readBody(file: string | null): string | null {
  if (!file) return null
  try {
    const text = readFileSync(file, 'utf8')
    const cut = text.indexOf('\n')
    const body = text.slice(cut + 1)
    return cut < 0 || text.slice(0, cut) !== hash('sha256', body) ? null : body
  } catch {
    return null
  }
}

/** Replaces a file in one step, so that a reader sees the old one or the new one. */
function writeBody(file: string | null, body: string): void {
  if (!file) return
  try {
    writeFileSync(`${file}.${process.pid}`, `${hash('sha256', body)}\n${body}`, { mode: 0o600 })
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // A read-only or full disk costs the next load its speed, nothing else.
  }
}

const fileFor = (what: string, source: string, folder: string | null): string | null =>
  folder && join(folder, `${what}-${hash('sha256', source).slice(0, 16)}.json`)

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
