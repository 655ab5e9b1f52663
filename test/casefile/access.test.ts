import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIONS, type Access, allowing, may, NO_CIRCUMSTANCES, ROLES, SIGNING_ACTIONS } from '../../src/casefile/access.ts'

/**
 * Every role × every action. "+" always; "a" only with the signed authorization; "o" only who opened the case;
 * "d" only who administers the organisation; "·" never.
 */
const MATRIX = `
                        patient  representative  prescriber  staff  editor  operator  visitor
case.open               +        +               +           +      +       +         +
account.signIn          +        +               +           +      +       +         +
account.manage          +        +               +           +      +       +         +
case.read               +        +               +           +      ·       ·         ·
case.answer             +        +               +           +      ·       ·         ·
case.close              +        +               o           ·      ·       ·         ·
case.delete             +        o               o           ·      ·       ·         ·
case.export             +        +               o           ·      ·       ·         ·
document.add            +        +               +           +      ·       ·         ·
document.read           +        +               +           +      ·       ·         ·
document.remove         +        +               +           +      ·       ·         ·
reading.confirm         +        +               +           +      ·       ·         ·
fact.judge              +        +               +           +      ·       ·         ·
task.do                 +        +               +           +      ·       ·         ·
draft.read              +        +               +           +      ·       ·         ·
draft.edit              +        +               +           +      ·       ·         ·
grounds.choose          +        +               +           +      ·       ·         ·
packet.download         +        +               +           +      ·       ·         ·
signing.ask             +        +               +           +      ·       ·         ·
signing.withdraw        +        +               +           +      ·       ·         ·
signing.delegate        +        +               +           ·      ·       ·         ·
letter.sign.member      +        a               ·           ·      ·       ·         ·
letter.sign.prescriber  ·        ·               +           ·      ·       ·         ·
letter.decline          ·        ·               +           ·      ·       ·         ·
send                    +        a               +           a      ·       ·         ·
send.record             +        +               +           +      ·       ·         ·
answer.record           +        +               +           +      ·       ·         ·
level.advance           +        +               +           +      ·       ·         ·
calendar.read           +        +               +           +      ·       ·         ·
reminders.set           +        +               ·           ·      ·       ·         ·
members.read            +        +               +           +      ·       ·         ·
share                   +        +               o           ·      ·       ·         ·
share.withdraw          +        +               o           ·      ·       ·         ·
resume.link             +        +               o           ·      ·       ·         ·
pay                     +        +               +           +      ·       ·         ·
fee.waive               +        +               +           +      ·       ·         ·
refund.ask              +        +               ·           ·      ·       ·         ·
organisation.read       ·        ·               +           +      ·       ·         ·
organisation.manage     ·        ·               d           d      ·       ·         ·
knowledge.edit          ·        ·               ·           ·      +       ·         ·
operate.jobs            ·        ·               ·           ·      ·       +         ·
operate.retention       ·        ·               ·           ·      ·       +         ·
operate.audit           ·        ·               ·           ·      ·       +         ·
operate.backup          ·        ·               ·           ·      ·       +         ·
operate.refund          ·        ·               ·           ·      ·       +         ·
operate.people          ·        ·               ·           ·      ·       +         ·
stats.read              ·        ·               ·           ·      +       +         ·
`

const MARKS = { a: 'authorization', o: 'opener', d: 'administrator' } as const

describe('who may do what', () => {
  const lines = MATRIX.trim().split('\n')
  const golden = lines.slice(1).map((line) => line.split(/\s+/))

  test('the matrix names every role and every action', () => {
    expect(lines[0]?.trim().split(/\s+/)).toEqual([...ROLES])
    expect(golden.map(([action]) => action)).toEqual([...ACTIONS])
  })

  test('the rules are the matrix, in each circumstance', () => {
    const mark = (role: (typeof ROLES)[number], action: (typeof ACTIONS)[number]) => {
      if (may(role, action)) return '+'
      const one = Object.entries(MARKS).filter(([, c]) => may(role, action, { ...NO_CIRCUMSTANCES, [c]: true }))
      return one.length === 0 ? '·' : one.map(([m]) => m).join('')
    }
    expect(ACTIONS.map((action) => [action, ...ROLES.map((role) => mark(role, action))])).toEqual(golden)
  })

  test('neither editor nor operator nor visitor sees anything of a case in any circumstance', () => {
    const all = { authorization: true, opener: true, administrator: true }
    const ofCases = ACTIONS.filter((a) =>
      /^(?:case\.(?!open)|document|reading|fact|task|draft|grounds|packet|signing|letter|send|answer|level|calendar|reminders|members|share|resume)/.test(
        a,
      ),
    )
    expect(ofCases.length).toBeGreaterThan(25)
    expect(ofCases.filter((a) => may('editor', a, all) || may('operator', a, all) || may('visitor', a, all))).toEqual([])
  })

  test('staff never sign, in any circumstance', () => {
    const all = { authorization: true, opener: true, administrator: true }
    expect(ACTIONS.filter((a) => a.startsWith('letter.') && may('staff', a, all))).toEqual([])
  })
})

describe('access by link', () => {
  const link: Access = { role: 'prescriber', signing: 's1', circumstances: NO_CIRCUMSTANCES }

  test.each([
    ['its own signing', 'letter.sign.prescriber', 's1', true],
    ['another signing', 'letter.sign.prescriber', 's2', false],
    ['no signing named', 'letter.sign.prescriber', null, false],
    ['declining its own', 'letter.decline', 's1', true],
    ['declining another', 'letter.decline', 's2', false],
    ['reading', 'case.read', null, true],
    ['sending', 'send', 's1', false],
    ['asking others to sign', 'signing.ask', null, false],
    ['a link for the office, for its own', 'signing.delegate', 's1', true],
    ['a link for the office, for another', 'signing.delegate', 's2', false],
    ['sharing', 'share', null, false],
    ['seeing who else is in', 'members.read', null, false],
    ['removing documents', 'document.remove', null, false],
  ] as const)('%s', (_, action, signing, allowed) => {
    expect(allowing([link], action, signing) !== null).toBe(allowed)
  })

  test('a preparation link never signs', () => {
    const office: Access = {
      role: 'staff',
      signing: 's1',
      circumstances: { authorization: true, opener: true, administrator: true },
    }
    expect(allowing([office], 'draft.edit')).toBe(office)
    expect(allowing([office], 'letter.sign.prescriber', 's1')).toBeNull()
  })

  test('the access that allows it is the one the event will name', () => {
    const member: Access = { role: 'patient', signing: null, circumstances: NO_CIRCUMSTANCES }
    expect(allowing([member, link], 'letter.sign.prescriber', 's1')).toBe(link)
    expect(allowing([member, link], 'send')).toBe(member)
    expect(allowing([], 'case.read')).toBeNull()
  })

  test('a link never allows what its role may not, nor what is not on its list', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('patient', 'representative', 'prescriber', 'staff'),
        fc.constantFrom(...ACTIONS),
        (role, action) => {
          const granted = allowing([{ role, signing: 's1', circumstances: NO_CIRCUMSTANCES }], action, 's1') !== null
          expect(granted).toBe(may(role, action) && SIGNING_ACTIONS.has(action))
        },
      ),
    )
  })
})
