import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesAtStart } from '../../src/reading/text/word-start.ts'

const WORDS = String.raw`member(?: id)?|id|é\d*`

test('finds what a lookbehind in the pattern would find, and nothing else', () => {
  const letters = fc.constantFrom('member', 'Member ID', 'id', 'ID', 'É', 'é7', 'x', '7', '-', '/', ' ', '\n', '𝒜', '😀', ':')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 14 }), (parts) => {
      const text = parts.join('')
      const wanted = [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\d/-])(?:${WORDS})`, 'giu'))]
      const found = matchesAtStart(text, new RegExp(`(?:${WORDS})`, 'giu'), /[\p{L}\d/-]$/u)
      expect(found.map((m) => [m.index, m[0]])).toEqual(wanted.map((m) => [m.index, m[0]]))
    }),
    { numRuns: 2000 },
  )
})

test('a pattern that matches nothing at all ends, also beside characters of two code units', () => {
  expect(matchesAtStart('a😀b', /x*/gu, /a$/u).map((m) => m.index)).toEqual([0, 3, 4])
})
