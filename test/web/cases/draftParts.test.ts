import { describe, expect, test } from 'vitest'
import { sentencesOf } from '../../../src/apps/web/cases/draft/sentences.ts'
import type { Claim } from '../../../src/argument/claim.ts'
import type { CivilDate } from '../../../src/base/date.ts'
import type { Actor, CaseEvent, StoredEvent } from '../../../src/casefile/event.ts'
import { claimsOfLetter } from '../../../src/document/claims.ts'
import type { Letter } from '../../../src/document/letter.ts'
import type { PartialDate, PriorTreatment } from '../../../src/facts/casefacts.ts'
import type { Entry } from '../../../src/facts/fact.ts'
import { type Editing, editSentence } from '../../../src/usecases/cases/edit.ts'
import { listedFields } from '../../../src/usecases/cases/facts.ts'
import { placeIn, treatmentHistory, yearsIn } from '../../../src/usecases/cases/history.ts'
import type { CaseId, CasePorts } from '../../../src/usecases/cases/ports.ts'

const says = (sentence: string): Claim => ({ sentence, support: [{ kind: 'reckoning', source: 't', pin: '', quote: sentence }] })
const cell = (...s: string[]) => s.map(says)

describe('which sentences can be changed in place', () => {
  const letter: Letter = {
    kind: 'appeal',
    record: 'appeal',
    title: says('Title'),
    from: [],
    to: [],
    date: '',
    re: [{ label: 'Patient', claim: says('Dana') }],
    salutation: '',
    blocks: [
      { kind: 'heading', level: 2, text: says('Heading') },
      { kind: 'paragraph', claims: [says('Plain.'), says('Twice.')] },
      { kind: 'list', ordered: false, items: [[says('Twice.')]] },
      {
        kind: 'table',
        caption: says('Caption'),
        columns: ['No.', 'Requirement', 'Answer', 'Record', 'Where'],
        widths: [1, 1, 1, 1, 1],
        rows: [[cell('1'), cell('The rule'), cell('Met'), cell('What it shows'), cell('Exhibit A')]],
      },
    ],
    enclosures: [],
  }
  const of = new Map([...sentencesOf(letter).values()].map((s) => [s.claim.sentence, s]))

  test.each([
    ['Plain.', true, true],
    ['Heading', true, false],
    ['What it shows', true, false],
    ['Twice.', false, false],
    ['Title', false, false],
    ['Dana', false, false],
    ['Met', false, false],
    ['The rule', false, false],
    ['Caption', false, false],
  ])('%s', (sentence, editable, followed) => {
    expect([of.get(sentence)?.editable, of.get(sentence)?.followed]).toEqual([editable, followed])
  })

  test('they are counted as the letter is read', () => {
    const places = claimsOfLetter(letter).map((c) => sentencesOf(letter).get(c)?.at)
    expect(places).toEqual(places.map((_, i) => i))
  })
})

/** A case in memory: as many events as are said. */
function memory() {
  const by: Actor = { kind: 'person', id: 'p', role: 'patient' }
  const at = '2026-11-22T00:00:00.000Z' as StoredEvent['at']
  const events: StoredEvent[] = [{ seq: 1, at, by, event: { kind: 'opened', lang: 'en', as: 'patient' } }]
  let tokens = 0
  const ports = {
    chance: { token: () => `t${++tokens}` },
    cases: {
      load: async () => events,
      append: async (_: CaseId, last: number, more: readonly { by: Actor; event: CaseEvent }[]) => {
        if (events.length !== last) return false
        for (const m of more) events.push({ seq: events.length + 1, at, ...m })
        return true
      },
    },
  } as unknown as Pick<CasePorts, 'cases' | 'chance'>
  const edits = () => events.flatMap(({ event: e }) => (e.kind === 'sentenceEdited' ? [e] : []))
  const say = (editing: Editing) => editSentence(ports, 'c' as CaseId, by, 'appeal', editing)
  return { say, edits }
}

