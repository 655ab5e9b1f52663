import type { DocumentSupport } from '../../base/support.ts'
import { type SourceDocument, spanOf } from '../../reading/document.ts'
import { stems, telling } from './wording.ts'

export interface RecordSentence {
  readonly text: string
  readonly stems: ReadonlySet<string>
  readonly support: DocumentSupport
  /** The sentence above it in its paragraph that dates it: "Labs collected 08/24/2026: …". */
  readonly dated: DocumentSupport | null
}

/** "Labs collected 08/24/2026:" dates the results that follow it. */
const COLLECTED =
  /^(?:labs?|laborator(?:y|ies)|blood ?work|bloods|results?|tests?)\b[^:.;\d]{0,30}(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})[^.;\d]{0,12}:/i

const cache = new WeakMap<readonly SourceDocument[], readonly RecordSentence[]>()

/** Sentences and list lines of the records, each with its span. */
export function recordSentences(records: readonly SourceDocument[]): readonly RecordSentence[] {
  const known = cache.get(records)
  if (known) return known
  const found = records.flatMap((doc) =>
    doc.pages.flatMap((page) => {
      let dated: { readonly support: DocumentSupport; readonly end: number } | null = null
      return [...page.text.matchAll(/[^.!?\n](?:[^.!?\n]|\.(?=\d)|\n(?=[ \t]*[a-z]))*[.!?]?/g)].flatMap((m) => {
        const lead = m[0].length - m[0].trimStart().length
        const raw = m[0].trim()
        if (raw.length < 8) return []
        const span = spanOf(doc, page, m.index + lead, m.index + lead + raw.length)
        const support = { kind: 'record' as const, source: doc.id, span, quote: span.quote }
        if (dated && /\n[ \t]*\n/.test(page.text.slice(dated.end, m.index + lead))) dated = null
        const above = dated?.support ?? null
        if (COLLECTED.test(raw)) dated = { support, end: m.index }
        return [
          {
            text: raw.replace(/\s+/g, ' '),
            stems: new Set(stems(raw)),
            support,
            dated: above,
          },
        ]
      })
    }),
  )
  cache.set(records, found)
  return found
}

/** The sentence that holds most of a criterion's telling words, when it holds all of them, or of many all but one. */
export function nearest(words: string, records: readonly SourceDocument[]): RecordSentence | null {
  const asked = telling(words)
  if (asked.length < 2) return null
  const scored = recordSentences(records).map((s) => {
    return { s, share: asked.filter((w) => s.stems.has(w)).length / asked.length }
  })
  const best = scored.toSorted((a, b) => b.share - a.share)[0]
  return best && (best.share === 1 || (asked.length >= 5 && best.share >= 0.85)) ? best.s : null
}
