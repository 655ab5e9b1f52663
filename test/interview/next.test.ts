import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { caseFileSchema } from '../../src/facts/casefile/schema.ts'
import { classify } from '../../src/interview/classify.ts'
import { openQuestions } from '../../src/interview/next.ts'
import type { AskedQuestion, InterviewState } from '../../src/interview/question.ts'
import { readAnswer } from '../../src/interview/readAnswer.ts'
import { ROOT } from '../../src/interview/tree.ts'
import type { Ask } from '../../src/knowledge/interview.ts'
import { asking, entry, knowledge, NOTHING, read, span, stated, TODAY } from './state.ts'

const asks = [...knowledge().interview.values()].filter((r): r is Ask => r.kind === 'ask')
const open = (part: Partial<InterviewState> = {}) => openQuestions(knowledge(), asking(part))
const ids = (part: Partial<InterviewState> = {}) => open(part).map((q) => q.id)
const one = (id: string, part: Partial<InterviewState> = {}): AskedQuestion => {
  const found = open(part).find((q) => q.id === id)
  if (!found) throw new Error(`${id} is not asked`)
  return found
}

describe('what is asked, and in which order', () => {
  test('the coverage first, then what a deadline, a letter and the argument need', () => {
    const stages = open({ classified: classify(knowledge(), {}, []) }).map((q) => q.stage)
    expect(stages[0]).toBe('coverage')
    const order = ['coverage', 'deadline', 'letter', 'argument']
    expect(stages).toEqual(stages.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(open({ classified: classify(knowledge(), {}, []) })[0]?.id).toBe(ROOT)
  })
  test('a settled coverage is not asked', () => expect(ids()[0]).toBe('denial.noticeDate'))
  test('nothing that is known is asked', () => {
    const facts = { ...NOTHING, denial: { ...NOTHING.denial, noticeDate: read('2026-10-01' as CivilDate) } }
    expect(ids({ facts })).not.toContain('denial.noticeDate')
  })
  test('what was read with doubt is asked to be confirmed, with what was read', () => {
    const facts = { ...NOTHING, plan: { ...NOTHING.plan, memberId: read('X0O1') } }
    const doubts = [{ path: 'plan.memberId', value: 'X0O1', span: span('X0O1') }]
    const question = one('plan.memberId', { facts, doubts })
    expect('read' in question && question.read?.value).toBe('X0O1')
    const told = { ...NOTHING, plan: { ...NOTHING.plan, memberId: stated('X001') } }
    expect(ids({ facts: told, doubts })).not.toContain('plan.memberId')
  })
  test('a fax number is asked only where it was hard to read', () => {
    expect(ids()).not.toContain('denial.appealFax')
    const facts = { ...NOTHING, denial: { ...NOTHING.denial, appealFax: read('800-555-0199') } }
    expect(ids({ facts })).not.toContain('denial.appealFax')
    expect(ids({ facts, doubts: [{ path: 'denial.appealFax', value: '800-555-0199', span: span('8') }] })).toContain(
      'denial.appealFax',
    )
  })
  test('those put off come last, once', () => {
    const all = ids({ skipped: new Set(['denial.noticeDate', 'plan.memberId']) })
    expect(all.slice(-2)).toEqual(['denial.noticeDate', 'plan.memberId'])
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(ids().length)
  })
  test('what was declared done is not asked again', () =>
    expect(ids({ answered: new Set(['ask-prior-treatments']) })).not.toContain('ask-prior-treatments'))
})

describe('only what is needed', () => {
  const has = (id: string, part: Partial<InterviewState>) => ids(part).includes(id)
  const timing = (value: 'pre_service' | 'concurrent' | 'post_service') => ({
    facts: { ...NOTHING, treatment: { ...NOTHING.treatment, timing: stated(value) } },
  })
  const coverage = (id: string) => ({ facts: { ...NOTHING, plan: { ...NOTHING.plan, coverage: stated(id) } } })
  const counted = (event: string) => ({ ladder: { current: { file: { trigger: { event } } } } })
  test.each([
    ['earlier treatments, for step therapy', 'ask-prior-treatments', { reasons: ['step_therapy'] }, true],
    ['earlier treatments, for a late claim', 'ask-prior-treatments', { reasons: ['timely_filing'] }, false],
    ['when the claim was sent, for a late claim', 'ask-said-filed-in-time', { reasons: ['timely_filing'] }, true],
    ['calls to the network, out of network', 'ask-said-network-gap', { reasons: ['out_of_network'] }, true],
    ['calls to the network, for step therapy', 'ask-said-network-gap', { reasons: ['step_therapy'] }, false],
    ['the dose, for a quantity limit', 'treatment.dose', { reasons: ['quantity_limit'] }, true],
    ['the dose, for step therapy', 'treatment.dose', { reasons: ['step_therapy'] }, false],
    ['a reason unknown: as medical necessity', 'ask-prior-treatments', { reasons: [] }, true],
    ['urgency, for care to come', 'urgency.urgent', timing('pre_service'), true],
    ['urgency, for care already given', 'urgency.urgent', timing('post_service'), false],
    ['the day of the cut, for care under way', 'denial.effectiveDateOfChange', timing('concurrent'), true],
    ['the day of the cut, for care to come', 'denial.effectiveDateOfChange', timing('pre_service'), false],
    ['the state, for an insured plan', 'plan.state', coverage('erisa_insured'), true],
    ['the state, for Medicaid', 'plan.state', coverage('medicaid_managed_care'), true],
    ['the state, for a self-funded plan', 'plan.state', coverage('erisa_self_funded'), false],
    ['the state, for Medicare', 'plan.state', coverage('medicare_advantage'), false],
    ['the day of receipt, where it counts', 'denial.received.date', counted('receipt of the notice'), true],
    ['the day of receipt, where the notice’s date counts', 'denial.received.date', counted('the date on the notice'), false],
  ] as const)('%s', (_, id, part, asked) => expect(has(id, part as Partial<InterviewState>)).toBe(asked))
  test('no address is asked where a fax number is known', () => {
    const facts = { ...NOTHING, denial: { ...NOTHING.denial, appealFax: read('800-555-0199') } }
    expect([has('denial.appealAddress', {}), has('denial.appealAddress', { facts })]).toEqual([true, false])
  })
  test('a statement for a ground is asked until one was made', () => {
    const facts = { ...NOTHING, statements: [entry({ who: 'patient' as const, ground: 'filed_in_time', text: 'x' })] }
    const reasons = ['timely_filing']
    expect([has('ask-said-filed-in-time', { reasons, facts }), has('ask-said-late', { reasons, facts })]).toEqual([false, true])
  })
  test('no reason asks more than twelve things for its argument', () => {
    for (const reason of knowledge().arguments.keys()) {
      const argued = open({ reasons: [reason] }).filter((q) => q.stage === 'argument')
      expect(argued.length, reason).toBeLessThanOrEqual(12)
    }
  })
})

describe('the records', () => {
  test('every question can be asked of some case, and names a fact that there is', () => {
    const seen = new Set<string>()
    const timings = ['pre_service', 'concurrent'] as const
    for (const reason of [...knowledge().arguments.keys(), null])
      for (const timing of timings) {
        const facts = {
          ...NOTHING,
          treatment: { ...NOTHING.treatment, timing: read(timing) },
          plan: { ...NOTHING.plan, coverage: read('erisa_insured') },
        }
        const doubts = asks.flatMap((a) => a.fields.map((f) => ({ path: f.path, value: 'x', span: span('x') })))
        for (const d of [[], doubts])
          for (const q of openQuestions(knowledge(), asking({ facts, reasons: reason ? [reason] : [], doubts: d })))
            seen.add(q.id)
      }
    for (const q of open()) seen.add(q.id)
    expect(asks.map((a) => (a.list ? a.id : (a.fields[0]?.path ?? ''))).filter((id) => !seen.has(id))).toEqual([])
  })
  test('every path and every choice is one that the case file takes', () => {
    const refusedBy = (a: Ask, chosen: ReadonlyMap<string, string>) => {
      const item: Record<string, unknown> = {}
      for (const f of a.fields) put(item, f.path, chosen.get(f.path) ?? f.choices?.[0]?.id ?? sampleOf(f.example, f.input))
      for (const [path, v] of Object.entries(a.sets ?? {})) put(item, path, v)
      const parsed = caseFileSchema.safeParse(a.list ? { [a.list]: [item] } : item)
      return parsed.success ? [] : parsed.error.issues.map((i) => `${a.id}: ${i.path.join('.')} ${i.message}`)
    }
    const wrong = asks.flatMap((a) =>
      a.fields
        .flatMap((f) => (f.choices ?? []).flatMap((c) => refusedBy(a, new Map([[f.path, c.id]]))))
        .concat(refusedBy(a, new Map())),
    )
    expect(wrong).toEqual([])
  })
  test('every example is an answer', () => {
    for (const a of asks)
      for (const f of a.fields) {
        if (f.example === undefined) continue
        const question = { ...one('denial.noticeDate'), list: null, sets: {}, fields: [field(f)] } as unknown as AskedQuestion
        const answer = readAnswer(question, { [f.path]: f.example }, { lang: 'en', today: TODAY, noticeDate: null })
        expect(answer.ok, `${a.id} ${f.path}`).toBe(true)
      }
  })
})

const field = (f: Ask['fields'][number]) => ({
  path: f.path,
  input: f.input,
  choices: f.choices,
  label: null,
  example: null,
  required: true,
  past: false,
})
const sampleOf = (example: string | undefined, input: string) => (input === 'yes_no' ? 'yes' : (example ?? 'x'))
function put(into: Record<string, unknown>, path: string, value: unknown): void {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) into[head] = value
  else {
    const inner = (into[head] ?? {}) as Record<string, unknown>
    into[head] = inner
    put(inner, rest.join('.'), value)
  }
}

