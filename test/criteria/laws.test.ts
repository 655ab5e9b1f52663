import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../src/criteria/policy/parse.ts'
import type { Policy } from '../../src/criteria/requirement.ts'
import type { SourceDocument } from '../../src/reading/document.ts'
import { policyText, textDocument } from './document.ts'
import { nodesOf } from './outline.ts'

const files = readdirSync(new URL('policies', import.meta.url)).toSorted()

const parsed = (doc: SourceDocument): Policy => {
  const policy = parsePolicy(doc)
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems))
  return policy.value
}

/** Labels, kinds and words of a policy, without places. */
const shape = (p: Policy) =>
  p.sections.map((s) => [s.kind, s.title, ...nodesOf(s.requirement).map((r) => [r.label, r.kind, r.words, r.assumption ?? ''])])

describe.each(files)('%s', (file) => {
  const doc = textDocument(policyText(file))
  const policy = parsed(doc)
  const nodes = policy.sections.flatMap((s) => nodesOf(s.requirement))

  it('keeps the span of every node verbatim', () => {
    for (const { clause } of nodes) {
      if (clause.kind !== 'policy') throw new Error('a held policy has spans')
      for (const span of [clause.span, ...(clause.rest ?? [])]) {
        const page = doc.pages.find((p) => p.number === span.page)
        expect(page?.text.slice(span.start, span.end)).toBe(span.quote)
        expect(span.quote.trim()).toBe(span.quote)
      }
    }
  })

  it('gives every node its own id', () => expect(new Set(nodes.map((n) => n.id)).size).toBe(nodes.length))

  it('prints the words of a leaf as they stand, but for line ends', () => {
    const squeeze = (text: string) => text.replace(/[*|–\s-]/g, '').toLowerCase()
    for (const n of nodes)
      if (n.kind === 'leaf' && n.clause.kind === 'policy') {
        const printed = [n.clause.span, ...(n.clause.rest ?? [])].map((s) => s.quote).join(' ')
        expect(squeeze(printed)).toContain(squeeze(n.words))
      }
  })

  it('reads the same with page breaks, running headers and page numbers thrown in', () => {
    const own = /^Cedar Valley Health Plan {8}|^\s*Page \d of \d$/
    const lines = doc.pages.flatMap((p) => p.text.split('\n')).filter((line) => !own.test(line))
    const plain = lines.join('\n')
    const clean = shape(parsed(textDocument(plain)))
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 8, max: Math.max(8, lines.length - 2) }), { minLength: 2, maxLength: 4 }),
        (at) => {
          const cuts = new Set(at)
          let page = 1
          const header = 'Zephyr Plan                 Policies and Procedures\n'
          const noisy = lines
            .map((line, i) => (cuts.has(i) ? `${line}\n      Page ${page++} of 9\n\f${header}` : line))
            .join('\n')
          expect(shape(parsed(textDocument(header + noisy)))).toEqual(clean)
        },
      ),
      { numRuns: 40, seed: 7 },
    )
  })
})

describe('what is no policy', () => {
  it.each([
    ['', 'file-no-text'],
    ['  \n\n', 'file-no-text'],
    ['Dear Ms. Rivera,\nThank you for your payment.\n', 'policy-unparsed'],
  ])('%j gives %s', (text, code) => {
    const policy = parsePolicy(textDocument(text))
    expect(policy.ok ? null : policy.problems[0].code).toBe(code)
  })
})

describe('hostile text', () => {
  it.each([
    ['one long sentence', `Patient is covered when ${'a '.repeat(50_000)}`],
    ['open brackets', `Coverage Criteria\n\n1. ${'(a [b {c '.repeat(10_000)}`],
    [
      'deep nesting',
      `X is covered when all of the following are met:\n${Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}• one of the following:`).join('\n')}`,
    ],
    ['exceptions without end', `X is covered if ${'unless or has a '.repeat(10_000)}`],
  ])('%s is read or refused, never thrown', (_, text) => {
    expect(typeof parsePolicy(textDocument(text)).ok).toBe('boolean')
  })
})
