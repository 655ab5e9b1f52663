import { hash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { knowledgeDir, loadKnowledge } from '../../src/infra/knowledge/load.ts'
import { assemble } from '../../src/knowledge/assemble.ts'
import { filesOf, planted, RECORDS } from './records.ts'

const made: string[] = []
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true })
})

/** A folder of records and an empty cache folder. */
function onDisk(records: Readonly<Record<string, string>> = RECORDS): { dir: string; cache: string } {
  const root = mkdtempSync(join(tmpdir(), 'knowledge-'))
  made.push(root)
  for (const [path, text] of Object.entries(records)) {
    mkdirSync(dirname(join(root, 'k', path)), { recursive: true })
    writeFileSync(join(root, 'k', path), text)
  }
  mkdirSync(join(root, 'cache'))
  return { dir: join(root, 'k'), cache: join(root, 'cache') }
}

const value = (dir: string, cache: string | null) => {
  const result = loadKnowledge(dir, cache)
  if (!result.ok) throw new Error(result.problems.map((p) => p.say).join('\n'))
  return result.value
}

describe('every broken place at once, with file and line', () => {
  const problemsOf = (records: Readonly<Record<string, string>>) => {
    const result = assemble(filesOf(records))
    return result.ok ? [] : result.problems.map((p) => `${p.where} ${p.say}`)
  }

  test('two faults in one file and one in another', () => {
    const records = {
      ...planted('payers/acme.yaml', 'type: regional_carrier', 'type: carrier'),
      'reasons/need.yaml': (RECORDS['reasons/need.yaml'] ?? '')
        .replace('appliesToKinds: [drug, therapy]', 'appliesToKinds: [drugs, therapy]')
        .replace('slug: need', 'slug: Need!'),
    }
    expect(problemsOf(records)).toEqual([
      expect.stringMatching(/^knowledge\/payers\/acme\.yaml:3 type: /),
      expect.stringMatching(/^knowledge\/reasons\/need\.yaml:2 slug: a slug is lower-case/),
      expect.stringMatching(/^knowledge\/reasons\/need\.yaml:8 appliesToKinds\.0: /),
    ])
  })
  test('a missing field is reported where it should stand', () => {
    expect(problemsOf(planted('payers/acme.yaml', 'scope: imaging', 'scoop: imaging'))).toEqual([
      expect.stringMatching(/^knowledge\/payers\/acme\.yaml:7 delegates\.0: .*scoop/),
    ])
  })
  test('text that is not YAML', () => {
    expect(problemsOf(planted('payers/acme.yaml', 'aliases: [Acme Health Plan]', 'aliases: [Acme'))[0]).toMatch(
      /^knowledge\/payers\/acme\.yaml:\d+ /,
    )
  })
  test('a key given twice', () => {
    expect(problemsOf(planted('payers/acme.yaml', 'type: regional_carrier', 'type: regional_carrier\ntype: brand'))[0]).toMatch(
      /acme\.yaml:4 .*unique/i,
    )
  })
  test('an id that is not the file name', () => {
    expect(problemsOf(planted('payers/apex.yaml', 'id: apex', 'id: apax'))).toEqual([
      'knowledge/payers/apex.yaml:1 id is "apax" but the file is named "apex"',
    ])
  })
  test('one id in two folders of a kind', () => {
    const law = { 'law/oilex-label.yaml': RECORDS['sources/oilex-label.yaml'] ?? '' }
    expect(problemsOf({ ...RECORDS, ...law })).toEqual([
      'knowledge/law/oilex-label.yaml:1 another record already has the id "oilex-label"',
    ])
  })
  test('one id in two folders of a kind that has folders is two records', () => {
    const label = RECORDS['sources/oilex-label.yaml'] ?? ''
    const result = assemble(filesOf({ 'sources/labels/oilex-label.yaml': label, 'sources/old/oilex-label.yaml': label }))
    expect(result.ok && [...result.value.sources.keys()]).toEqual(['labels/oilex-label', 'old/oilex-label'])
  })
  test('a folder that holds no kind', () => {
    expect(problemsOf({ ...RECORDS, 'prices/a.yaml': 'id: a' })).toEqual([
      'knowledge/prices/a.yaml:1 no kind of record belongs in this folder',
    ])
  })
})

