import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../src/criteria/policy/parse.ts'
import type { CriteriaSection, Policy } from '../../src/criteria/requirement.ts'
import { readDocument } from '../../src/infra/documents/read-document.ts'
import { treeOf } from './outline.ts'

const data = new URL('../../../shared/data/', import.meta.url)
const here = existsSync(data)
if (!here) console.warn('skipped: ../shared/data is not on this machine')

async function read(path: string): Promise<Policy> {
  const bytes = new Uint8Array(readFileSync(new URL(path, data)))
  const doc = await readDocument({ id: 'policy', name: path, bytes })
  if (!doc.ok) throw new Error(doc.problems[0].say)
  const policy = parsePolicy(doc.value)
  if (!policy.ok) throw new Error(policy.problems[0].say)
  return policy.value
}

const leaves = (s: CriteriaSection) => treeOf(s.requirement).filter((r) => r.kind === 'leaf')
const count = (p: Policy, kind: CriteriaSection['kind']) => p.sections.filter((s) => s.kind === kind).length
const titled = (p: Policy, pattern: RegExp) => p.sections.filter((s) => pattern.test(s.title))
/** Labels and kinds only: the words belong to the payer. */
const skeleton = (s: CriteriaSection | undefined) =>
  s ? treeOf(s.requirement).map((r) => `${r.label} ${r.kind}${r.kind === 'atLeast' ? r.n : ''}`) : []

const CASES = 'clinical_records/autoauth_cases/policies/'
const OHIO = 'policies/ohio_spbm/'

