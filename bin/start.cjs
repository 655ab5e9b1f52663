/**
 * Runs the command line of a checkout from one kept file of JavaScript, as long as that was made of the sources
 * as they are; else from the sources, and keeps them as such a file afterwards. docs/decisions/0048.
 */
const { existsSync, lstatSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { dirname, join } = require('node:path')
const { pathToFileURL } = require('node:url')
const vm = require('node:vm')

const root = join(__dirname, '..')
const kept = join(root, 'node_modules/.cache/appealwright/start')

/** Only what this user alone can have written is run. */
function isOurs(path) {
  const stat = lstatSync(path)
  const uid = process.getuid?.()
  return uid === undefined || (stat.uid === uid && (stat.mode & 0o022) === 0)
}

/** Size and time of change tell whether a source is the same: the time of change, unlike that of writing, can not be set. */
function freshBundle() {
  try {
    if (!isOurs(kept)) return null
    const { folder, sources } = JSON.parse(readFileSync(join(kept, 'manifest.json'), 'utf8'))
    for (const [path, size, changed] of sources) {
      const stat = statSync(join(root, path), { bigint: true })
      if (`${stat.size}` !== size || `${stat.ctimeNs}` !== changed) return null
    }
    const file = join(kept, folder, 'apps-cli-main.js')
    return existsSync(file) ? file : null
  } catch {
    return null
  }
}

/** With the code of the functions that a run of this command used the last time, so that they are not compiled again. */
function run(file) {
  const command = /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'help'
  const code = join(dirname(file), `${command}.code`)
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`
  const cachedData = existsSync(code) ? readFileSync(code) : undefined
  const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
  const script = new vm.Script(source, { filename: file, cachedData, importModuleDynamically })
  const bundle = { exports: {} }
  script.runInThisContext()(bundle.exports, createRequire(file), bundle, file, dirname(file))
  if (cachedData && !script.cachedDataRejected) return
  process.once('exit', (status) => {
    try {
      if (status !== 0) return
      writeFileSync(`${code}.${process.pid}`, script.createCachedData(), { mode: 0o600 })
      renameSync(`${code}.${process.pid}`, code)
    } catch {
      // A full or read-only disk costs the next run its speed, nothing else.
    }
  })
}

const file = freshBundle()
if (file) run(file)
else {
  import(pathToFileURL(join(root, 'src/apps/cli/main.ts')).href)
  process.once('beforeExit', async () => {
    try {
      if (process.exitCode || !isOurs(join(root, 'node_modules'))) return
      const { keepBundle } = await import(pathToFileURL(join(root, 'scripts/bundle.ts')).href)
      await keepBundle(root, kept)
    } catch {
      // Without the bundler (an installation without development packages) every run is from the sources.
    }
  })
}
