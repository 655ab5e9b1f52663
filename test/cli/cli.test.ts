import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const bin = join(root, 'bin/appealwright')
const example = join(root, 'examples/ocrelizumab-step-therapy')
const work = mkdtempSync(join(tmpdir(), 'appealwright-cli-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function run(
  args: readonly string[],
  options: { cwd?: string; input?: string; program?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const child = promisify(execFile)(options.program ?? bin, [...args], {
    cwd: options.cwd ?? work,
    env: options.env ?? process.env,
    maxBuffer: 64 << 20,
  })
  child.child.stdin?.end(options.input ?? '')
  try {
    const { stdout, stderr } = await child
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, out: failed.stdout, err: failed.stderr }
  }
}

describe('the launcher', () => {
  test('works from any folder and through a link', async () => {
    const link = join(work, 'linked')
    symlinkSync(bin, link)
    for (const program of [bin, link]) expect(await run(['--help'], { program, cwd: '/' })).toMatchObject({ code: 0, err: '' })
  })

  test('asks for Node 24 in plain words where it finds an older one', async () => {
    const bare = join(work, 'bare')
    cpSync(bin, join(bare, 'bin/appealwright'), { recursive: true })
    writeFileSync(join(bare, 'node'), '#!/bin/sh\necho 20\n', { mode: 0o755 })
    const ran = await run(['--help'], { program: join(bare, 'bin/appealwright'), env: { PATH: `${bare}:/usr/bin:/bin` } })
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(/Node 24 or newer is needed/)
  })
})

describe('read', () => {
  test('prints one object per file with every key, null where the letter is silent', async () => {
    const letter = join(work, 'letter.txt')
    writeFileSync(
      letter,
      'Cedar Plan\nDate: March 4, 2026\nMember ID: X123\n\nYour request for an MRI is denied because it is not medically necessary.\n',
    )
    const ran = await run(['read', letter, join(example, 'denial.pdf'), '--json'])
    expect(ran.code).toBe(0)
    const [first, second] = ran.out
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l))
    const KEYS = [
      'payer',
      'planType',
      'memberId',
      'referenceNumber',
      'service',
      'denialReasons',
      'noticeDate',
      'appealDeadline',
      'appealAddress',
      'appealFax',
      'appealLevel',
    ]
    for (const key of KEYS) expect(first).toHaveProperty(key)
    expect(first.noticeDate).toMatchObject({ value: '2026-03-04', quote: expect.stringContaining('March 4, 2026'), page: 1 })
    expect(first.denialReasons[0]).toMatchObject({ category: 'not_medically_necessary' })
    expect(first.appealFax).toBeNull()
    expect(second.appealDeadline.value).toEqual({ duration: 'P180D', countedFrom: 'receipt', date: null })
    expect(second.noticeDate.value).toBe('2026-10-06')
  })

  test('reads standard input', async () => {
    const ran = await run(['read', '-', '--json'], { input: 'We denied your claim because it was filed late. Member ID: A77\n' })
    expect(JSON.parse(ran.out).memberId.value).toBe('A77')
  })

  test('keeps what it could read when another file is missing', async () => {
    const ran = await run(['read', join(example, 'denial.pdf'), 'nowhere.pdf', '--json'])
    expect(ran.code).toBe(3)
    expect(ran.out.trim().split('\n')).toHaveLength(2)
    expect(ran.err).toMatch(/nowhere\.pdf: There is no such file/)
  })
})

