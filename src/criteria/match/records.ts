import type { DocumentSupport } from '../../base/support.ts'
import { type SourceDocument, spanOf } from '../../reading/document.ts'
import { stems, telling } from './wording.ts'

export interface RecordSentence {
  readonly text: string
  readonly stems: ReadonlySet<string>
  readonly support: DocumentSupport
}

const cache = new WeakMap<readonly SourceDocument[], readonly RecordSentence[]>()

/** Sentences and list lines of the records, each with its span. */
export function recordSentences(records: readonly SourceDocument[]): readonly RecordSentence[] {
  const known = cache.get(records)
  if (known) return known
  const found = records.flatMap((doc) =>
    doc.pages.flatMap((page) =>
      [...page.text.matchAll(/[^.!?\n](?:[^.!?\n]|\.(?=\d)|\n(?=[ \t]*[a-z]))*[.!?]?/g)].flatMap((m) => {
        const lead = m[0].length - m[0].trimStart().length
        const raw = m[0].trim()
        if (raw.length < 8) return []
        const span = spanOf(doc, page, m.index + lead, m.index + lead + raw.length)
        return [
          {
            text: raw.replace(/\s+/g, ' '),
            stems: new Set(stems(raw)),
            support: { kind: 'record' as const, source: doc.id, span, quote: span.quote },
          },
        ]
      }),
    ),
  )
  cache.set(records, found)
  return found
}

/** The sentence that holds most of a criterion's telling words, when it holds nearly all of them. */
export function nearest(words: string, records: readonly SourceDocument[]): RecordSentence | null {
  const asked = telling(words)
  if (asked.length < 2) return null
  const scored = recordSentences(records).map((s) => {
    return { s, share: asked.filter((w) => s.stems.has(w)).length / asked.length }
  })
  const best = scored.toSorted((a, b) => b.share - a.share)[0]
  return best && best.share >= 0.75 ? best.s : null
}
