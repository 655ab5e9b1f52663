import { describe, expect, test } from 'vitest'
import { isClockLabel } from '../../src/document/pages/process.ts'
import { findProvision } from '../../src/knowledge/citations.ts'
import type { ProcessRecord, ScenarioRecord, Statement } from '../../src/knowledge/process.ts'
import { resolveBlue } from '../../src/knowledge/resolveBlue.ts'
import { shipped as k } from './all.ts'

const PROCESSES = [
  'authorized-representative',
  'claim-file-request',
  'complaint-to-regulator',
  'continuation-of-benefits',
  'expedited-review',
  'external-review',
  'fast-track-appeal',
  'federal-idr',
  'fehb-disputed-claim',
  'formulary-exception',
  'grievance',
  'internal-appeal',
  'medicaid-fair-hearing',
  'medicare-reconsideration',
  'part-d-appeal',
  'peer-to-peer',
  'retro-authorization',
  'second-level-appeal',
  'step-therapy-exception',
  'tricare-appeal',
]

const statementsOf = (r: ProcessRecord | ScenarioRecord): readonly Statement[] =>
  'question' in r
    ? [r.answer, ...r.facts, ...r.steps, ...r.limits]
    : [r.answer, ...r.when, ...r.steps, ...r.clocks, ...r.bring, ...r.limits]

const all = [...k.processes.values(), ...k.scenarios.values()]

test('every way of being heard is there', () => {
  for (const id of PROCESSES) expect([...k.processes.keys()]).toContain(id)
  expect(k.scenarios.size).toBeGreaterThanOrEqual(20)
})

describe('processes and scenarios', () => {
  test('point only at records that exist', () => {
    const lost = all.flatMap((r) => [
      ...statementsOf(r).flatMap((s) => (s.cite ?? []).filter((ref) => !findProvision(k, ref)).map((ref) => `${r.id} ${ref}`)),
      ...statementsOf(r).flatMap((s) => s.coverages.filter((c) => !k.coverage.has(c)).map((c) => `${r.id} ${c}`)),
      ...r.coverages.filter((c) => !k.coverage.has(c)).map((c) => `${r.id} ${c}`),
      ...r.reasons.filter((id) => !k.reasons.has(id)).map((id) => `${r.id} ${id}`),
      ...('question' in r
        ? [...r.related.filter((id) => !k.scenarios.has(id)), ...r.processes.filter((id) => !k.processes.has(id))]
        : [...r.related.filter((id) => !k.processes.has(id)), ...r.letters.filter((id) => !k.letters.has(id))]
      ).map((id) => `${r.id} ${id}`),
    ])
    expect(lost).toEqual([])
  })

  test('are at the address of their name, and relate to others only', () => {
    for (const r of all) {
      expect(r.slug).toBe(r.id)
      expect(r.related).not.toContain(r.id)
    }
  })

  test('give steps and clocks only for coverage types in which they exist', () => {
    const acted = (r: ProcessRecord | ScenarioRecord) => ('question' in r ? r.steps : [...r.steps, ...r.clocks, ...r.bring])
    const outside = all.flatMap((r) =>
      r.coverages.length
        ? acted(r).flatMap((s) => s.coverages.filter((c) => !r.coverages.includes(c)).map((c) => `${r.id} ${c}: ${s.en}`))
        : [],
    )
    expect(outside).toEqual([])
  })

  test('leave every length of time to the provision, or state the one that the provision states', () => {
    const bare = [...k.processes.values()].flatMap((p) =>
      p.clocks
        .filter((s) => isClockLabel(s) && !(s.cite ?? []).some((ref) => findProvision(k, ref)?.provision?.clock))
        .map((s) => `${p.id}: ${s.en}`),
    )
    expect(bare).toEqual([])
    // A figure in a sentence of ours stands in what it cites, in digits or in words.
    const LENGTH = /\b(\d+) (hours?|days?|months?|years?|dollars?|employees)\b/g
    const WORD = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
    const invented = all.flatMap((r) =>
      statementsOf(r).flatMap((s) => {
        const cited = (s.cite ?? []).map((ref) => findProvision(k, ref)?.provision)
        const holds = (n: number) =>
          cited.some((p) => p && (p.clock?.amount === n || new RegExp(`\\b(${n}|${WORD[n] ?? n})\\b`).test(p.says)))
        return [...s.en.matchAll(LENGTH)].filter((m) => !holds(Number(m[1]))).map((m) => `${r.id}: ${m[0]} in “${s.en}”`)
      }),
    )
    expect(invented).toEqual([])
  })

  test('say the same figures in both languages', () => {
    const figures = (text: string) => (text.match(/\d+/g) ?? []).sort().join(' ')
    const differ = all.flatMap((r) =>
      statementsOf(r)
        .filter((s) => figures(s.en) !== figures(s.es))
        .map((s) => `${r.id}: ${s.en}`),
    )
    expect(differ).toEqual([])
  })

  test('never promise and never state a rate', () => {
    for (const r of all)
      for (const s of statementsOf(r)) {
        expect(s.en).not.toMatch(/%|percent|guarantee|you will win|success rate/i)
        expect(s.es).not.toMatch(/%|por ciento|garantiz|tasa de éxito|va a ganar/i)
        expect(s.es).not.toMatch(/\b(tú|tu|tus|te|vosotros|tienes|puedes|debes)\b/i)
      }
  })
})

test('the sentences of payers have Spanish, and each only once', () => {
  const counts = new Map<string, number>()
  for (const record of k.spanish.values()) for (const { en } of record.entries) counts.set(en, (counts.get(en) ?? 0) + 1)
  const wanted = [...k.payers.values()].flatMap((p) => [
    ...p.appealNotes.map((n) => n.says),
    ...p.reviews,
    ...p.criteriaSets,
    ...(p.areaNote ? [p.areaNote] : []),
    ...(p.linesNote ? [p.linesNote] : []),
    ...p.delegates.flatMap((d) => d.scope ?? []),
    ...(p.policies?.notes ?? []),
  ])
  expect([...new Set(wanted)].filter((en) => counts.get(en) !== 1)).toEqual([])
})

test('the Blue resolver and the registry agree on how many companies carry the name', () => {
  const found = resolveBlue(k, {})
  expect(found && 'candidates' in found && found.candidates.length).toBe(
    [...k.payers.values()].filter((p) => p.type === 'blue_licensee').length,
  )
})