describe('rights', () => {
  test('shows the date with its rule, count and law', async () => {
    const ran = await run(['rights', '--coverage', 'medicare_advantage', '--notice', '2026-09-01'])
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/File by 2026-11-05/)
    expect(ran.out).toMatch(/42 CFR 422\.582/)
  })

  test('without a coverage type asks, and gives no date', async () => {
    const ran = await run(['rights', '--notice', '2026-09-01'])
    expect(ran.code).toBe(7)
    expect(ran.out).toBe('')
    expect(ran.err).toMatch(/\?/)
  })

  test('answers a file of cases', async () => {
    const cases = join(work, 'cases.json')
    writeFileSync(
      cases,
      JSON.stringify({
        cases: [
          {
            id: 'A',
            coverage_type: 'fehb_pshb',
            level: 'carrier_reconsideration',
            clock: 'file',
            urgency: 'post_service',
            inputs: { date_on_notice: '2026-02-10' },
          },
        ],
      }),
    )
    const ran = await run(['rights', '--cases', cases, '--json'])
    expect(JSON.parse(ran.out)).toMatchObject([
      { id: 'A', due: '2026-08-10', safeDue: '2026-08-10', citation: '5 CFR 890.105(b)(1)' },
    ])
    expect(JSON.parse(ran.out)[0].arithmetic).toMatch(/2026-02-10/)
  })

  test.each([
    [['--coverage', 'erisa_insured', '--notice', '2026-02-30'], 6, /2026-02-30/],
    [['--coverage', 'none_such', '--notice', '2026-02-03'], 7, /none_such/],
    [['--coverage', 'erisa_insured', '--notice', '2026-02-03', '--level', 'nowhere'], 8, /nowhere/],
    [['--coverag', 'erisa_insured'], 2, /coverag/],
  ])('%j → exit %i', async (args, code, say) => {
    const ran = await run(['rights', ...(args as string[])])
    expect(ran.code).toBe(code)
    expect(ran.err).toMatch(say as RegExp)
    expect(ran.out).toBe('')
  })
})

describe('draft', () => {
  test('writes the packet and says where it is', async () => {
    const out = join(work, 'packet')
    const ran = await run([
      'draft',
      join(example, 'denial.pdf'),
      '--records',
      join(example, 'records'),
      '--policy',
      join(example, 'policy.pdf'),
      '--case',
      join(example, 'case.yaml'),
      '--today',
      '2026-11-22',
      '--out',
      out,
    ])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain(out)
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(['packet.pdf', 'letter.pdf', 'letter.docx', 'case.json', 'tasks.md', 'deadlines.ics', 'letters']),
    )
    expect(readFileSync(join(out, 'packet.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(out).some((f) => f.endsWith('.part'))).toBe(false)
  })

  test('says what is wrong with a case file, and writes nothing', async () => {
    const bad = join(work, 'bad.yaml')
    writeFileSync(bad, 'plan:\n  coverage: medicare_everything\n')
    const ran = await run(['draft', join(example, 'denial.pdf'), '--case', bad, '--out', join(work, 'none')])
    expect(ran.code).toBe(6)
    expect(ran.err).toMatch(/bad\.yaml:2/)
    expect(existsSync(join(work, 'none'))).toBe(false)
  })

  test('without an output folder is wrong use', async () =>
    expect((await run(['draft', join(example, 'denial.pdf')])).code).toBe(2))
})

describe('the rest', () => {
  test('knowledge check', async () => expect((await run(['knowledge', 'check'])).out).toMatch(/^Knowledge is sound: /))
  test('a guide in either language, and in no other', async () => {
    const key = ['guide', 'aetna', 'dupilumab', 'medical-necessity']
    const both = await Promise.all([run([...key, '--lang', 'en']), run([...key, '--lang', 'es'])])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(both[0].out).toBe((await run(key)).out)
    expect(both[1].out).toMatch(/^Aetna: denegación de dupilumab/)
    const french = await run([...key, '--lang', 'fr'])
    expect(french).toMatchObject({ code: 2, out: '' })
    expect(french.err).toMatch(/--lang en.*--lang es/)
  })
  test('an unknown command', async () => expect(await run(['appeal'])).toMatchObject({ code: 2, out: '' }))
  test.each(['draft', 'read', 'rights', 'policy', 'guide', 'knowledge'])('%s --help has an example', async (name) =>
    expect((await run([name, '--help'])).out).toMatch(/Examples?:\n {2}.*appealwright/),
  )
})
