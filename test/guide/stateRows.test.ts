import { describe, expect, test } from 'vitest'
import { rightsRows } from '../../src/document/guide/rightsRows.ts'
import { treatmentInSentence } from '../../src/document/guide/voice.ts'
import { de } from '../../src/document/guide/words/es.ts'
import { knowledge } from './five.ts'

function row(coverage: string, state: string | null, lang: 'en' | 'es' = 'en') {
  const record = knowledge.coverage.get(coverage)
  if (!record) throw new Error(`no coverage ${coverage}`)
  const [only] = rightsRows({ knowledge, lang, state }, [record])
  if (!only) throw new Error(`no row for ${coverage}`)
  return only
}

describe('the rights row of a State', () => {
  test.each([
    ['medicaid_ffs', null, 'firstAppeal', 'what the State sets, at most 90 days'],
    ['medicaid_ffs', 'TX', 'firstAppeal', '90 days, counted from the day the notice was mailed, by the rule of Texas'],
    ['medicaid_ffs', 'OK', 'firstAppeal', '30 days, counted from the day the notice was mailed, by the rule of Oklahoma'],
    [
      'medicaid_managed_care',
      'OH',
      'after',
      '90 days, counted from the date on the notice of the appeal decision, by the rule of Ohio',
    ],
    ['erisa_insured', null, 'after', 'what the State sets, at least 4 months'],
    [
      'erisa_insured',
      'CA',
      'after',
      '6 months, counted from receipt of the notice of the appeal decision, by the rule of California',
    ],
    // Texas leaves the review to the Federal process: its window is said and no State's.
    ['erisa_insured', 'TX', 'after', 'you have 4 months, counted from receipt'],
  ] as const)('%s in %s: %s', (coverage, state, part, words) => expect(row(coverage, state)[part].sentence).toContain(words))

  test('cites the law of the State that sets the length', () => {
    expect(row('medicaid_managed_care', 'OH').cite).toContain('Ohio Admin. Code 5101:6-3-02(C)')
    expect(row('medicaid_managed_care', null).cite).not.toContain('Ohio')
  })

  test('says the same in Spanish, with the State’s Spanish name', () =>
    expect(row('medicaid_managed_care', 'OH', 'es').after.sentence).toMatch(/90 días, contados desde .*, según la regla de Ohio/))
})

describe('the way to court', () => {
  test.each([
    ['erisa_self_funded', /^Last, civil action in Federal court: .*plan’s own limit or the most nearly similar State limit/],
    [
      'medicare_advantage',
      /^Last, Federal district court: you have 60 days, counted from receipt of the notice of the last decision/,
    ],
    ['fehb_pshb', /3 years, counted from the date of service, to the end of that year/],
  ])('%s', (coverage, words) => expect(row(coverage, null).court?.sentence).toMatch(words))

  test('none where the record holds no law on it', () => expect(row('medicaid_managed_care', null).court).toBeNull())
})

describe('a treatment inside a Spanish sentence', () => {
  const named = (id: string, lang: 'en' | 'es') => {
    const t = knowledge.treatments.get(id)
    if (!t) throw new Error(`no treatment ${id}`)
    return treatmentInSentence({ knowledge, lang }, t)
  }
  test('has its article, and a substance has none', () => {
    expect(named('cgm', 'es')).toBe('el monitor continuo de glucosa')
    expect(named('cimt', 'es')).toMatch(/^la terapia/)
    expect(named('ocrelizumab', 'es')).toBe('ocrelizumab')
    expect(named('cgm', 'en')).toBe('a continuous glucose monitor')
  })
  test('"de el" is "del"', () => {
    expect(de('el implante')).toBe('del implante')
    expect(de('la terapia')).toBe('de la terapia')
    expect(de('elagolix')).toBe('de elagolix')
  })
  test('an article stands before a name of the same gender and number', () => {
    const odd = [...knowledge.treatments.values()].filter((t) => {
      const [noun = ''] = (t.displayNameEs ?? '').toLowerCase().split(/[\s,:]/)
      if (t.articleEs === 'los') return !/s$/.test(noun)
      if (t.articleEs === 'las') return !/s$/.test(noun)
      return (t.articleEs === 'la' || t.articleEs === 'el') && /(ciones|ientos|dores|tes)$/.test(noun)
    })
    expect(odd.map((t) => t.id)).toEqual([])
  })
})
