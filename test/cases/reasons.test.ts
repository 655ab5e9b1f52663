import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { ok } from '../../src/base/outcome.ts'
import { claimsOfLetter } from '../../src/document/claims.ts'
import type { Block, Letter } from '../../src/document/letter.ts'
import { letterText } from '../../src/document/text.ts'
import { type Draft, type DraftRequest, draftPacket } from '../../src/usecases/draft.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import { ports, TODAY } from './example.ts'

/** One invented case for each reason and coverage family; `UPDATE_GOLDEN=1 npx vitest run test/cases/reasons.test.ts` rewrites the letters. */
const root = join(import.meta.dirname, 'reasons')
const CASES = readdirSync(root).sort()
const update = process.env.UPDATE_GOLDEN === '1'

/** Beside its appeal, the letters that one case keeps as the example of its kind. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'part-b-step': ['step_exception', 'expedited_request', 'overdue_decision', 'peer_to_peer'],
  'experimental-genetic-test': ['external_review_request', 'medical_necessity'],
  'tricare-necessity': ['external_review_request'],
  'chip-visits': ['authorized_representative', 'overdue_decision'],
  'duplicate-therapy': ['claim_file_request'],
  'non-formulary': ['step_exception'],
  'quantity-limit': ['medical_necessity', 'expedited_request'],
  'out-of-network-specialist': ['peer_to_peer', 'expedited_request'],
  'timely-filing': ['claim_file_request'],
  'visit-limit': ['claim_file_request', 'external_review_request'],
  'concurrent-stop': ['expedited_request'],
  'level-of-care': ['peer_to_peer'],
  'clinical-trial': ['external_review_request'],
  'coding-bundling': ['claim_file_request'],
  'aba-hours': ['medical_necessity'],
  'ivig-step': ['step_exception'],
  'wheelchair-lesser': ['peer_to_peer'],
}

/** Letters this coverage or stage has no place for. */
const ABSENT: Readonly<Record<string, readonly string[]>> = {
  'appeal-upheld': ['external_review_request', 'peer_to_peer', 'overdue_decision'],
  'part-b-step': ['external_review_request'],
  'nursing-stop': ['external_review_request', 'step_exception'],
  'no-case-file': [
    'claim_file_request',
    'external_review_request',
    'expedited_request',
    'overdue_decision',
    'authorized_representative',
  ],
  'necessity-imaging': ['step_exception', 'expedited_request'],
  // What is no medical question goes to no physician and no outside reviewer.
  'coding-bundling': ['peer_to_peer', 'medical_necessity', 'external_review_request'],
  'coordination-of-benefits': ['peer_to_peer', 'medical_necessity', 'external_review_request'],
  'duplicate-claim': ['peer_to_peer', 'medical_necessity', 'external_review_request'],
  eligibility: ['peer_to_peer', 'medical_necessity', 'external_review_request'],
}

function request(name: string): DraftRequest {
  const dir = join(root, name)
  const named = (path: string) => ({ name: path.split('/').at(-1) ?? path, bytes: new Uint8Array(readFileSync(join(dir, path))) })
  const caseFile = join(dir, 'case.yaml')
  return {
    denial: named('denial.txt'),
    which: null,
    records: readdirSync(join(dir, 'records'))
      .sort()
      .map((f) => named(`records/${f}`)),
    policy: null,
    caseFile: existsSync(caseFile) ? { path: 'case.yaml', text: readFileSync(caseFile, 'utf8') } : null,
    coverage: null,
    today: TODAY as CivilDate,
  }
}

/** Typesetting has tests of its own; here the words are read. */
const words = (): Ports => ({
  ...ports(),
  packetPdf: async () => ok({ pdf: new Uint8Array(), letterPdf: new Uint8Array(), pageCount: 0, skipped: [] }),
  letterPdf: async () => ok(new Uint8Array()),
  letterDocx: async () => new Uint8Array(),
})

