import { expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { calendarIcs } from '../../src/packet/calendar.ts'
import type { Reckoning } from '../../src/rights/reckoning.ts'

const date = (text: string) => text as CivilDate
const reckoning = (over: Partial<Reckoning>): Reckoning => ({
  due: date('2026-09-23'),
  safeDue: date('2026-09-18'),
  alternative: null,
  trigger: { event: 'receipt', date: date('2026-03-27'), presumed: true },
  rule: '180 days after the notice is received.',
  arithmetic: '2026-03-27 + 180 days = 2026-09-23',
  citations: [{ source: 'x', cite: '29 CFR 2560.503-1', pin: '(h)(3)(i)', status: 'verified' }],
  assumptions: ['The notice was received on the day it was printed.'],
  ref: null,
  ...over,
})
const today = date('2026-04-14')
const ics = (over: Partial<Reckoning> = {}, reference: string | null = 'PA-1', day = today) =>
  calendarIcs([{ what: 'Appeal', reckoning: reckoning(over) }], reference, day)

/** Unfolds and splits into components with their properties (RFC 5545, 3.1). */
function parsed(text: string) {
  expect(text.endsWith('\r\n') || text.endsWith('END:VCALENDAR')).toBe(true)
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
  const events: { props: Map<string, string>; alarms: string[] }[] = []
  const stack: string[] = []
  for (const line of lines) {
    const [name = '', value = ''] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]
    if (name === 'BEGIN') stack.push(value)
    if (name === 'BEGIN' && value === 'VEVENT') events.push({ props: new Map(), alarms: [] })
    if (name === 'END') expect(stack.pop()).toBe(value)
    else if (stack.at(-1) === 'VEVENT') events.at(-1)?.props.set(name, value)
    else if (name.startsWith('TRIGGER')) events.at(-1)?.alarms.push(line)
  }
  expect(stack).toEqual([])
  return events
}

test('safe and legal day are two all-day events with arithmetic and citation', () => {
  const [safe, legal] = parsed(ics())
  expect(safe?.props.get('DTSTART;VALUE=DATE')).toBe('20260918')
  expect(safe?.props.get('DTEND;VALUE=DATE')).toBe('20260919')
  expect(safe?.props.get('SUMMARY')).toBe('Appeal due (reference PA-1)')
  expect(legal?.props.get('DTSTART;VALUE=DATE')).toBe('20260923')
  expect(legal?.props.get('SUMMARY')).toBe('Appeal last day (reference PA-1)')
  for (const e of [safe, legal]) {
    expect(e?.props.get('DESCRIPTION')).toContain('2026-03-27 + 180 days = 2026-09-23')
    expect(e?.props.get('DESCRIPTION')).toContain('29 CFR 2560.503-1(h)(3)(i)')
    expect(e?.props.get('DTSTAMP')).toBe('20260414T120000Z')
  }
})

test('reminders come at nine in the morning 14, 7, 3, 1 and 0 days before', () => {
  const [safe] = parsed(ics())
  expect(safe?.alarms).toEqual(['-P13DT15H', '-P6DT15H', '-P2DT15H', '-PT15H', 'PT9H'].map((t) => `TRIGGER;RELATED=START:${t}`))
})

test.each([
  ['the same day twice is one event', { safeDue: date('2026-09-23') }, 1],
  ['no deadline, no event', { due: null, safeDue: null }, 0],
  ['only a safe day is known', { due: null }, 1],
])('%s', (_, over, events) => {
  expect(parsed(ics(over)).length).toBe(events)
})

test('a deadline in hours says the hour', () => {
  const moment = '2026-04-16T09:30' as Reckoning['due']
  const [event] = parsed(ics({ due: moment, safeDue: moment }))
  expect(event?.props.get('SUMMARY')).toBe('Appeal due by 09:30 (reference PA-1)')
  expect(event?.props.get('DTSTART;VALUE=DATE')).toBe('20260416')
})

test('a corrected date keeps its UID and outranks the earlier file', () => {
  const [before] = parsed(ics())
  const [after] = parsed(ics({ safeDue: date('2026-09-10') }, 'PA-1', date('2026-04-20')))
  expect(after?.props.get('UID')).toBe(before?.props.get('UID'))
  expect(Number(after?.props.get('SEQUENCE'))).toBeGreaterThan(Number(before?.props.get('SEQUENCE')))
  expect(new Set(parsed(ics()).map((e) => e.props.get('UID'))).size).toBe(2)
})

test('lines are folded at 75 octets, not inside a character, and unfold to the same text', () => {
  const rule = `Élan “façade” — ${'naïve Größe 王 '.repeat(30)}end; with, commas`
  const text = ics({ rule })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\ufffd')
  const [event] = parsed(text)
  expect(event?.props.get('DESCRIPTION')).toContain(rule.replace(/([;,])/g, '\\$1'))
})

test('a pin that is only recalled is not put into the calendar', () => {
  const text = ics({ citations: [{ source: 'x', cite: '29 CFR 2560.503-1', pin: '(z)(9)', status: 'recalled' }] })
  expect(text).not.toContain('(z)(9)')
  expect(text).toContain('29 CFR 2560.503-1')
})

test('same input, same bytes', () => {
  expect(ics()).toBe(ics())
})
