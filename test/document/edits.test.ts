import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/argument/claim.ts'
import { claimsOfLetter } from '../../src/document/claims.ts'
import { applyEdits, type LetterEdit } from '../../src/document/edits.ts'
import type { Letter } from '../../src/document/letter.ts'

const says = (sentence: string): Claim => ({
  sentence,
  support: [{ kind: 'reckoning', source: 'test', pin: '', quote: sentence }],
})

const LETTER: Letter = {
  kind: 'appeal',
  record: 'appeal',
  title: says('Appeal'),
  from: [],
  to: [],
  date: '',
  re: [],
  salutation: '',
  blocks: [
    { kind: 'heading', level: 2, text: says('The denial') },
    { kind: 'paragraph', claims: [says('One.'), says('Two.')] },
    { kind: 'quote', claims: [says('The plan said no.'), says('It said it twice.')], attribution: says('Notice, page 1') },
    { kind: 'list', ordered: false, items: [[says('Three.')], [says('Four.')]] },
    { kind: 'signature', name: 'A', lines: [], role: 'Member' },
  ],
  enclosures: [],
}

const edit = (e: Partial<LetterEdit>): LetterEdit => ({
  edit: 'e1',
  action: 'replace',
  original: '',
  after: null,
  text: null,
  by: 'patient',
  ...e,
})
const sentences = (letter: Letter) => claimsOfLetter(letter).map((c) => c.sentence)
const BEFORE = sentences(LETTER)

describe('a letter as its writer left it', () => {
  test('a changed sentence rests on its writer’s word and nothing else', () => {
    const { letter, own, orphans } = applyEdits(LETTER, [edit({ original: 'Two.', text: 'Two, in my words.' })])
    const changed = claimsOfLetter(letter).find((c) => c.sentence === 'Two, in my words.')
    expect(changed?.support).toEqual([{ kind: 'statement', source: 'patient', pin: 'sentence.e1', quote: 'Two, in my words.' }])
    expect(sentences(letter)).toEqual(BEFORE.map((s) => (s === 'Two.' ? 'Two, in my words.' : s)))
    expect([...own.keys()]).toEqual(['Two, in my words.'])
    expect(orphans).toEqual([])
  })

  test('every other sentence keeps what it rests on', () => {
    const { letter } = applyEdits(LETTER, [edit({ original: 'Two.', text: 'Changed.' })])
    for (const c of claimsOfLetter(letter))
      if (c.sentence !== 'Changed.') expect(c.support[0]?.kind, c.sentence).toBe('reckoning')
  })

  test('left out, it is gone; a paragraph of one goes with it', () => {
    const out = (original: string) => sentences(applyEdits(LETTER, [edit({ action: 'remove', original })]).letter)
    expect(out('One.')).toEqual(BEFORE.filter((s) => s !== 'One.'))
    expect(out('Three.')).toEqual(BEFORE.filter((s) => s !== 'Three.'))
  })

  test('added after a sentence, before the signatures, and after one that was changed or left out', () => {
    const add = (after: string | null, ...more: LetterEdit[]) =>
      sentences(applyEdits(LETTER, [edit({ edit: 'a', action: 'add', after, text: 'New.' }), ...more]).letter)
    expect(add('One.').indexOf('New.')).toBe(BEFORE.indexOf('One.') + 1)
    expect(add(null).at(-1)).toBe('New.')
    expect(add('It said it twice.')).toContain('New.')
    const changed = add('One.', edit({ original: 'One.', text: 'First.' }))
    expect(changed[changed.indexOf('First.') + 1]).toBe('New.')
    expect(add('One.', edit({ action: 'remove', original: 'One.' }))).toContain('New.')
  })

  test('changed words of a quotation are not put into the quoted party’s mouth', () => {
    const { letter } = applyEdits(LETTER, [edit({ original: 'The plan said no.', text: 'The plan was unfair.' })])
    const quote = letter.blocks.find((b) => b.kind === 'quote')
    expect(quote?.kind === 'quote' && quote.claims.map((c) => c.sentence)).toEqual(['It said it twice.'])
    const after = letter.blocks[letter.blocks.findIndex((b) => b.kind === 'quote') + 1]
    expect(after?.kind === 'paragraph' && after.claims.map((c) => c.sentence)).toEqual(['The plan was unfair.'])
  })

  test('an edit whose sentence is gone is kept as an orphan and changes nothing', () => {
    const lost = [
      edit({ edit: 'x', original: 'No longer here.', text: 'Mine.' }),
      edit({ edit: 'y', action: 'add', after: 'Nor this.', text: 'Mine too.' }),
    ]
    const { letter, orphans } = applyEdits(LETTER, lost)
    expect(letter).toEqual(LETTER)
    expect(orphans).toEqual(lost)
  })

  test('no edits: the same letter', () => expect(applyEdits(LETTER, []).letter).toEqual(LETTER))
})