const golden = (name: string, letter: Letter) => {
  const file = join(root, name, 'golden', `${letter.kind}.txt`)
  const text = letterText(letter)
  if (update) {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, 'utf8'))
}

const FILLER =
  /\b(?:hereby|herein|kindly|please be advised|it is important|needless to say|as you know|furthermore|moreover|in conclusion|to whom it may concern|I am writing|at your earliest convenience|unfortunately|clearly|obviously)\b/i

/** Sentences of our own; a table repeats a chart's words by design. */
const spoken = (block: Block): string[] =>
  block.kind === 'paragraph'
    ? block.claims.map((c) => c.sentence)
    : block.kind === 'list'
      ? block.items.flat().map((c) => c.sentence)
      : []

/** What stands outside quotation marks. */
const ownWords = (text: string) => text.replace(/“[^”]*”/g, '“”')

describe.each(CASES)('%s', (name) => {
  let draft: Draft
  beforeAll(async () => {
    // The ledger is checked inside: a sentence that nothing carries throws.
    const drafted = await draftPacket(words(), request(name))
    if (!drafted.ok) throw new Error(drafted.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
    draft = drafted.value
  }, 60_000)

  test('its letters read as they did', () => {
    for (const letter of draft.letters) if (letter.kind === 'appeal' || ALSO[name]?.includes(letter.kind)) golden(name, letter)
    for (const kind of ALSO[name] ?? []) expect(draft.letters.map((l) => l.kind)).toContain(kind)
    for (const kind of ABSENT[name] ?? []) expect(draft.letters.map((l) => l.kind)).not.toContain(kind)
  })

  test('every sentence rests on something', () => {
    for (const claim of draft.letters.flatMap(claimsOfLetter)) expect(claim.support.length, claim.sentence).toBeGreaterThan(0)
  })

  test('nothing clumsy, empty, doubled or unfilled', () => {
    for (const letter of draft.letters) {
      const sentences = letter.blocks.flatMap(spoken)
      for (const sentence of [letter.title.sentence, ...sentences]) {
        expect(ownWords(sentence)).not.toMatch(FILLER)
        expect(sentence).not.toMatch(/[[\]{}<>]|undefined|null|NaN/)
        expect(sentence, sentence).not.toMatch(/,,|;;|\.\.(?!\.)|:\.|,\.|\(\)|\s[,.;]|s’s\b/)
        expect((sentence.match(/“/g) ?? []).length, sentence).toBe((sentence.match(/”/g) ?? []).length)
      }
      expect(new Set(sentences).size, `${letter.kind}: a sentence stands twice`).toBe(sentences.length)
      letter.blocks.forEach((block, i) => {
        const next = letter.blocks[i + 1]
        if (block.kind === 'heading')
          expect(next && next.kind !== 'heading' && next.kind !== 'signature', block.text.sentence).toBe(true)
      })
    }
  })

  test('the first sentence asks, and generic names are not capitalized inside a sentence', () => {
    for (const letter of draft.letters) {
      const first = letter.blocks.find((b) => b.kind === 'paragraph')
      if (letter.kind !== 'peer_to_peer' && letter.kind !== 'authorized_representative')
        expect(first?.kind === 'paragraph' && first.claims[0]?.sentence).toMatch(/\bask\b|^Please\b/)
      for (const sentence of letter.blocks.flatMap(spoken))
        expect(ownWords(sentence)).not.toMatch(
          /[a-z,] (?:Adalimumab|Bevacizumab|Clobetasol|Infliximab|Methotrexate|Naproxen|Ondansetron|Physical therapy|Rituximab|Tacrolimus|Umeclidinium|Vedolizumab)\b/,
        )
    }
  })

  test('an appeal stays within three pages before its table', () => {
    const appeal = draft.letters.find((l) => l.kind === 'appeal')
    const said = appeal?.blocks.flatMap(spoken).join(' ').split(/\s+/).length ?? 0
    expect(said).toBeLessThan(1100)
  })
})
