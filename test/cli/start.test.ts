import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const copy = mkdtempSync(join(tmpdir(), 'appealwright-start-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))
for (const part of ['bin', 'scripts', 'src', 'knowledge', 'package.json'])
  cpSync(join(root, part), join(copy, part), { recursive: true })
// Linked one by one, so that the copy has a cache folder of its own.
mkdirSync(join(copy, 'node_modules'))
for (const name of readdirSync(join(root, 'node_modules')))
  if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))

/** As much of the bundle's list as is looked at here; `scripts/` is no part of the tests' project. */
interface Manifest {
  readonly folder: string
  readonly sources: readonly (readonly [path: string, size: string, changed: string])[]
}

const kept = join(copy, 'node_modules/.cache/appealwright/start')
const manifest = () => JSON.parse(readFileSync(join(kept, 'manifest.json'), 'utf8')) as Manifest
const ask = (...args: string[]) => spawnSync(join(copy, 'bin/appealwright'), args, { encoding: 'utf8' })
const rights = () => ask('rights', '--coverage', 'medicare_advantage', '--notice', '2026-09-01')

describe('the kept start of a checkout', () => {
  test('is made by the first run, says the same as the sources, and is made anew when one changes', { timeout: 120_000 }, () => {
    const first = rights()
    expect(first.status, first.stderr).toBe(0)
    const made = manifest()
    expect(made.sources.map(([path]) => path)).toContain('src/apps/cli/main.ts')
    expect(existsSync(join(kept, made.folder, 'rights.code'))).toBe(false)

    const second = rights()
    expect([second.status, second.stdout]).toEqual([0, first.stdout])
    expect(existsSync(join(kept, made.folder, 'rights.code'))).toBe(true)
    expect(manifest()).toEqual(made)

    appendFileSync(join(copy, 'src/apps/cli/main.ts'), "\nprocess.stdout.write('changed\\n')\n")
    const third = rights()
    expect(third.stdout).toContain('changed')
    expect(manifest().folder).not.toBe(made.folder)
    expect(rights().stdout).toBe(third.stdout)
  })

  test('leaves exit codes alone', () => {
    expect(ask('rights', '--coverage', 'nosuch', '--notice', '2026-09-01').status).toBe(7)
    expect(ask('nosuch').status).toBe(2)
  })
})