describe('what a record cannot say', () => {
  test('a reason without grounds', () => {
    const noGrounds = assemble(
      filesOf(planted('reasons/step_first.yaml', 'grounds:\n  - { id: tried, label: Tried, provedBy: [notes] }\n', '')),
    )
    expect(noGrounds.ok).toBe(false)
  })
  test('a delegate with both an id and a name, or neither', () => {
    expect(assemble(filesOf(planted('payers/acme.yaml', 'payer: apex,', 'payer: apex, name: Apex,'))).ok).toBe(false)
    expect(assemble(filesOf(planted('payers/acme.yaml', 'payer: apex,', ''))).ok).toBe(false)
  })
})

/** The cache's file of all records as one load left them, or of each record by itself. */
const cached = (cache: string, what: string) => readdirSync(cache).find((name) => name.startsWith(what)) ?? ''

describe('the cache', () => {
  test('gives what a fresh load gives', () => {
    const { dir, cache } = onDisk()
    const fresh = value(dir, null)
    expect(value(dir, cache)).toEqual(fresh)
    expect(readdirSync(cache)).toHaveLength(2)
    expect(value(dir, cache)).toEqual(fresh)
    rmSync(join(cache, cached(cache, 'whole')))
    expect(value(dir, cache)).toEqual(fresh)
  })
  test('loses nothing of the shipped records', () => {
    const { cache } = onDisk({})
    const fresh = value(knowledgeDir, null)
    value(knowledgeDir, cache)
    expect(value(knowledgeDir, cache)).toEqual(fresh)
  })
  test.each(['whole', 'records'])('is really read: what it holds is what comes out (%s)', (what) => {
    const { dir, cache } = onDisk()
    value(dir, cache)
    const file = join(cache, cached(cache, what))
    const [, ...rest] = readFileSync(file, 'utf8').split('\n')
    const body = rest.join('\n').replace('"Acme Health"', '"From the cache"')
    writeFileSync(file, `${hash('sha256', body)}\n${body}`)
    if (what === 'records') rmSync(join(cache, cached(cache, 'whole')))
    expect(value(dir, cache).payers.get('acme')?.displayName).toBe('From the cache')
  })
  test('never hides an edit', () => {
    const { dir, cache } = onDisk()
    const before = value(dir, cache)
    const path = join(dir, 'payers/acme.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('displayName: Acme Health', 'displayName: Acme Health of Ohio'))
    const after = value(dir, cache)
    expect(after.payers.get('acme')?.displayName).toBe('Acme Health of Ohio')
    expect(after.version).not.toBe(before.version)
  })
  test('never hides a break', () => {
    const { dir, cache } = onDisk()
    value(dir, cache)
    writeFileSync(join(dir, 'payers/acme.yaml'), 'id: acme')
    expect(loadKnowledge(dir, cache).ok).toBe(false)
  })
  test('never lets a copied file keep the id of the original', () => {
    const { dir, cache } = onDisk()
    value(dir, cache)
    cpSync(join(dir, 'payers/acme.yaml'), join(dir, 'payers/acme2.yaml'))
    const result = loadKnowledge(dir, cache)
    expect(result.ok ? [] : result.problems.map((p) => p.say)).toEqual(['id is "acme" but the file is named "acme2"'])
  })
  test.each([
    ['torn', (text: string) => text.slice(0, -40)],
    ['altered', (text: string) => text.replace('Acme Health', 'Evil Health')],
    ['empty', () => ''],
    ['something else', () => 'hello\nworld'],
  ])('is ignored when %s', (_, damage) => {
    const { dir, cache } = onDisk()
    value(dir, cache)
    for (const name of readdirSync(cache)) writeFileSync(join(cache, name), damage(readFileSync(join(cache, name), 'utf8')))
    expect(value(dir, cache).payers.get('acme')?.displayName).toBe('Acme Health')
  })
  test('is done without where it cannot be written', () => {
    const { dir, cache } = onDisk()
    chmodSync(cache, 0o500)
    expect(value(dir, cache).payers.size).toBe(2)
    expect(value(dir, join(cache, 'missing', 'folder')).payers.size).toBe(2)
  })
})

test('the version is that of the texts: same texts same version, another path another version', () => {
  const one = onDisk()
  const two = onDisk()
  expect(value(one.dir, null).version).toBe(value(two.dir, null).version)
  expect(value(one.dir, null).version).toMatch(/^[0-9a-f]{64}$/)
})
