import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root }).sort()]
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)

describe('every document of the project', () => {
  test.each(pages)('%s links to what exists', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) => to)
    expect(links.filter((to) => !existsSync(join(root, dirname(page), to)))).toEqual([])
  })

  test.each(pages)('%s names files that exist', (page) => {
    const named = [...read(page).matchAll(/`((?:src|test|docs|scripts|eval|bench|bin|examples|knowledge)\/[\w./@-]*)`/g)]
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test.each(pages)('%s names npm scripts that exist', (page) => {
    const run = [...read(page).matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name)
    expect(run.filter((name) => !scripts.includes(name))).toEqual([])
  })
})

/** Lines of a fenced block, as they must stand together in one of the records that the page names. */
describe('the examples in docs/adding are what the records say', () => {
  const adding = pages.filter((page) => page.startsWith('docs/adding/'))
  const shown = adding.flatMap((page) =>
    [...read(page).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => ({ page, block })),
  )

  test('there are some', () => expect(shown.length).toBeGreaterThan(10))

  test.each(shown)('$page: $block', ({ page, block }) => {
    const records = [...read(page).matchAll(/\]\(\.\.\/\.\.\/(knowledge\/[^)]+\.yaml)\)/g)].map(([, path = '']) => read(path))
    expect(records.some((record) => `\n${record}`.includes(`\n${block}`))).toBe(true)
  })
})

describe('every command shown runs', () => {
  const out = mkdtempSync(join(tmpdir(), 'docs-'))
  afterAll(() => rmSync(out, { recursive: true, force: true }))
  const commands = pages
    .flatMap((page) => [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block.replace(/\\\n\s*/g, '')))
    .flatMap((block) => block.split('\n').filter((line) => line.startsWith('bin/appealwright ')))

  test('there are some', () => expect(commands.length).toBeGreaterThan(8))

  test.each(commands)('%s', (command) => {
    const args = command.split(/\s+/).slice(1)
    const at = args.indexOf('--out') + 1
    if (at > 0) args[at] = out
    const run = spawnSync(join(root, 'bin/appealwright'), args, { cwd: root, encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    expect(run.stdout.length).toBeGreaterThan(0)
  })
})
