import { createHash, hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join, sep } from 'node:path'
import { type Outcome, ok } from '../../base/outcome.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { RecordFile } from '../../knowledge/record.ts'
import { readCache, readWhole, writeCache, writeWhole } from './cache.ts'

const require = createRequire(import.meta.url)
/**
 * The schemas and the libraries under them are loaded when there is something to type: where nothing
 * has changed since the last load, they would cost more than all the rest of it.
 */
const typing = () =>
  require(`../../knowledge/assemble${extname(import.meta.filename)}`) as typeof import('../../knowledge/assemble.ts')

/** `knowledge/` beside this package's `src/` or `dist/`. */
export const knowledgeDir = join(import.meta.dirname, '../../../knowledge')

const schemaDir = join(import.meta.dirname, '../../knowledge')

interface RawFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Every record file under `dir`, in the order of its path. */
export const readRecordFiles = (dir: string = knowledgeDir): readonly RecordFile[] => readRaw(dir).map(decoded)

const readRaw = (dir: string): readonly RawFile[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && path.includes(sep))
    .sort()
    .map((path) => ({ path: path.replaceAll(sep, '/'), bytes: readFileSync(join(dir, path)) }))

const decoded = ({ path, bytes }: RawFile): RecordFile => ({ path, text: new TextDecoder().decode(bytes) })

/** One hash of all paths and texts; each with its length, so that no text can pass for the next path. */
function versionOf(files: readonly RawFile[]): string {
  const sum = createHash('sha256')
  for (const { path, bytes } of files) sum.update(`${path} ${bytes.length}\n`).update(bytes)
  return sum.digest('hex')
}

/**
 * All records, or every broken place at once. Where no record, schema or library has changed, the whole
 * is what the last load made; else what earlier loads typed is reused per record. `cacheFolder` null:
 * type everything anew.
 */
export function loadKnowledge(dir: string = knowledgeDir, cacheFolder?: string | null): Outcome<Knowledge> {
  const files = readRaw(dir)
  const version = versionOf(files)
  const typedBy = fingerprint()
  const whole = readWhole(dir, `${typedBy} ${version}`, cacheFolder)
  if (whole) return ok(whole)
  const result = assembled(dir, files.map(decoded), version, typedBy, cacheFolder)
  if (result.ok) writeWhole(dir, `${typedBy} ${version}`, result.value, cacheFolder)
  return result
}

function assembled(
  dir: string,
  files: readonly RecordFile[],
  version: string,
  typedBy: string,
  cacheFolder?: string | null,
): Outcome<Knowledge> {
  const { assemble, kindOf } = typing()
  const keys = files.map((file) => hash('sha256', `${typedBy} ${kindOf(file.path)} ${file.text}`))
  const cached = readCache(dir, cacheFolder)
  const typed = new Map<string, { readonly id: string }>()
  const keyOf = new Map(files.map((file, i) => [file.path, keys[i] ?? '']))
  const result = assemble(
    files.map((file, i) => withTyped(file, cached.get(keys[i] ?? ''))),
    version,
    (file, record) => typed.set(keyOf.get(file.path) ?? '', record),
  )
  if (result.ok && keys.some((key) => !cached.has(key))) writeCache(dir, typed, cacheFolder)
  return result
}

const withTyped = (file: RecordFile, typed: { readonly id: string } | undefined): RecordFile =>
  typed ? { ...file, typed } : file

/** Changes with every edit of a schema and every change of the libraries that parse and type. */
function fingerprint(): string {
  const versions = ['js-yaml/package.json', 'yaml/package.json', 'zod/package.json'].map(
    (name) => (require(name) as { version: string }).version,
  )
  const sources = readdirSync(schemaDir, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(schemaDir, entry.name), 'utf8'))
  return hash('sha256', [...versions, ...sources].join('\n'))
}
