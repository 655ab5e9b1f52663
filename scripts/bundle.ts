import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/** What a draft starts: the command line and the threads it always needs. Any other thread runs from `src/`. */
const ENTRIES = ['apps/cli/main.ts', 'infra/typesetting/thread.ts', 'infra/documents/pdf/thread.ts']
/** Loaded late from `src/`, for the sake of commands that do not need it; in a bundle it costs nothing to have it. */
const LATE = 'infra/knowledge/load.ts'
/** The pages of the site are many, and the data may need what lies beside its sources: both run from `src/`. */
const APART = /import\((['"])(\.[\w./-]*\/(?:site|operate\w*)\.ts)\1\)/g
/** Bundles kept: the present one, and those before for processes that still run from them. */
const KEPT = 3

/** What `bin/start.cjs` compares before it runs a bundle. */
export interface Manifest {
  /** Folder of the bundle, beside the manifest. */
  readonly folder: string
  /** Every source in it, and this one: path from the package's root, size, and time of last change in nanoseconds. */
  readonly sources: readonly (readonly [path: string, size: string, changed: string])[]
}

/**
 * Writes the command line and its threads as one file of JavaScript each under `out`, with a manifest of the
 * sources they were made of; null where a source changed meanwhile. Takes about half a second.
 */
export async function keepBundle(root: string, out: string): Promise<Manifest | null> {
  const src = join(root, 'src')
  const started = BigInt(Date.now()) * 1_000_000n
  const folder = `${process.pid}-${started}`
  mkdirSync(out, { recursive: true, mode: 0o700 })
  const made = await Promise.all(ENTRIES.map((entry) => bundled(join(src, entry), src, join(out, folder, nameOf(entry)))))
  writeFileSync(join(out, folder, 'package.json'), '{"type":"commonjs"}')
  const sources = [...new Set(made.flat()), import.meta.filename].map((file) => signature(root, file))
  if (sources.some(([, , changed]) => BigInt(changed) >= started)) {
    rmSync(join(out, folder), { recursive: true, force: true })
    return null
  }
  const manifest: Manifest = { folder, sources }
  writeFileSync(join(out, `${folder}.json`), JSON.stringify(manifest), { mode: 0o600 })
  renameSync(join(out, `${folder}.json`), join(out, 'manifest.json'))
  sweep(out, folder)
  return manifest
}

const nameOf = (entry: string) => `${entry.replace(/\.ts$/, '').replaceAll('/', '-')}.js`

/** One entry with all it imports, packages left out; the sources that went in. */
async function bundled(entry: string, src: string, file: string): Promise<string[]> {
  const made = await rolldown({
    input: entry,
    platform: 'node',
    tsconfig: false,
    external: (id) => !/^[./]|^\0/.test(id),
    plugins: [
      {
        name: 'places',
        transform: (code, id) => (id.startsWith(src) ? placed(code, id, src) : null),
        renderChunk: (code) => lateRequires(code),
      },
    ],
    logLevel: 'silent',
  })
  const { output } = await made.write({ file, format: 'cjs', codeSplitting: false })
  await made.close()
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])).filter((id) => id.startsWith(src))
}

/**
 * A package is loaded when something of it is first asked for, as it would be from the sources: in one file, those
 * of every command would else be loaded at the start. (Imports of a whole package are copied at once, and stay.)
 */
function lateRequires(code: string): string {
  const copied = new Set([...code.matchAll(/^(\w+) = __toESM\(\1/gm)].map(([, name]) => name))
  const late = code.replace(/^(let|const) (\w+) = require\("(?!node:)([^"]+)"\);$/gm, (said, _, name: string, from: string) =>
    copied.has(name) ? said : `const ${name} = lateModule(() => require(${JSON.stringify(from)}));`,
  )
  return `"use strict";\nconst lateModule = (load) => new Proxy({}, { get: (_, name) => load()[name] });\n${late}`
}

function signature(root: string, file: string): Manifest['sources'][number] {
  const { size, ctimeNs } = statSync(file, { bigint: true })
  return [relative(root, file), `${size}`, `${ctimeNs}`]
}

/** A module in a bundle still finds what lies beside its source, and a thread that is bundled is found in the bundle. */
function placed(code: string, id: string, src: string): string {
  const at = (path: string) => resolve(dirname(id), path)
  let late = ''
  const text = code
    .replace(/require\(`(\.\.?\/[\w./-]+)\$\{extension\}`\)/g, (said, path: string) => {
      if (relative(src, `${at(path)}.ts`) !== LATE) return said
      late = `import * as late from ${JSON.stringify(`${at(path)}.ts`)}\n`
      return 'late'
    })
    .replace(APART, (_, __, path: string) => `import(${JSON.stringify(pathToFileURL(at(path)).href)})`)
    .replace(/new URL\(`(\.\.?\/[\w./-]+)\$\{extension\}`, import\.meta\.url\)/g, (said, path: string) => {
      const entry = relative(src, `${at(path)}.ts`)
      return ENTRIES.includes(entry) ? `(__dirname + "/${nameOf(entry)}")` : said
    })
    .replace(/import\.meta\.url/g, JSON.stringify(pathToFileURL(id).href))
    .replace(/import\.meta\.filename/g, JSON.stringify(id))
    .replace(/import\.meta\.dirname/g, JSON.stringify(dirname(id)))
  return late + text
}

function sweep(out: string, present: string): void {
  const others = readdirSync(out, { withFileTypes: true }).filter((e) => e.isDirectory() && e.name !== present)
  const newest = others.map(({ name }) => ({ name, made: statSync(join(out, name)).mtimeMs })).sort((a, b) => b.made - a.made)
  for (const { name } of newest.slice(KEPT - 1)) rmSync(join(out, name), { recursive: true, force: true })
}
