import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/base/date.ts'
import type { CaseEvent } from '../../src/casefile/event.ts'
import { awaited, type CareAsked } from '../../src/casefile/track/awaited.ts'
import { calendarFeed } from '../../src/casefile/track/calendarFeed.ts'
import { filed } from '../../src/casefile/track/filed.ts'
import { reminders } from '../../src/casefile/track/reminders.ts'
import { caseTimeline } from '../../src/casefile/track/timeline.ts'
import { accepted, asked, byHand, CARE, caseOf, day, delivered, failed, knowledge, ladderOf } from './track.ts'

const notice = (doc: string): CaseEvent => ({
  kind: 'documentAdded',
  doc,
  role: 'denial',
  name: 'x.pdf',
  media: 'pdf',
  sha256: 'a',
  bytes: 1,
})
const PACKET = 'draft-9-packet.pdf'
const owed = (
  coverage: string,
  events: readonly (readonly [string, CaseEvent])[],
  today: string,
  care: Partial<CareAsked> = {},
) => awaited(knowledge(), caseOf(...events), ladderOf(coverage), { ...CARE, ...care }, day(today))

describe('what was filed, and since when', () => {
  const fax = (steps: readonly (readonly [string, CaseEvent])[]) => caseOf(['2026-01-10', asked('s1', 'fax', PACKET)], ...steps)
  test.each([
    ['only asked for', fax([]), null],
    ['taken over by the fax provider, not yet delivered', fax([['2026-01-10', accepted('s1')]]), null],
    ['failed', fax([['2026-01-10', failed('s1')]]), null],
    [
      'delivered',
      fax([
        ['2026-01-10', accepted('s1')],
        ['2026-01-11', delivered('s1', '2026-01-11')],
      ]),
      ['2026-01-11', 'delivered'],
    ],
    ['mailed by hand', caseOf(['2026-01-12', byHand('post_by_self', '2026-01-10')]), ['2026-01-15', 'mail_days']],
    ['handed over', caseOf(['2026-01-12', byHand('hand', '2026-01-10')]), ['2026-01-10', 'same_day']],
    [
      'mail taken over',
      caseOf(['2026-01-10', asked('m1', 'mail', PACKET)], ['2026-01-12', accepted('m1')]),
      ['2026-01-17', 'mail_days'],
    ],
    [
      'another letter is no filing',
      caseOf(['2026-01-10', asked('s1', 'email', 'draft-9-claim_file_request.pdf')], ['2026-01-10', accepted('s1')]),
      null,
    ],
    [
      'what cannot be told is no filing',
      caseOf(['2026-01-10', asked('s1', 'email', 'record-2')], ['2026-01-10', accepted('s1')]),
      null,
    ],
    [
      'filed before the last decision belongs to an earlier round',
      caseOf(
        ['2026-01-12', byHand('hand', '2026-01-10')],
        ['2026-02-10', { kind: 'answered', doc: null, on: day('2026-02-09'), outcome: 'upheld' }],
      ),
      null,
    ],
    [
      'filed before the person said to be at a later level',
      caseOf(
        ['2026-01-12', byHand('hand', '2026-01-10')],
        ['2026-02-10', { kind: 'levelReached', level: 'external_review', denial: null }],
      ),
      null,
    ],
    [
      'filed before the notice that the case is about now came',
      caseOf(['2026-01-12', byHand('hand', '2026-01-10')], ['2026-02-10', notice('denial-2')]),
      null,
    ],
    [
      'filed after the notice came',
      caseOf(['2026-01-06', notice('denial-1')], ['2026-01-12', byHand('hand', '2026-01-10')]),
      ['2026-01-10', 'same_day'],
    ],
    [
      'a letter that decides nothing begins no round',
      caseOf(
        ['2026-01-12', byHand('hand', '2026-01-10')],
        ['2026-01-20', { kind: 'answered', doc: null, on: day('2026-01-19'), outcome: 'not_an_answer' }],
      ),
      ['2026-01-10', 'same_day'],
    ],
  ] as const)('%s', (_, state, expected) => {
    const found = filed(state)
    expect(found && [found.received, found.basis]).toEqual(expected)
  })
})

