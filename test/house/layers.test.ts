import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const ORDER = [
  ['base'],
  ['knowledge'],
  ['reading'],
  ['facts'],
  ['rights', 'criteria', 'interview'],
  ['argument'],
  ['document'],
  ['packet'],
  ['casefile'],
  ['usecases'],
  ['infra'],
  ['apps'],
]
const folders = ORDER.flat()
const PURE = folders.slice(0, folders.indexOf('infra'))
const foldersBefore = (folder: string) =>
  ORDER.slice(
    0,
    ORDER.findIndex((step) => step.includes(folder)),
  ).flat()

const sources = (folder: string) =>
  globSync(`src/${folder}/**/*.ts`, { cwd: root }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

describe('the folder rule', () => {
  test.each(folders)('%s refers to exactly the folders before it', (folder) => {
    const config = JSON.parse(readFileSync(join(root, 'src', folder, 'tsconfig.json'), 'utf8'))
    expect(config.references.map((r: { path: string }) => r.path.replace('../', '')).sort()).toEqual(foldersBefore(folder).sort())
  })

  test.each(folders)('%s imports only from there', (folder) => {
    const allowed = [...foldersBefore(folder), folder]
    const wrong = sources(folder).flatMap(({ path, text }) =>
      [...text.matchAll(/from '((?:\.\.?\/)[^']+)'/g)].flatMap(([, target]) => {
        const resolved = join(path, '..', target ?? '')
        const into = /^src\/([a-z]+)\//.exec(resolved)?.[1]
        return into && allowed.includes(into) ? [] : [`${path} → ${target}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each(PURE)('%s has no clock, no chance, no world', (folder) => {
    const config = JSON.parse(readFileSync(join(root, 'src', folder, 'tsconfig.json'), 'utf8'))
    expect(config.compilerOptions.types).toBeUndefined()
    const wrong = sources(folder).flatMap(({ path, text }) =>
      /new Date\(\)|Date\.now|Math\.random|performance\.now|from 'node:|(?<!\/)process\./.test(text) ? [path] : [],
    )
    expect(wrong).toEqual([])
  })

  test('infra is imported by apps/wire*.ts alone', () => {
    const wrong = sources('apps').flatMap(({ path, text }) =>
      /infra\//.test(text) && !/apps\/wire\w*\.ts$/.test(path) ? [path] : [],
    )
    expect(wrong).toEqual([])
  })
})

describe('the compiler keeps the rule', () => {
  const copy = mkdtempSync(join(tmpdir(), 'layers-'))
  let plants = 0
  afterAll(() => rmSync(copy, { recursive: true, force: true }))
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true })
  for (const file of ['tsconfig.options.json', 'package.json']) cpSync(join(root, file), join(copy, file))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const compile = (folder: string, ...flags: string[]) =>
    spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', `src/${folder}`, ...flags], {
      cwd: copy,
      encoding: 'utf8',
    })

  test.each([
    [
      'rights',
      "import type { Requirement } from '../criteria/requirement.ts'\nexport type Forbidden = Requirement\n",
      /TS6307|not listed within the file list/,
    ],
    ['base', "import { readFileSync } from 'node:fs'\nexport const forbidden = readFileSync\n", /TS2591|TS2307|Cannot find/],
    ['base', 'export const forbidden = document.title\n', /TS2584|Cannot find name 'document'/],
  ])('a planted import in %s is refused', { timeout: 120_000 }, (folder, planted, refusal) => {
    const file = join(copy, 'src', folder, `planted-${plants++}.ts`)
    expect(compile(folder).stdout).toBe('')
    writeFileSync(file, planted)
    // Forced: within one tick of the file system's clock the build could take the folder for unchanged.
    const result = compile(folder, '--force')
    rmSync(file)
    expect(result.status).not.toBe(0)
    expect(result.stdout).toMatch(refusal)
  })
})
