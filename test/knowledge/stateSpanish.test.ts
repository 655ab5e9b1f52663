import { expect, test } from 'vitest'
import { readRecordFiles } from '../../src/infra/knowledge/load.ts'
import { assemble } from '../../src/knowledge/assemble.ts'
import { spanishOf } from '../../src/knowledge/spanish.ts'

/** Sentences of a State's record that a reader sees. */
function said(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'says' || key === 'does') && typeof inner === 'string' ? [inner] : said(inner),
  )
}

const loaded = assemble(readRecordFiles().filter((f) => /^(?:states|spanish\/state-)/.test(f.path)))
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
const { value } = loaded

test('every sentence of every State has Spanish, and keeps its numbers', () => {
  const spanish = spanishOf(value)
  const sentences = [...new Set([...value.states.values()].flatMap(said))]
  expect(sentences.length).toBeGreaterThan(100)
  expect(sentences.filter((s) => !spanish.has(s))).toEqual([])
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).sort()
  for (const s of sentences) expect(numbers(spanish.get(s) ?? ''), s).toEqual(numbers(s))
})