describe('what is owed, and by when', () => {
  const hand = [['2026-01-12', byHand('hand', '2026-01-12')]] as const
  test.each([
    ['erisa_self_funded', { timing: 'pre_service' }, '2026-02-11'],
    ['erisa_self_funded', { timing: 'post_service' }, '2026-03-13'],
    ['erisa_self_funded', { urgent: true }, '2026-01-15'],
    ['medicaid_managed_care', { timing: 'pre_service' }, '2026-02-11'],
    ['medicare_advantage', { timing: 'pre_service' }, '2026-02-11'],
    ['medicare_advantage', { timing: 'post_service' }, '2026-03-13'],
    ['part_d', { timing: 'pre_service', drug: true }, '2026-01-19'],
  ] as const)('%s %j', (coverage, care, due) => {
    const found = owed(coverage, hand, '2026-01-20', care as Partial<CareAsked>)
    expect(found?.due).toBe(due)
    expect(found?.reckoning.citations.length).toBeGreaterThan(0)
  })
  test('not overdue on its last day, overdue on the next', () => {
    expect(owed('erisa_self_funded', hand, '2026-02-11')?.overdue).toBe(null)
    expect(owed('erisa_self_funded', hand, '2026-02-12')?.overdue).toBe(1)
  })
  test('by mail the days of the post are waited for before anybody is called late', () => {
    const mail = [['2026-01-12', byHand('post_by_self', '2026-01-12')]] as const
    const found = owed('erisa_self_funded', mail, '2026-02-12')
    expect([found?.due, found?.overdue]).toEqual(['2026-02-16', null])
    expect(found?.reckoning.assumptions.join(' ')).toContain('taken to have arrived by January 17, 2026')
  })
  test('while it is not known whether care was given, the longer time counts', () => {
    const found = owed('erisa_self_funded', hand, '2026-01-20', { timing: null })
    expect([found?.due, found?.reckoning.assumptions[0]]).toEqual(['2026-03-13', expect.stringContaining('longer time')])
  })
  test('nothing is owed on a case that was not filed or is closed', () => {
    expect(owed('erisa_self_funded', [], '2026-03-20')).toBe(null)
    const closed = [...hand, ['2026-02-01', { kind: 'closed', how: 'won', on: day('2026-02-01'), note: null }] as const]
    expect(owed('erisa_self_funded', closed, '2026-03-20')).toBe(null)
  })
  test('for every coverage and kind of care: no date before the arrival, and overdue only after it', () => {
    for (const coverage of knowledge().coverage.keys())
      for (const timing of ['pre_service', 'concurrent', 'post_service', null] as const)
        for (const urgent of [true, false]) {
          const found = owed(coverage, hand, '2026-01-12', { timing, urgent })
          if (!found) continue
          expect(found.overdue, `${coverage} ${timing}`).toBe(null)
          if (found.due) expect(daysBetween(day('2026-01-12'), found.due), `${coverage} ${timing}`).toBeGreaterThanOrEqual(0)
        }
  })
})

describe('reminders', () => {
  const ladder = ladderOf('erisa_self_funded')
  const safe = day((ladder.current?.file?.safeDue ?? '').slice(0, 10))
  test('at 14, 7, 3, 1 and 0 days before the safe day', () => {
    const found = reminders(caseOf(), ladder, null, day('2026-01-06'))
    expect(found.map((r) => [r.what, r.days, r.on])).toEqual(
      [14, 7, 3, 1, 0].map((d) => ['file:internal_appeal', d, addDays(safe, -d)]),
    )
  })
  test('none for a day gone by, one for today', () => {
    expect(reminders(caseOf(), ladder, null, addDays(safe, -3)).map((r) => r.days)).toEqual([3, 1, 0])
    expect(reminders(caseOf(), ladder, null, addDays(safe, 1))).toEqual([])
  })
  test('none twice', () => {
    const state = caseOf(['2026-01-06', { kind: 'reminded', what: 'file:internal_appeal', days: 14 }])
    expect(reminders(state, ladder, null, day('2026-01-06')).map((r) => r.days)).toEqual([7, 3, 1, 0])
  })
  test('once filed, of the decision and of the day after it', () => {
    const state = caseOf(['2026-01-12', byHand('hand', '2026-01-12')])
    const owes = awaited(knowledge(), state, ladder, CARE, day('2026-02-05'))
    expect(reminders(state, ladder, owes, day('2026-02-05')).map((r) => [r.what, r.days, r.on])).toEqual([
      ['decision:internal_appeal', 3, '2026-02-08'],
      ['decision:internal_appeal', 1, '2026-02-10'],
      ['decision:internal_appeal', 0, '2026-02-11'],
      ['overdue:internal_appeal', 0, '2026-02-12'],
    ])
  })
  test('none of a closed case', () => {
    const state = caseOf(['2026-01-06', { kind: 'closed', how: 'withdrawn', on: day('2026-01-06'), note: null }])
    expect(reminders(state, ladder, null, day('2026-01-06'))).toEqual([])
  })
})

