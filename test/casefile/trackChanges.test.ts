import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/base/date.ts'
import type { CaseEvent } from '../../src/casefile/event.ts'
import { awaited } from '../../src/casefile/track/awaited.ts'
import { everyReminder, reminderDue, reminders } from '../../src/casefile/track/reminders.ts'
import { byHand, CARE, caseOf, day, knowledge, ladderOf } from './track.ts'

const sent = ['2026-01-12', byHand('hand', '2026-01-10')] as const

describe('the State’s own time for an outside reviewer', () => {
  const owed = (state: string | null, today: string) =>
    awaited(
      knowledge(),
      caseOf(['2026-01-11', { kind: 'levelReached', level: 'internal_appeal', denial: null }], sent),
      ladderOf('aca_individual', { levelReached: 'internal_appeal', state }),
      CARE,
      day(today),
    )
  const states = [...knowledge().states.values()]
    .map(({ id }) => ({
      id,
      clock: ladderOf('aca_individual', { levelReached: 'internal_appeal', state: id.toUpperCase() }).current?.decide.standard,
    }))
    .flatMap(({ id, clock }) => {
      const days = /^(\d+) days$/.exec(clock?.amount ?? '')?.[1]
      return clock?.citations.some((c) => c.source.startsWith('state-')) && days ? [{ id, days: Number(days) }] : []
    })

  test('there are such States', () => {
    expect(states.length).toBeGreaterThan(3)
  })

  test('it is shown; late only when the Federal time is over too', () => {
    const federal = owed(null, '2026-01-20')?.due
    expect(federal).toBe('2026-02-24')
    for (const { id, days } of states) {
      const got = owed(id.toUpperCase(), '2026-01-20')
      const own = addDays(day('2026-01-10'), days)
      expect([id, got?.due]).toEqual([id, own < '2026-02-24' ? own : '2026-02-24'])
      if (own >= '2026-02-24') continue
      expect(got?.reckoning.citations[0]?.source).toBe(`state-${id}`)
      expect(owed(id.toUpperCase(), '2026-02-24')?.overdue).toBeNull()
      expect(owed(id.toUpperCase(), '2026-02-25')?.overdue).toBe(1)
    }
  })
})

describe('they take longer', () => {
  const until = (on: string): readonly [string, CaseEvent] => [
    '2026-01-20',
    { kind: 'decisionExtended', doc: null, until: day(on) },
  ]
  const owed = (today: string, ...events: (readonly [string, CaseEvent])[]) =>
    awaited(knowledge(), caseOf(sent, ...events), ladderOf('erisa_self_funded'), CARE, day(today))
  test.each([
    ['without it, the last day', owed('2026-02-09'), null],
    ['without it, the day after', owed('2026-02-10'), 1],
    ['with it, the last day they named', owed('2026-02-23', until('2026-02-23')), null],
    ['with it, the day after', owed('2026-02-24', until('2026-02-23')), 1],
    ['a day before the law’s own changes nothing', owed('2026-02-10', until('2026-02-01')), 1],
    [
      'it ends with the decision',
      owed('2026-02-20', until('2026-02-23'), [
        '2026-02-10',
        { kind: 'answered', doc: null, on: day('2026-02-09'), outcome: 'upheld' },
      ]),
      undefined,
    ],
  ])('%s', (_, got, overdue) => {
    expect(got?.overdue).toBe(overdue)
  })

  test('reminders follow the day they named', () => {
    const state = caseOf(sent, until('2026-02-23'))
    const ladder = ladderOf('erisa_self_funded')
    const all = everyReminder(state, ladder, awaited(knowledge(), state, ladder, CARE, day('2026-01-20')))
    expect(all.filter((r) => r.what.startsWith('decision:')).map((r) => r.on)).toContain('2026-02-23')
    expect(all.find((r) => r.what.startsWith('overdue:'))?.on).toBe('2026-02-24')
  })
})

describe('a later notice', () => {
  const stated: CaseEvent = { kind: 'stated', path: 'denial.received.date', value: '2026-01-05', by: 'patient' }
  const plan: CaseEvent = { kind: 'stated', path: 'plan.memberId', value: 'A1', by: 'patient' }
  test('what was said of the earlier one is not said of it; what was said of the plan is', () => {
    const state = caseOf(
      ['2026-01-06', stated],
      ['2026-01-06', plan],
      ['2026-02-01', { kind: 'levelReached', level: 'internal_appeal', denial: null }],
    )
    expect([...state.stated.keys()]).toEqual(['plan.memberId'])
  })
})

describe('whose turn a reminder is', () => {
  const state = caseOf()
  const all = everyReminder(state, ladderOf('erisa_self_funded'), null).filter((r) => r.what.startsWith('file:'))
  const at = (before: number) => addDays(all.at(-1)?.day ?? day('2026-01-01'), -before)
  const what = all[0]?.what ?? ''
  test.each([
    ['on its day', 7, 7, 7],
    ['the day before it', 7, 8, null],
    ['two days late, when nobody worked', 7, 5, 7],
    ['when a nearer one has come', 7, 3, null],
    ['the last, on the day', 0, 0, 0],
    ['after the day', 0, -1, null],
  ])('%s', (_, days, daysBefore, given) => {
    expect(reminderDue(all, what, days, at(daysBefore))?.days ?? null).toBe(given)
  })

  test('what was given is not given again; a closed case has none', () => {
    const given = caseOf(['2026-01-06', { kind: 'reminded', what, days: 7 }])
    const left = reminders(given, ladderOf('erisa_self_funded'), null, at(7)).map((r) => r.days)
    expect(left).not.toContain(7)
    expect(left).toContain(3)
    expect(
      everyReminder(
        caseOf(['2026-01-06', { kind: 'closed', how: 'won', on: day('2026-01-06'), note: null }]),
        ladderOf('erisa_self_funded'),
        null,
      ),
    ).toEqual([])
  })
})