describe.skipIf(!here)('policies of real payers', () => {
  it('a drug class with 14 indications, each initial and continuing', async () => {
    const p = await read(`${CASES}001.pdf`)
    expect([p.payer, p.effective]).toEqual(['Cigna', '2024-03-27'])
    expect([count(p, 'initial'), count(p, 'continuation'), count(p, 'exclusion')]).toEqual([14, 14, 1])
    const [crohn] = titled(p, /^Crohn.* Initial/)
    expect(skeleton(crohn)).toEqual([
      '2.A allOf',
      '2.A.i leaf',
      '2.A.ii anyOf',
      '2.A.ii.a leaf',
      '2.A.ii.b leaf',
      '2.A.ii.c leaf',
      '2.A.ii.d leaf',
      '2.A.iii leaf',
    ])
    const notes = crohn ? treeOf(crohn.requirement).flatMap((r) => r.notes ?? []) : []
    expect(notes.some((n) => /azathioprine/.test(n.words))).toBe(true)
  })

  it('numbered indications with "currently receiving" as prose', async () => {
    const p = await read(`${CASES}002.pdf`)
    expect([count(p, 'initial'), count(p, 'continuation'), count(p, 'exclusion')]).toEqual([4, 4, 1])
    const going = p.sections.find((s) => s.kind === 'continuation')
    expect(going && leaves(going).map((l) => /responding/.test(l.words))).toEqual([true])
  })

  it('roman, lettered and numbered levels with "(must meet all)"', async () => {
    const p = await read(`${CASES}003.pdf`)
    expect([p.number, p.effective]).toEqual(['ERX.SPA.241', '2018-09-01'])
    const [first] = titled(p, /^Initial Approval.*Leukemia/)
    expect(skeleton(first)).toEqual([
      'I.A allOf',
      'I.A.1 leaf',
      'I.A.2 leaf',
      'I.A.3 anyOf',
      'I.A.3.a leaf',
      'I.A.3.b allOf',
      'I.A.3.b.i leaf',
      'I.A.3.b.ii leaf',
      'I.A.4 leaf',
    ])
    expect(first?.notes?.[0]).toMatchObject({ kind: 'duration' })
    expect(count(p, 'exclusion')).toBe(1)
    const [others] = titled(p, /^Continued.*Other/)
    expect(others?.requirement.kind).toBe('anyOf')
  })

  it('"-AND-" between items, and combinations that must be absent', async () => {
    const p = await read(`${CASES}004.pdf`)
    expect([count(p, 'initial'), count(p, 'continuation')]).toEqual([5, 5])
    const [asthma] = titled(p, /^Asthma.*Initial/)
    expect(asthma && leaves(asthma)).toHaveLength(17)
    expect(asthma && leaves(asthma).filter((l) => l.polarity === 'absent')).toHaveLength(3)
    const [skin] = titled(p, /^Atopic.*Initial/)
    expect(skin && treeOf(skin.requirement).find((r) => r.kind === 'atLeast')).toMatchObject({ n: 2, label: '2.A.1.a.2' })
  })

  it('seventeen tumours, thirty-four sections, every approval period kept beside them', async () => {
    const p = await read(`${CASES}005.pdf`)
    expect([p.payer, p.number, p.effective]).toEqual(['UnitedHealthcare', '2024 P 1003-13', '2024-08-01'])
    expect([count(p, 'initial'), count(p, 'continuation')]).toEqual([18, 16])
    expect(p.sections.every((s) => s.notes?.some((n) => n.kind === 'duration'))).toBe(true)
    const [breast] = titled(p, /^Breast.*Initial/)
    expect(skeleton(breast)).toEqual(
      '2.G.1.a allOf|2.G.1.a.1 leaf|2.G.1.a.2 anyOf|2.G.1.a.2.a leaf|2.G.1.a.2.b leaf|2.G.1.a.3 leaf|2.G.1.a.4 leaf|2.G.1.a.5 anyOf|2.G.1.a.5.a leaf|2.G.1.a.5.b allOf|2.G.1.a.5.b.i leaf|2.G.1.a.5.b.ii leaf|2.G.1.a.5.c leaf|2.G.1.a.6 anyOf|2.G.1.a.6.a leaf|2.G.1.a.6.b leaf|2.G.1.a.6.c leaf'.split(
        '|',
      ),
    )
    const pages = breast
      ? treeOf(breast.requirement).flatMap((r) => (r.clause.kind === 'policy' ? [r.clause.span.page] : []))
      : []
    expect([Math.min(...pages), Math.max(...pages)]).toEqual([5, 6])
  })

  it.each([
    ['CNS_Agents_multiple_sclerosis.md', 1],
    ['CNS_Agents_attention_deficit.md', 1],
    ['Cardio_Agents_angina_hypertension.md', 1],
  ])('headings and bullets of %s', async (file, renewals) => {
    const p = await read(`${OHIO}${file}`)
    expect(count(p, 'continuation')).toBe(renewals)
    const [other] = titled(p, /^Non-Preferred Criteria$/)
    expect(skeleton(other)).toEqual([' allOf', '1 anyOf', '1 leaf', '1.1 leaf', '2 allOf', '2 leaf', '2.1 leaf', '2.2 leaf'])
    // Nothing says how the second bullet joins the first, so the reading is stated.
    expect(other?.requirement.assumption).toMatch(/does not say/)
  })

  it('a drug list without criteria is no policy', async () => {
    await expect(read(`${OHIO}Endocrine_Agents_progestin.md`)).rejects.toThrow(/No coverage criteria/)
  })
})

describe('the example that the project ships', () => {
  it('keeps its numbered levels, its step and its sections apart', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('../../examples/ocrelizumab-step-therapy/policy.pdf', import.meta.url)))
    const doc = await readDocument({ id: 'policy', name: 'policy.pdf', bytes })
    const policy = doc.ok ? parsePolicy(doc.value) : doc
    if (!policy.ok) throw new Error(policy.problems[0].say)
    expect(policy.value.sections.map((s) => s.kind)).toEqual(['initial', 'initial', 'continuation', 'exclusion'])
    const first = policy.value.sections[0]?.requirement
    const children = first && first.kind !== 'leaf' ? first.children : []
    expect(children.map((c) => c.label)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `III.A.${n}`))
    const step = first ? treeOf(first).find((r) => r.kind === 'atLeast') : undefined
    expect(step).toMatchObject({ label: 'III.A.3.a', n: 2 })
    expect(step?.kind === 'atLeast' ? step.children.map((c) => c.label) : []).toHaveLength(5)
  })
})
