import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { recordFilesOf } from '../../src/infra/knowledge/past.ts'
import { type Change, knowledgeDiff } from '../../src/knowledge/diff.ts'
import { knowledgeOf, planted, RECORDS } from './records.ts'

const diff = (path: string, from: string, to: string): readonly Change[] =>
  knowledgeDiff(knowledgeOf(), knowledgeOf(planted(path, from, to)))

test('the same records differ in nothing', () => {
  expect(knowledgeDiff(knowledgeOf(), knowledgeOf())).toEqual([])
})

describe('what a change means', () => {
  test.each([
    [
      'payers/acme.yaml',
      'displayName: Acme Health',
      'displayName: Acme Care',
      'displayName',
      'Every title and link that names it changes.',
    ],
    [
      'sources/oilex-label.yaml',
      'status: recalled, checked: 2026-11-01',
      'status: secondary, basis: a page, checked: 2026-11-01',
      'provisions.springs.status',
      'Better known: letters may now cite the paragraph.',
    ],
    [
      'sources/spring-guideline.yaml',
      'status: secondary, checked: 2026-11-01, basis: a summary',
      'status: recalled, checked: 2026-11-01',
      'provisions.first.status',
      'Less sure: letters cite the section and no longer the paragraph.',
    ],
    ['classes/springs.yaml', 'en: Springs', 'en: Coils', 'name.en', 'Treatments that take from it: 1.'],
    ['grounds/rust.yaml', 'label: It is rusty', 'label: It has rust', 'label', 'Argued for: need.'],
    [
      'treatments/bending.yaml',
      'says: Bend slowly.',
      'says: Bend gently.',
      'cautions.0.says',
      'Its Spanish is lost: translate the new sentence.',
    ],
  ])('%s: %s → %s', (path, from, to, at, means) => {
    const changes = diff(path, from, to)
    expect(changes.find((c) => c.at === at)?.means).toEqual([means])
  })

  test('a clock names its old and new length and the deadlines it carries', () => {
    const clock = (days: number) => `, clock: { amount: ${days}, unit: days, from: receipt_of_notice } }`
    const withClock = (days: number) => ({
      ...RECORDS,
      'sources/oilex-label.yaml': (RECORDS['sources/oilex-label.yaml'] ?? '').replace(/ \}\n$/, `${clock(days)}\n`),
      'coverage/acme_cover.yaml': (RECORDS['coverage/acme_cover.yaml'] ?? '').replace(
        'rights: {}',
        '    file: [oilex-label#springs]\nrights: {}',
      ),
    })
    const [change, ...more] = knowledgeDiff(knowledgeOf(withClock(180)), knowledgeOf(withClock(65)))
    expect(more).toEqual([])
    expect(change).toMatchObject({ kind: 'sources', id: 'oilex-label', before: '180', after: '65' })
    expect(change?.means).toEqual(['The time goes from 180 days to 65 days.', 'Deadlines that change: Acme cover, appeal.'])
  })

  test('a record that came or went is one change', () => {
    const { 'scenarios/silence.yaml': _, ...less } = RECORDS
    expect(knowledgeDiff(knowledgeOf(), knowledgeOf(less))).toMatchObject([
      { kind: 'scenarios', id: 'silence', at: '', after: null },
    ])
    expect(knowledgeDiff(knowledgeOf(less), knowledgeOf())).toMatchObject([
      { kind: 'scenarios', id: 'silence', at: '', before: null },
    ])
  })

  test('a list is one change, however many of its items moved', () => {
    expect(
      diff('reasons/step_first.yaml', 'argumentPattern: [Sort the steps.]', 'argumentPattern: [Prove them., Sort the steps.]'),
    ).toMatchObject([{ at: 'argumentPattern', before: 'Sort the steps.', after: 'Prove them. | Sort the steps.' }])
  })
})

describe('records of another time', () => {
  const inRepository = (() => {
    try {
      return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname, stdio: 'pipe' }).length > 0
    } catch {
      return false
    }
  })()

  test.skipIf(!inRepository)('a commit gives its record files, whole (needs a repository)', () => {
    const files = recordFilesOf('HEAD')
    const aetna = files.ok ? files.value.find((f) => f.path === 'payers/aetna.yaml') : undefined
    expect(aetna?.text).toBe(
      execFileSync('git', ['show', 'HEAD:knowledge/payers/aetna.yaml'], { cwd: import.meta.dirname, encoding: 'utf8' }),
    )
  })

  test('neither a folder nor a commit is a problem that says what to name', () => {
    expect(recordFilesOf('no-such-thing')).toMatchObject({
      ok: false,
      problems: [{ code: 'usage', where: 'appealwright knowledge diff' }],
    })
  })
})
