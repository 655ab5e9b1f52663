import { expect, test } from 'vitest'
import { termsOf } from '../../src/argument/term.ts'
import { enclosedTerms } from '../../src/argument/terms/enclosed.ts'
import type { DocumentSupport } from '../../src/base/support.ts'

const first = (kind: DocumentSupport['kind'], source: string): DocumentSupport => ({
  kind,
  source,
  span: { doc: source, page: 1, start: 0, end: 5, quote: 'Words', boxes: [] },
  quote: 'Words',
})
const exhibit = (id: string, doc: string, title: string, date: string | null) => ({ id, doc, title, date, pageCount: 1 })
const kinds: Readonly<Record<string, DocumentSupport['kind']>> = {
  notice: 'denial',
  chart: 'record',
  rule: 'policy',
  diary: 'record',
}

const terms = termsOf(
  enclosedTerms({
    exhibits: [
      exhibit('A', 'notice', 'Notice of denial', 'May 1, 2026'),
      exhibit('B', 'chart', 'Urology', 'April 2, 2026'),
      exhibit('C', 'rule', 'Policy', null),
      exhibit('D', 'diary', 'Diary', null),
      exhibit('E', 'blank', 'A page without words', null),
    ],
    exhibitSupport: (doc) => (kinds[doc] ? first(kinds[doc], doc) : null),
  }),
)

test('records are the medical records alone, each resting on its own first words', () => {
  const records = terms.list('records')
  expect(records.map((r) => [r.get('it.id')?.text, r.get('it.title')?.text, r.get('it.date')?.text])).toEqual([
    ['B', 'Urology', 'April 2, 2026'],
    ['D', 'Diary', undefined],
  ])
  for (const r of records) expect(r.get('it.title')?.support.map((s) => s.kind)).toEqual(['record', 'reckoning'])
})

test('a case without records has none', () => {
  const none = termsOf(
    enclosedTerms({ exhibits: [exhibit('A', 'notice', 'Notice', null)], exhibitSupport: (d) => first('denial', d) }),
  )
  expect(none.list('records')).toEqual([])
})
