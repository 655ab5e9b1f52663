import { describe, expect, it } from 'vitest'
import { caseless } from '../../src/reading/text/caseless.ts'

const TEXTS = [
  'From Jan. 3, 2024 to MARCH 2025; since may 2023 – present',
  'Member ID: 12 MEMBER id # 13 member Id = 14',
  'ſpecial Kelvin 300 K, Élan élan ÉLAN straße',
  'A1c 7.2 %, EDSS 4.5, a-b-c [x] {2,3} (y) b? c* \\d',
  'x X 5 mg 5MG 5 Mg, dates of service: 1/2/2024',
]

const PATTERNS = [
  String.raw`(?<![\p{L}\p{N}/.$-])(?:from\s+)?(?<a>jan(?:uary)?|mar(?:ch)?|may)\.?,?\s+(?:of\s+)?\d{1,4}(?![\p{N}/%])`,
  String.raw`(?:member|mbr)\s*id\s*[:#=]`,
  String.raw`k(?!\w)`,
  'spe[a-e]ial',
  '[a-f]lan|[k-t]traße|élan',
  String.raw`[^a-z\d\s]+`,
  String.raw`\bx\b|\u2013|\[x\]`,
  String.raw`\d+(?:\.\d+)?\s?mg\b`,
  String.raw`[\s–-]?(?:edss|a1c)`,
]

describe('a pattern that spells out both cases', () => {
  it('matches what ignoring case does', () => {
    for (const pattern of PATTERNS)
      for (const text of TEXTS) {
        const found = (p: RegExp) => [...text.matchAll(p)].map((m) => [m.index, ...m])
        expect(found(new RegExp(caseless(pattern), 'gu')), `${pattern} in ${text}`).toEqual(found(new RegExp(pattern, 'giu')))
      }
  })

  it('refuses a class of one case, which means another thing where case is ignored', () => {
    for (const source of [String.raw`\p{Lu}\w+`, String.raw`[\p{Ll}]`, String.raw`\x41`]) expect(() => caseless(source)).toThrow()
  })
})
