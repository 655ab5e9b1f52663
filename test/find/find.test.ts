import { describe, expect, test } from 'vitest'
import { type Found, makeFinder } from '../../src/usecases/find/find.ts'
import { whole } from './whole.ts'

const find = makeFinder(whole)
const said = (found: Found): string =>
  found.kind === 'guide' ? `${found.payer}/${found.treatment}/${found.reason}` : `${found.kind} ${found.id}`
const best = (query: string, of = 3): readonly string[] => find(query).slice(0, of).map(said)

describe('payer, treatment and reason lead to the guide of the three', () => {
  test.each([
    ['anthem ocrevus step therapy', 'anthem-bcbs/ocrelizumab/step_therapy'],
    ['uhc ozempic prior auth', 'unitedhealthcare/semaglutide-t2d/prior_auth_absent'],
    ['aetna humira not medically necessary', 'aetna/adalimumab/medical_necessity'],
    ['cigna denied constraint induced movement therapy as experimental', 'cigna/cimt/experimental_investigational'],
    ['quantity limit emgality express scripts', 'express-scripts/cgrp-mab-sc/quantity_limit'],
    ['Humana wegovy benefit exclusion', 'humana/semaglutide-obesity/benefit_exclusion'],
    ['terapia escalonada Ocrevus Cigna', 'cigna/ocrelizumab/step_therapy'],
  ])('%s', (query, guide) => expect(best(query)).toContain(guide))
})

describe('misspelled names', () => {
  test.each([
    ['ocrelizmab', 'treatment ocrelizumab'],
    ['Unitd Healthcare', 'payer unitedhealthcare'],
    ['adalimunab', 'treatment adalimumab'],
    ['experimantal', 'reason experimental_investigational'],
    ['medicaly necesary', 'reason medical_necessity'],
    ['Calfornia', 'state ca'],
  ])('%s', (query, page) => expect(best(query)).toContain(page))
})

describe('other words for the same thing', () => {
  test.each([
    ['wegovy', 'treatment semaglutide-obesity'],
    ['emgality', 'treatment cgrp-mab-sc'],
    ['J2350', 'treatment ocrelizumab'],
    ['UHC', 'payer unitedhealthcare'],
    ['not a covered benefit', 'reason benefit_exclusion'],
    ['CO-50', 'reason medical_necessity'],
    ['fail first', 'reason step_therapy'],
    ['necesidad médica', 'reason medical_necessity'],
    ['revisión externa', 'process external-review'],
    ['my employer is self funded', 'coverage erisa_self_funded'],
    ['Texas', 'state tx'],
  ])('%s', (query, page) => expect(best(query)).toContain(page))
})

test('one loose word names no reason', () => {
  expect(best('aba therapy cigna', 24).filter((page) => page.endsWith('/duplicate_therapy'))).toEqual([])
})

test.each(['', '   ', '?!', 'qqqqzzzz', 'a'.repeat(5000), '"; drop table', '<script>', '\u0000'])(
  '%j is answered without failing',
  (query) => {
    expect(find(query).length).toBeLessThanOrEqual(24)
  },
)

test('every page is found by its own name', () => {
  const lost = [
    ...[...whole.payers.values()].map((p) => [p.displayName, `payer ${p.id}`]),
    ...[...whole.treatments.values()].map((t) => [t.displayName, `treatment ${t.id}`]),
    ...[...whole.reasons.values()].map((r) => [r.displayName, `reason ${r.id}`]),
    ...[...whole.states.values()].map((s) => [s.name, `state ${s.id}`]),
    ...[...whole.processes.values()].map((p) => [p.name.es, `process ${p.id}`]),
  ].filter(
    ([name = '', page = '']) => !best(name, 12).some((found) => found === page || found.includes(`/${page.split(' ')[1]}/`)),
  )
  expect(lost).toEqual([])
})