describe('the timeline', () => {
  const ladder = ladderOf('erisa_self_funded')
  const picture = (events: readonly (readonly [string, CaseEvent])[], today: string) => {
    const state = caseOf(...events)
    const owes = awaited(knowledge(), state, ladder, CARE, day(today))
    return caseTimeline({
      state,
      ladder,
      awaited: owes,
      noticeDate: day('2026-01-02'),
      receivedDate: day('2026-01-05'),
      today: day(today),
    })
  }
  const brief = (rows: ReturnType<typeof picture>) => rows.map((r) => [r.kind, r.on, r.standing])
  test('before filing: what happened, what to do by when, what may follow', () => {
    expect(brief(picture([], '2026-01-10'))).toEqual([
      ['denied', '2026-01-02', 'gone'],
      ['notice_received', '2026-01-05', 'gone'],
      ['file_by', '2026-07-04', 'now'],
      ['next_level', null, 'ahead'],
    ])
  })
  test('after filing: what is owed, and late once its day has passed', () => {
    const sent = [['2026-01-12', byHand('fax', '2026-01-12')]] as const
    expect(brief(picture(sent, '2026-01-20')).slice(2)).toEqual([
      ['sent', '2026-01-12', 'gone'],
      ['decision_due', '2026-02-11', 'ahead'],
      ['next_level', null, 'ahead'],
    ])
    expect(brief(picture(sent, '2026-02-12')).find(([kind]) => kind === 'decision_due')?.[2]).toBe('late')
  })
  test('the day to file is late only after the law’s last day', () => {
    const due = day((ladder.current?.file?.due ?? '').slice(0, 10))
    const standing = (today: string) => picture([], today).find((r) => r.kind === 'file_by')?.standing
    expect([standing(due), standing(addDays(due, 1))]).toEqual(['now', 'late'])
  })
  test('a closed case has a past and no future', () => {
    const rows = picture([['2026-02-01', { kind: 'closed', how: 'won', on: day('2026-02-01'), note: null }]], '2026-03-01')
    expect(rows.every((r) => r.standing === 'gone')).toBe(true)
    expect(rows.at(-1)?.kind).toBe('closed')
  })
  test('a fax that failed is shown as not sent', () => {
    const rows = picture(
      [
        ['2026-01-10', asked('s1', 'fax', PACKET)],
        ['2026-01-10', failed('s1')],
      ],
      '2026-01-11',
    )
    expect(rows.map((r) => r.kind)).toContain('not_sent')
    expect(rows.map((r) => r.kind)).toContain('file_by')
  })
})

describe('the calendar', () => {
  const ladder = ladderOf('erisa_self_funded')
  const feed = (key: string, events: readonly (readonly [string, CaseEvent])[] = []) => {
    const state = caseOf(...events)
    const owes = awaited(knowledge(), state, ladder, CARE, day('2026-01-20'))
    return calendarFeed({ state, ladder, awaited: owes, today: day('2026-01-20'), key, lang: 'en' })
  }
  const ids = (text: string) => [...text.matchAll(/^UID:(.+)$/gm)].map((m) => m[1])
  test('what is to be filed, then what is owed', () => {
    expect(feed('k1')).toContain('SUMMARY:Internal appeal')
    const sent = feed('k1', [['2026-01-12', byHand('fax', '2026-01-12')]])
    expect(sent).toContain('DTSTART;VALUE=DATE:20260211')
    expect(sent).not.toContain('SUMMARY:Internal appeal')
  })
  test('entries of two cases stay apart, those of one stay the same', () => {
    expect(ids(feed('k1')).some((id) => ids(feed('k2')).includes(id))).toBe(false)
    expect(ids(feed('k1'))).toEqual(ids(feed('k1')))
  })
  test('a closed case has no entries', () => {
    expect(ids(feed('k1', [['2026-02-01', { kind: 'closed', how: 'won', on: day('2026-02-01'), note: null }]]))).toEqual([])
  })
})