describe('changing a sentence', () => {
  test('a second change of the same sentence keeps its first wording and its id', async () => {
    const { say, edits } = memory()
    await say({ do: 'replace', sentence: 'One.', text: 'Uno.' })
    await say({ do: 'replace', sentence: 'Uno.', text: ' Eins. ' })
    expect(edits().map((e) => [e.edit, e.original, e.text])).toEqual([
      [edits()[0]?.edit, 'One.', 'Uno.'],
      [edits()[0]?.edit, 'One.', 'Eins.'],
    ])
  })

  test('written back as it was, it carries its sources again', async () => {
    const { say, edits } = memory()
    await say({ do: 'replace', sentence: 'One.', text: 'Uno.' })
    await say({ do: 'replace', sentence: 'Uno.', text: 'One.' })
    expect(edits().at(-1)?.action).toBe('restore')
    const fresh = memory()
    await fresh.say({ do: 'replace', sentence: 'One.', text: 'One.' })
    expect(fresh.edits()).toEqual([])
  })

  test('one’s own changed sentence can be left out, and what is added after it stands after the program’s', async () => {
    const { say, edits } = memory()
    await say({ do: 'replace', sentence: 'One.', text: 'Uno.' })
    await say({ do: 'add', after: 'Uno.', text: 'Dos.' })
    expect(edits().at(-1)).toMatchObject({ action: 'add', after: 'One.', original: '' })
    await say({ do: 'remove', sentence: 'Uno.' })
    expect(edits().at(-1)).toMatchObject({ action: 'remove', original: 'One.', text: null })
    await say({ do: 'remove', sentence: 'Dos.' })
    expect(edits().at(-1)).toMatchObject({ action: 'restore' })
  })

  test('an empty sentence is refused', async () => {
    const { say, edits } = memory()
    expect((await say({ do: 'replace', sentence: 'One.', text: '  \n ' })).ok).toBe(false)
    expect((await say({ do: 'add', after: null, text: '' })).ok).toBe(false)
    expect(edits()).toEqual([])
  })

  test('an edit without its sentence gets a new place with its words', async () => {
    const { say, edits } = memory()
    await say({ do: 'replace', sentence: 'One.', text: 'Uno.' })
    await say({ do: 'place', edit: edits()[0]?.edit ?? '', after: null })
    expect(edits().at(-1)).toMatchObject({ action: 'add', after: null, text: 'Uno.' })
  })
})

describe('facts stated by hand', () => {
  const wrong = (list: Parameters<typeof listedFields>[0], fields: Record<string, string>) => {
    const done = listedFields(list, fields, 'patient')
    return done.ok ? [] : done.problems.map((p) => p.where)
  }
  test.each([
    ['diagnoses', { name: 'MS', code: 'G35', since: '2021-03' }, []],
    ['diagnoses', { name: '', code: 'x' }, ['name', 'code']],
    ['measures', { measure: 'EDSS', value: '3.5' }, []],
    ['measures', { measure: 'EDSS', value: 'three' }, ['value']],
    ['priorTreatments', { agent: 'A', start: '2024-05', end: '2024' }, []],
    ['priorTreatments', { agent: 'A', start: '2024-05', end: '2024-04' }, ['end']],
    ['priorTreatments', { agent: 'A', start: '2024-13' }, ['start']],
    ['contraindications', { agent: 'A' }, ['reason']],
    ['events', { kind: 'fall', what: 'fell', date: 'May' }, ['date']],
    ['statements', { words: 'I can not work.' }, []],
  ] as const)('%s %o', (list, fields, problems) => expect(wrong(list, fields)).toEqual(problems))

  test('a statement says whose it is', () => {
    const done = listedFields('statements', { words: 'x', who: 'patient' }, 'prescriber')
    expect(done.ok && done.value.who).toBe('prescriber')
  })
})

describe('treatments over time', () => {
  const trial = (
    start: string | null,
    end: string | null,
    outcome: PriorTreatment['outcome'] = 'intolerance',
  ): Entry<PriorTreatment> => ({
    value: {
      agent: 'A',
      alsoKnownAs: [],
      dose: null,
      start: start as PartialDate | null,
      end: end as PartialDate | null,
      duration: null,
      outcome,
      reason: null,
    },
    origin: { kind: 'person', who: 'patient', path: '', words: '' },
  })
  const today = '2026-11-22' as CivilDate

  test('an end that is not known stays open; only what is still taken runs to today', () => {
    const { bars, undated, span } = treatmentHistory(
      [
        trial('2024', null),
        trial(null, '2023-05'),
        trial('2025-02', null, 'ongoing'),
        trial(null, null),
        trial('2022-01-10', '2022-03'),
      ],
      today,
    )
    expect(undated).toHaveLength(1)
    expect(span).toEqual({ from: '2022-01-10', to: today })
    expect(bars.map((b) => [b.from, b.to, b.openStart, b.openEnd, b.ongoing])).toEqual([
      ['2022-01-10', '2023-05-31', true, false, false],
      ['2022-01-10', '2022-03-31', false, false, false],
      ['2024-01-01', today, false, true, false],
      ['2025-02-01', today, false, false, true],
    ])
  })

  test('without any date there is no picture', () => expect(treatmentHistory([trial(null, null)], today).span).toBeNull())

  test('places and years lie within the span', () => {
    const span = { from: '2020-06-01' as CivilDate, to: '2026-06-01' as CivilDate }
    expect([placeIn(span, span.from), placeIn(span, span.to), placeIn(span, '2030-01-01' as CivilDate)]).toEqual([0, 1, 1])
    expect(yearsIn(span)).toEqual(['2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01'])
    expect(yearsIn({ from: '1990-01-01' as CivilDate, to: '2026-06-01' as CivilDate }).length).toBeLessThanOrEqual(8)
  })
})
