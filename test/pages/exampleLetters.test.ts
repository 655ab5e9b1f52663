import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sentencesOf } from '../../src/document/pages/exampleLetter.ts'
import { pageAt } from '../../src/document/pages/library.ts'
import { pageText } from '../../src/document/pages/text.ts'
import { exampleLettersDir } from '../../src/infra/knowledge/exampleLetters.ts'
import { ports } from '../cases/example.ts'
import { letterFile, workedLetters } from '../fixtures/example-letters.ts'
import { letters, shipped } from './all.ts'

test('the kept letters are what the cases make today: else run scripts/make-example-letters.ts', async () => {
  const made = await workedLetters(ports())
  expect([...letters.keys()].sort()).toEqual([...made.keys()].sort())
  const stale = [...made].filter(([id, letter]) => {
    const file = join(exampleLettersDir, `${id}.json`)
    return !existsSync(file) || readFileSync(file, 'utf8') !== letterFile(letter)
  })
  expect(stale.map(([id]) => id)).toEqual([])
}, 120_000)

describe('every worked letter', () => {
  test('is for a reason that is held, and there is one for nearly all of these', () => {
    const reasons = [...shipped.reasons.keys()]
    for (const id of letters.keys()) expect(reasons).toContain(id)
    expect(letters.size).toBeGreaterThan(10)
  })

  test('has something under every sentence, and names no file path', () => {
    for (const letter of letters.values()) {
      for (const s of sentencesOf(letter)) {
        expect(s.rests.length, `${letter.reason}: ${s.text}`).toBeGreaterThan(0)
        for (const at of s.rests) expect(letter.supports[at]?.quote.trim(), `${letter.reason}: ${s.text}`).toBeTruthy()
      }
      expect(new Set(letter.supports.map((s) => JSON.stringify(s))).size).toBe(letter.supports.length)
      expect(letter.supports.some((s) => /[\\/]/.test(s.source))).toBe(false)
    }
  })

  test('says first, in both languages, that the person is invented', () => {
    for (const [id] of letters) {
      const slug = shipped.reasons.get(id)?.slug ?? ''
      const en = pageAt(shipped, `/reasons/${slug}/letter`, letters)
      const es = pageAt(shipped, `/es/reasons/${slug}/letter`, letters)
      expect(en?.sections[0]?.id).toBe('invented')
      expect(es && pageText(es)).toContain('Todo en esta carta es inventado')
      expect(en && pageText(en)).toContain('Everyone in this letter is invented')
    }
  })

  test('is reached from the page of its reason', () => {
    for (const [id] of letters) {
      const slug = shipped.reasons.get(id)?.slug ?? ''
      const page = pageAt(shipped, `/reasons/${slug}`, letters)
      expect(page?.sections.find((s) => s.id === 'letter')?.blocks).toMatchObject([
        { refs: [{ address: `/reasons/${slug}/letter` }] },
      ])
    }
    const first = [...letters.keys()][0] ?? ''
    const slug = shipped.reasons.get(first)?.slug ?? ''
    expect(pageAt(shipped, `/reasons/${slug}/letter`, new Map())).toBeNull()
    expect(pageAt(shipped, `/reasons/${slug}`, new Map())?.sections.some((s) => s.id === 'letter')).toBe(false)
  })
})
