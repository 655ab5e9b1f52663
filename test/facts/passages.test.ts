import { describe, expect, test } from 'vitest'
import { passagesOf } from '../../src/facts/record/passages.ts'
import { compileVocabulary } from '../../src/facts/vocabulary.ts'
import { loadKnowledge } from '../../src/infra/knowledge/load.ts'
import type { SourceDocument } from '../../src/reading/document.ts'

const loaded = loadKnowledge()
if (!loaded.ok) throw new Error('knowledge does not load')
const vocabulary = compileVocabulary(loaded.value.facts.values())

const record = (text: string): SourceDocument => ({
  id: 'record-1',
  name: 'note.txt',
  media: 'text',
  sha256: '',
  pages: [{ number: 1, width: 612, height: 792, text, words: [] }],
})

const TOPICS = new Map([
  ['oxygen', { phrases: ['requires oxygen', 'low … saturation'], not: ['weaned', 'room air'] }],
  ['other', { phrases: ['not work related', 'coverage ended'], not: [] }],
])

const read = (text: string) => passagesOf(record(text), vocabulary, TOPICS).map((p) => `${p.value.topic}: ${p.value.text}`)

describe('passagesOf', () => {
  test.each([
    ['She requires oxygen at night since March.', ['oxygen: She requires oxygen at night since March.']],
    ['Low overnight oxygen saturation on 03/02/2026.', ['oxygen: Low overnight oxygen saturation on 03/02/2026.']],
    ['The fall was not work related by her account.', ['other: The fall was not work related by her account.']],
    ['Coverage ended on 06/30/2026 with her job.', ['other: Coverage ended on 06/30/2026 with her job.']],
  ])('quotes: %s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    ['the phrase is denied', 'The patient denies that she requires oxygen at night.'],
    ['a word says it is over', 'She requires oxygen no more, weaned to room air today.'],
    ['it speaks of a relative', 'Her mother requires oxygen at night since March.'],
    ['it asks', 'Does the patient requires oxygen at night?'],
    ['it is too short to say anything', 'Requires oxygen.'],
    ['it is a title', 'PATIENT REQUIRES OXYGEN AT NIGHT'],
    ['it begins in the middle', 'and she requires oxygen at night since March.'],
    ['it runs on', `She requires oxygen ${'and a great many other things '.repeat(12)}at night.`],
    ['it only names the patient', 'Ada Morrow, DOB: 10/10/1993, requires oxygen.'],
    ['nothing is said', 'She walks two miles a day without help.'],
  ])('is silent where %s', (_, text) => expect(read(text)).toEqual([]))

  test('the span is the sentence on its page', () => {
    const text = 'Seen today. She requires oxygen at night since March. Plan follows.'
    const [found] = passagesOf(record(text), vocabulary, TOPICS)
    expect(found?.origin.kind === 'document' && found.origin.span.quote).toBe('She requires oxygen at night since March.')
  })
})
