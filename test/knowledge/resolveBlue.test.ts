import { describe, expect, test } from 'vitest'
import type { Knowledge } from '../../src/knowledge/assemble.ts'
import { type BlueAsked, resolveBlue } from '../../src/knowledge/resolveBlue.ts'
import { real } from './real.ts'

const licensees = [...real.payers.values()].filter((p) => p.type === 'blue_licensee')

const short = (asked: BlueAsked, knowledge: Knowledge = real) => {
  const found = resolveBlue(knowledge, asked)
  return (
    found &&
    ('payerId' in found ? `${found.payerId} by ${found.by}${found.host ? `, host ${found.host}` : ''}` : found.candidates)
  )
}

test('every company is found by its own name, and its own name beats another state', () => {
  for (const p of licensees) {
    expect([p.id, short({ text: p.displayName })]).toEqual([p.id, `${p.id} by name`])
    expect([p.id, short({ text: p.displayName, state: 'HI' })]).toEqual([p.id, `${p.id} by name`])
  }
})

describe('by state alone', () => {
  test.each([
    ['TX', 'bcbs-texas by state'],
    ['tx', 'bcbs-texas by state'],
    ['VT', 'bcbs-vermont by state'],
    ['PR', 'triple-s by state'],
    ['SD', 'wellmark by state'],
    ['AK', 'premera by state'],
    ['CA', ['anthem-blue-cross-ca', 'blue-shield-ca']],
    ['PA', ['capital-blue-cross', 'highmark', 'independence-ibx']],
    ['NY', ['anthem-bcbs', 'excellus', 'highmark']],
    ['MO', ['anthem-bcbs', 'blue-kc']],
    ['KS', ['bcbs-kansas', 'blue-kc']],
    ['ID', ['blue-cross-idaho', 'regence']],
    ['VA', ['anthem-bcbs', 'carefirst']],
  ])('%s', (state, expected) => expect(short({ state })).toEqual(expected))

  test('each State of each company leads to it or to a list that has it', () => {
    for (const p of licensees)
      for (const state of p.states) {
        const found = short({ state })
        expect(typeof found === 'string' ? found.split(' ')[0] : found, `${state} for ${p.id}`).toEqual(
          typeof found === 'string' ? p.id : expect.arrayContaining([p.id]),
        )
      }
  })
})

describe('by the words of a letter', () => {
  test.each([
    [{ text: 'Anthem', state: 'CA' }, 'anthem-blue-cross-ca by name'],
    [{ text: 'Anthem', state: 'OH' }, 'anthem-bcbs by name'],
    [{ text: 'Anthem' }, ['anthem-bcbs', 'anthem-blue-cross-ca']],
    [{ text: 'BCBS', state: 'IL' }, 'bcbs-illinois by name'],
    [{ text: 'Blue Cross Blue Shield', state: 'WA' }, ['premera', 'regence']],
    [{ text: 'Blue Shield of California' }, 'blue-shield-ca by name'],
    [{ text: 'Blue Cross and Blue Shield of Texas, a Division of Health Care Service Corporation' }, 'bcbs-texas by name'],
    [{ text: 'Cigna', state: 'TX' }, null],
    [{ text: 'Nobody Health Plan', state: 'TX' }, null],
  ])('%j', (asked, expected) => expect(short(asked)).toEqual(expected))
})

describe('by the member id', () => {
  test.each([
    ['R12345678', 'fep-blue by federal_id'],
    ['r 1234 5678', 'fep-blue by federal_id'],
    ['R1234567', null],
    ['R123456789', null],
    ['RAB123456789', null],
  ])('%s', (prefix, expected) => {
    const found = short({ prefix })
    if (expected) expect(found).toBe(expected)
    else expect(Array.isArray(found) && found.length).toBe(licensees.length)
  })

  test('a recorded prefix beats the name on the letter, which is then the host', () => {
    const texas = real.payers.get('bcbs-texas')
    if (!texas) throw new Error('no bcbs-texas')
    const knowledge: Knowledge = { ...real, payers: new Map([...real.payers, ['bcbs-texas', { ...texas, idPrefixes: ['ZGP'] }]]) }
    expect(short({ prefix: 'zgp812345678' }, knowledge)).toBe('bcbs-texas by prefix')
    expect(short({ prefix: 'ZGP', text: 'Florida Blue' }, knowledge)).toBe('bcbs-texas by prefix, host florida-blue')
    expect(short({ prefix: 'ZG', text: 'Florida Blue' }, knowledge)).toBe('florida-blue by name')
  })

  test.each([
    ['M2K123456789', 'bcbs-arizona by prefix'],
    ['fvt 812345678', 'bcbs-vermont by prefix'],
    ['ZIB812345678', 'bcbs-vermont by prefix'],
  ])('%s has a prefix that the company itself prints', (prefix, expected) => expect(short({ prefix })).toBe(expected))

  test('nothing known: all of them, and the question', () => {
    expect(resolveBlue(real, {})).toMatchObject({
      familyId: 'blue-cross-blue-shield',
      ask: { es: expect.stringContaining('plan Blue') },
    })
  })
})
