import { describe, expect, it } from 'vitest'
import { type Answers, classify } from '../../src/interview/classify.ts'
import { questionOf, ROOT } from '../../src/interview/tree.ts'
import type { Question } from '../../src/knowledge/interview.ts'
import { knowledge } from '../rights/knowledge.ts'

interface Path {
  readonly answers: Answers
  readonly settled: string
}

/** Every way through the questions. */
function paths(question: Question, answers: Answers): Path[] {
  return question.answers.flatMap((a) => {
    const given = { ...answers, [question.id]: a.id }
    return a.settles ? [{ answers: given, settled: a.settles }] : paths(questionOf(knowledge(), a.next ?? ''), given)
  })
}
const all = paths(questionOf(knowledge(), ROOT), {})
const words = (...quotes: string[]) => quotes.map((quote) => ({ value: '', quote }))

describe('the questions', () => {
  it('every way ends in a coverage type within five of them', () => {
    for (const p of all) {
      expect(Object.keys(p.answers).length).toBeLessThanOrEqual(5)
      expect(knowledge().coverage.has(p.settled)).toBe(true)
      expect(classify(knowledge(), p.answers, []).settled).toBe(p.settled)
    }
  })
  it('all eighteen types can come out', () => expect(new Set(all.map((p) => p.settled)).size).toBe(18))
  it('each is reached, and every unsure answer that settles says what it assumes', () => {
    const questions = [...knowledge().interview.values()].filter((r) => r.kind === 'question')
    const reached = new Set(all.flatMap((p) => Object.keys(p.answers)))
    expect(questions.map((q) => q.id).filter((id) => !reached.has(id))).toEqual([])
    for (const q of questions)
      for (const a of q.answers) if (a.unsure && a.settles) expect(a.assumes, `${q.id} ${a.id}`).toBeDefined()
  })
  it('one step at a time: the first question, then the next', () => {
    const first = classify(knowledge(), {}, [])
    expect([first.settled, first.ask?.id, first.candidates.length]).toEqual([null, ROOT, 18])
    const second = classify(knowledge(), { [ROOT]: 'medicare' }, [])
    expect([second.ask?.id, [...second.candidates].sort()]).toEqual([
      'medicare-denied-what',
      ['medicare_advantage', 'original_medicare', 'part_d'],
    ])
  })
  it('what was assumed is told', () => {
    const sure = classify(knowledge(), { [ROOT]: 'medicaid', 'kind-of-medicaid': 'plan' }, [])
    const unsure = classify(knowledge(), { [ROOT]: 'medicaid', 'kind-of-medicaid': 'not-sure' }, [])
    expect([sure.ask === null && sure.assumes, unsure.ask === null && unsure.assumes?.en]).toEqual([
      null,
      expect.stringContaining('shorter deadline'),
    ])
  })
})

describe('the letter’s words', () => {
  it.each([
    ['Your Medicare Advantage plan has denied this organization determination request.', 'medicare_advantage'],
    ['Request for Redetermination of Medicare Prescription Drug Denial (Part D)', 'part_d'],
    ['This is your Medicare Summary Notice.', 'original_medicare'],
    ['You may ask OPM to review. FEHB plan brochure.', 'fehb_pshb'],
    ['TRICARE East', 'tricare'],
    ['Indian Health Service, Purchased/Referred Care', 'ihs'],
    ['As a managed care organization (Medicaid) … you may ask for a State fair hearing.', 'medicaid_managed_care'],
    [
      'The plan is self-funded by your employer. You may bring a civil action under section 502(a) of ERISA.',
      'erisa_self_funded',
    ],
    ['Your short-term policy', 'stldi_limited_hcsm'],
    ['Department of Veterans Affairs', 'va'],
    ['Covered California', 'aca_individual'],
  ])('%s → %s', (quote, type) => expect(classify(knowledge(), {}, words(quote)).settled).toBe(type))

  it.each([
    ['If your plan is governed by ERISA, you may have the right to bring a civil action under section 502(a).', 18],
    ['We comply with civil rights law. For help with Medicare call 1-800-MEDICARE.', 3],
    ['Contact the Department of Insurance.', 7],
    ['My stripped car was self-fundedness itself', 18],
  ])('do not settle: %s', (quote, candidates) => {
    const result = classify(knowledge(), {}, words(quote))
    expect([result.settled, result.ask?.id, result.candidates.length]).toEqual([null, ROOT, candidates])
  })

  it('pass over questions they answer', () => {
    expect(classify(knowledge(), {}, words('Redetermination notice')).ask?.id).toBe('medicare-denied-what')
    expect(classify(knowledge(), {}, words('You may ask for a fair hearing')).ask?.id).toBe('kind-of-medicaid')
    expect(classify(knowledge(), { 'kind-of-employer': 'private' }, words('Your rights under ERISA')).ask?.id).toBe(
      'who-pays-claims',
    )
  })
  it('an answer outweighs them', () => {
    expect(classify(knowledge(), { [ROOT]: 'school' }, words('Medicare Advantage')).settled).toBe('student')
  })
  it('a finding that is a coverage type settles', () => {
    expect(classify(knowledge(), {}, [{ value: 'church', quote: 'a plan' }]).settled).toBe('church')
  })
})
