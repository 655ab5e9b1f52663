import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { originsOf } from '../../src/facts/origins.ts'
import { proposeFacts } from '../../src/facts/record/propose.ts'
import { readDocument } from '../../src/infra/documents/read-document.ts'
import type { SourceDocument } from '../../src/reading/document.ts'
import { note, noteNames, textDocument, vocabulary } from './documents.ts'
import { entriesOf, outlineOf } from './golden.ts'

/** UPDATE_GOLDEN=1 writes the outlines anew; the difference is then for a reader to judge. */
const update = process.env.UPDATE_GOLDEN === '1'

/** Every fact is carried by words that stand where its span says. */
function expectSpans(doc: SourceDocument): number {
  const entries = entriesOf(proposeFacts(doc, vocabulary))
  for (const entry of entries)
    for (const origin of originsOf(entry)) {
      if (origin.kind !== 'document') throw new Error('a proposed fact was read from a document')
      const { span } = origin
      const page = doc.pages.find((p) => p.number === span.page)
      expect(span.doc).toBe(doc.id)
      expect(page?.text.slice(span.start, span.end)).toBe(span.quote)
      expect(span.quote.trim().length).toBeGreaterThan(0)
    }
  return entries.length
}

describe('our own notes', () => {
  test.each(noteNames)('%s', (name) => {
    const outline = outlineOf(proposeFacts(note(name), vocabulary))
    const golden = join(import.meta.dirname, 'golden', name)
    if (update) writeFileSync(golden, outline)
    expect(existsSync(golden)).toBe(true)
    expect(outline).toBe(readFileSync(golden, 'utf8'))
  })

  test.each(noteNames)('%s: every quote is where its span says', (name) => {
    expect(expectSpans(note(name))).toBeGreaterThan(2)
  })

  test('the same holds of any shuffle of their lines over any number of pages', () => {
    const lines = noteNames.flatMap((n) => note(n).pages.flatMap((p) => p.text.split('\n')))
    const line = fc.constantFrom(...lines, '', '\f')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (picked) => {
        expectSpans(textDocument(picked.join('\n')))
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['She denies use of sumatriptan or\frizatriptan.', []],
    ['She denies\ftaking sumatriptan.', []],
    ['She was seen.\fTaking sumatriptan.', ['sumatriptan']],
    ['She denies pain\fshe is taking sumatriptan. She failed rizatriptan.', ['rizatriptan']],
  ])('a page break inside a sentence makes no fact of what may be denied before it: %j', (text, expected) => {
    expect(proposeFacts(textDocument(text), vocabulary).priorTreatments.map((t) => t.value.agent)).toEqual(expected)
  })
})

const shared = join(import.meta.dirname, '../../../shared/data/clinical_records')
const files = existsSync(shared) ? globSync('autoauth_cases/*/*/*/*.pdf', { cwd: shared }).sort() : []

describe.skipIf(files.length === 0)('records of ../shared/data (skipped where that folder is absent)', () => {
  test.each(files)('%s: every quote is where its span says', async (file) => {
    const read = await readDocument({ id: 'record-1', name: basename(file), bytes: readFileSync(join(shared, file)) })
    if (!read.ok) expect(read.problems[0].code).toBe('file-no-text')
    else expectSpans(read.value)
  })
})
