import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const tracked = existsSync(join(root, '.git'))
  ? execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter((f) => f && existsSync(join(root, f)))
  : []
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const code = tracked.filter((f) => /\.(ts|js)$/.test(f))
const without = (pattern: RegExp, files: readonly string[]) => files.filter((f) => pattern.test(read(f)))
const SELF = 'test/house/files.test.ts'

describe.skipIf(tracked.length === 0)('the files (skipped outside a git checkout)', () => {
  test('no source file is longer than 400 lines', () => {
    expect(code.filter((f) => read(f).split('\n').length > 401)).toEqual([])
  })

  test('nothing silences the compiler, and nothing is left to do', () => {
    const files = code.filter((f) => f !== SELF)
    expect(without(/@ts-(?:ignore|nocheck|expect-error)|\bTODO\b|\bFIXME\b/, files)).toEqual([])
    expect(without(/\b(?:it|test|describe)\.(?:only|todo|skip)\(/, files)).toEqual([])
  })

  test('no file names a place that only one machine has', () => {
    const text = tracked.filter((f) => f !== SELF && /\.(ts|js|md|yaml|json|typ|txt)$|^bin\/|^\.ci\//.test(f))
    expect(without(/(?:^|[\s'"`(])\/(?:work|home|root)\/[a-z]/m, text)).toEqual([])
  })

  test('the documentation asks for commands that there are', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const docs = tracked.filter((f) => f.endsWith('.md') && !f.startsWith('examples/'))
    const wrong = docs.flatMap((f) =>
      [...read(f).matchAll(/npm run (?:--silent )?([a-z:]+)/g)]
        .filter(([, s]) => !scripts.includes(s ?? ''))
        .map(([m]) => `${f}: ${m}`),
    )
    expect(wrong).toEqual([])
  })

  test('every kind of knowledge is documented', () => {
    const docs = tracked
      .filter((f) => f.startsWith('docs/'))
      .map(read)
      .join('\n')
    const kinds = readdirSync(join(root, 'knowledge'), { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => e.name)
    expect(kinds.filter((kind) => !new RegExp(`\\b${kind}/|knowledge/${kind}\\b`).test(docs))).toEqual([])
  })
})
