import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const example = join(root, 'examples/ocrelizumab-step-therapy')
const work = mkdtempSync(join(tmpdir(), 'appealwright-paths-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const run = (args: readonly string[], input?: Uint8Array) => {
  const ran = spawnSync(join(root, 'bin/appealwright'), args, { cwd: work, encoding: 'utf8', ...(input ? { input } : {}) })
  expect(ran.stderr, 'a stack trace').not.toMatch(/\n {4}at |node:internal/)
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}
const denial = join(example, 'denial.pdf')
const draft = (...args: string[]) => run(['draft', denial, '--today', '2026-11-22', ...args])

describe('paths and options', () => {
  mkdirSync(join(work, 'empty'))
  writeFileSync(join(work, 'a file'), '')
  test.each([
    [['read', join(work, 'empty')], 2, /folder/],
    [['read', '/dev/null'], 4, /empty/],
    [['read'], 2, /No file/],
    [['read', '--nosuch', 'x'], 2, /nosuch/],
    [['policy', 'a', 'b'], 2, /One file/],
    [['draft', denial], 2, /output folder/],
    [['draft', '--out', 'o'], 2, /No denial/],
    [['draft', denial, '--out'], 2, /--out/],
    [['draft', denial, '--today', '2026-13-01', '--out', 'o'], 6, /--today/],
    [['draft', denial, '--denial', '0', '--out', 'o'], 2, /--denial/],
    [['draft', denial, '--denial', '7', '--out', 'o'], 5, /holds 1/],
    [['draft', denial, '--records', 'nowhere', '--out', 'o'], 3, /nowhere/],
    [['draft', denial, '--policy', 'nowhere.pdf', '--out', 'o'], 3, /nowhere\.pdf/],
    [['read', 'bad\nname\u001b[31m.pdf'], 3, /^Problem: bad\?name\?\[31m\.pdf: [^\n]*\n$/],
  ])('%j → exit %i', (args, code, say) => {
    const ran = run(args as string[])
    expect([ran.code, ran.err]).toEqual([code, expect.stringMatching(say as RegExp)])
    expect(existsSync(join(work, 'o'))).toBe(false)
  })

  test('a file in the way of the output folder', () => {
    expect(draft('--out', 'a file')).toMatchObject({ code: 11, out: '' })
    expect(readdirSync(work)).not.toContain('a file.part')
  })

  test('odd names, an empty record, the same file twice, and outputs for the owner alone', () => {
    const records = join(work, 'Akten übung')
    mkdirSync(records)
    copyFileSync(join(example, 'records', readdirSync(join(example, 'records'))[0] ?? ''), join(records, 'note 1.pdf'))
    copyFileSync(join(records, 'note 1.pdf'), join(records, 'note copy.pdf'))
    writeFileSync(join(records, 'empty.pdf'), '')
    const ran = draft('--records', records, join(work, 'empty'), '--case', join(example, 'case.yaml'), '--out', 'o ü')
    expect(ran.code).toBe(0)
    expect(ran.err).toMatch(/same file/)
    expect(ran.err).toMatch(/holds no files/)
    expect(readFileSync(join(work, 'o ü/tasks.md'), 'utf8')).toMatch(/empty\.pdf/)
    const mode = (path: string) => statSync(join(work, 'o ü', path)).mode & 0o777
    expect(['', 'letters', 'packet.pdf', 'case.json'].map(mode)).toEqual([0o700, 0o700, 0o600, 0o600])
    const names = /Member ID|Okafor|Date of birth/i
    expect(ran.err).not.toMatch(names)
  })

  test.skipIf(process.getuid?.() === 0)('a file that may not be read (skipped for root, who may read all)', () => {
    const locked = join(work, 'locked.pdf')
    copyFileSync(denial, locked)
    chmodSync(locked, 0)
    expect(run(['read', locked])).toMatchObject({ code: 4 })
  })

  test('a denial from standard input', () => {
    const ran = run(
      ['draft', '-', '--today', '2026-11-22', '--case', join(example, 'case.yaml'), '--out', 'from-stdin'],
      readFileSync(denial),
    )
    expect(ran.code).toBe(0)
  })

  test('a reader that closes early', () => {
    const ran = spawnSync('sh', ['-c', `'${join(root, 'bin/appealwright')}' read '${denial}' | true`], { encoding: 'utf8' })
    expect([ran.status, ran.stderr]).toEqual([0, ''])
  })
})