describe('reading an answer', () => {
  const context = { lang: 'en', today: TODAY, noticeDate: '2026-10-01' as CivilDate } as const
  const es = { ...context, lang: 'es' } as const
  test.each([
    ['denial.noticeDate', { 'denial.noticeDate': 'March 8, 2026' }, [['denial.noticeDate', '2026-03-08']]],
    ['denial.noticeDate', { 'denial.noticeDate': '3/8/2026' }, [['denial.noticeDate', '2026-03-08']]],
    ['plan.state', { 'plan.state': 'tx' }, [['plan.state', 'TX']]],
    ['prescriber.npi', { 'prescriber.npi': '1234 567 893' }, [['prescriber.npi', '1234567893']]],
    ['denial.received.date', { 'denial.received.date': '2026-10-01' }, [['denial.received.date', '2026-10-01']]],
    [
      'urgency.urgent',
      { 'urgency.urgent': 'no' },
      [
        ['urgency.urgent', false],
        ['urgency.by', 'prescriber'],
      ],
    ],
    ['denial.appealAddress', { 'denial.appealFax': '800-555-0199' }, [['denial.appealFax', '800-555-0199']]],
    [
      'patient.address',
      { 'patient.address': '410 Alder Street\nAustin, TX 78704' },
      [['patient.address', '410 Alder Street, Austin, TX 78704']],
    ],
  ] as const)('%s %j', (id, form, values) => {
    const facts = { ...NOTHING, plan: { ...NOTHING.plan, coverage: stated('erisa_insured') } }
    const answer = readAnswer(one(id, { facts }), form as unknown as Record<string, string>, context)
    expect(answer.ok && answer.value.kind === 'stated' && answer.value.values.map((v) => [v.path, v.value])).toEqual(values)
  })
  test.each([
    ['denial.noticeDate', '', 'not a full date'],
    ['denial.noticeDate', '2026-02-30', 'not a full date'],
    ['denial.noticeDate', 'March 2026', 'not a full date'],
    ['denial.noticeDate', '2026-11-23', 'not come yet'],
    ['denial.received.date', '2026-09-30', 'earlier than the date on the letter'],
    ['patient.name', 'Dana', 'full name'],
    ['patient.address', '410 Alder Street', 'not complete'],
    ['prescriber.npi', '1234567890', 'valid NPI'],
    ['denial.level', 'whatever', 'Nothing was chosen'],
    ['denial.appealAddress', '', 'Neither was filled in'],
  ])('%s refuses “%s”', (id, text, say) => {
    const answer = readAnswer(one(id), { [id]: text }, context)
    expect(answer.ok ? null : answer.problems[0].say).toContain(say)
    expect(answer.ok ? null : `${answer.problems[0].say}${answer.problems[0].fix}`).not.toContain(text || '\0')
  })
  test('today itself has come', () => {
    expect(readAnswer(one('denial.noticeDate'), { 'denial.noticeDate': TODAY }, context).ok).toBe(true)
  })
  test('in Spanish a date with two meanings is asked again, and words are understood', () => {
    const say = (text: string) => {
      const answer = readAnswer(one('denial.noticeDate'), { 'denial.noticeDate': text }, es)
      return answer.ok ? answer.value.kind === 'stated' && answer.value.values[0]?.value : answer.problems[0].say
    }
    expect(say('3/8/2026')).toContain('qué cifra es el mes')
    expect([say('8 de marzo de 2026'), say('25/3/2026'), say('3/25/2026'), say('3/3/2026')]).toEqual([
      '2026-03-08',
      '2026-03-25',
      '2026-03-25',
      '2026-03-03',
    ])
    expect(say('algún día')).toContain('no es una fecha')
  })
  test('an item of a list, with what is set unasked; an end before its beginning is refused', () => {
    const trial = { agent: 'topiramate', start: '2021-03', end: '2021-09', outcome: 'intolerance' }
    const answer = readAnswer(one('ask-prior-treatments'), trial, context)
    expect(answer.ok && answer.value).toEqual({ kind: 'listed', list: 'priorTreatments', fields: trial })
    const wrong = readAnswer(one('ask-prior-treatments'), { ...trial, end: '2020' }, context)
    expect(wrong.ok ? null : wrong.problems[0].where).toBe('end')
    expect(readAnswer(one('ask-prior-treatments'), { ...trial, end: '2021' }, context).ok).toBe(true)
    const said = readAnswer(
      one('ask-said-late', { reasons: ['timely_filing'] }),
      { words: 'The hospital had\nthe wrong plan.' },
      context,
    )
    expect(said.ok && said.value).toEqual({
      kind: 'listed',
      list: 'statements',
      fields: { words: 'The hospital had the wrong plan.', who: 'patient', ground: 'filing_exception' },
    })
  })
  test('a prescriber’s statement is the prescriber’s, the patient’s own words are not', () => {
    const who = (id: string, reasons: readonly string[]) => {
      const answer = readAnswer(one(id, { reasons }), { words: 'So it was.' }, { ...context, speaker: 'prescriber' })
      return answer.ok && answer.value.kind === 'listed' && answer.value.fields.who
    }
    expect([who('ask-said-network-gap', ['out_of_network']), who('ask-own-words', ['step_therapy'])]).toEqual([
      'prescriber',
      'patient',
    ])
  })
  test('a coverage answer, and one that there is not', () => {
    const question = one(ROOT, { classified: classify(knowledge(), {}, []) })
    const answer = readAnswer(question, { answer: 'medicare' }, context)
    expect(answer.ok && answer.value).toEqual({ kind: 'coverage', question: ROOT, answer: 'medicare' })
    expect(readAnswer(question, { answer: 'moon' }, context).ok).toBe(false)
  })
})
