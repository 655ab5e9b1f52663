import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseTemplate, pathsOf } from '../../src/argument/template.ts'
import { readRecordFiles } from '../../src/infra/knowledge/load.ts'

/** First words of every path that `argument/terms` can answer, and of those it computes on demand. */
const ROOTS = [
  ...[
    'voice',
    'patient',
    'payer',
    'plan',
    'prescriber',
    'signer',
    'denial',
    'reasons',
    'defects',
    'history',
    'contraindications',
  ],
  ...[
    'diagnosis',
    'treatment',
    'measures',
    'results',
    'events',
    'activity',
    'urgency',
    'criteria',
    'policy',
    'statements',
    'proof',
    'subject',
    'records',
    'letter',
    'level',
  ],
  ...[
    'next',
    'wanted',
    'access',
    'decide',
    'fastTrack',
    'emergency',
    'improved',
    'contraindicatedNames',
    'deadline',
    'external',
    'regulator',
    'guidelines',
    'labels',
    'indication',
    'reason',
    'law',
    'says',
    'it',
  ],
]

interface Template {
  readonly file: string
  readonly say: string
  readonly conditions: readonly string[]
  readonly rests: readonly string[]
}

/** Every object with a `say`, and the conditions and lists beside it, anywhere in a record. */
function templatesIn(file: string, node: unknown): Template[] {
  if (Array.isArray(node)) return node.flatMap((n) => templatesIn(file, n))
  if (typeof node !== 'object' || node === null) return []
  const record = node as Record<string, unknown>
  const texts = ['if', 'rests', 'needs'].flatMap((k) => (Array.isArray(record[k]) ? (record[k] as string[]) : []))
  const each = typeof record.each === 'string' ? [record.each] : []
  const own =
    typeof record.say === 'string'
      ? [{ file, say: record.say, conditions: [...texts, ...each], rests: (record.rests as string[] | undefined) ?? [] }]
      : []
  const conditions = own.length || !texts.length ? [] : [{ file, say: '{it}', conditions: texts, rests: [] }]
  return [...own, ...conditions, ...Object.values(record).flatMap((v) => templatesIn(file, v))]
}

/** "!a" → a; "a=x|y" → a; "a|b" → a, b. */
const pathsOfCondition = (condition: string): string[] => {
  const [paths = ''] = condition.replace(/^!/, '').split('=')
  return condition.includes('=') ? [paths] : paths.split('|').map((path) => path.replace(/^!/, ''))
}

const templates = readRecordFiles()
  .filter((f) => /^(?:letters|grounds|arguments)\//.test(f.path))
  .flatMap((f) => templatesIn(f.path, parse(f.text)))

describe('the sentences of knowledge', () => {
  test('there are some', () => expect(templates.length).toBeGreaterThan(150))
  test('every one parses', () => {
    for (const { file, say } of templates) expect(() => parseTemplate(say), `${file}: ${say}`).not.toThrow()
  })
  test('every path starts with a word of the case', () => {
    const unknown = templates.flatMap(({ file, say, conditions }) =>
      [...pathsOf(say), ...conditions.flatMap(pathsOfCondition)]
        .filter((path) => !ROOTS.includes(path.split('.')[0] ?? ''))
        .map((path) => `${file}: ${path}`),
    )
    expect(unknown).toEqual([])
  })
  test('every one rests on something, whatever its optional parts come to', () => {
    const bare = templates.filter(({ say, rests }) => rests.length === 0 && !parseTemplate(say).some((p) => p.kind === 'slot'))
    expect(bare.map(({ file, say }) => `${file}: ${say}`)).toEqual([])
  })
})
