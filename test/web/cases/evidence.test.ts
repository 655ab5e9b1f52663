import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { type Browser, openTestApp, type TestApp, type TestFile } from './harness.ts'

const examples = join(import.meta.dirname, '../../../examples/ocrelizumab-step-therapy')
const given = (field: string, path: string): TestFile => ({
  field,
  name: basename(path),
  bytes: new Uint8Array(readFileSync(join(examples, path))),
})
const RECORDS = ['records/mri-2026-09-03.pdf', 'records/neurology-note-2026-09-14.pdf'].map((p) => given('file', p))

let app: TestApp
let browser: Browser
let id: CaseId
const at = (path: string) => `/case/${id}${path}`
const page = async (path: string) => (await browser.get(at(path))).text()
/** Sends a form and reads the answer to its end, so that the connection is free again. */
async function send(path: string, fields: Parameters<Browser['post']>[1] = {}, files: Parameters<Browser['post']>[2] = []) {
  const answer = await browser.post(path, fields, files)
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text: async () => text }
}
const status = async (path: string) => {
  const answer = await browser.get(path)
  await answer.arrayBuffer()
  return answer.status
}

/** The evidence page when everything is read. */
async function evidence(): Promise<string> {
  for (let i = 0; i < 300; i++) {
    const text = await page('/evidence')
    if (!text.includes('data-again')) return text
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the records were not read')
}

/** The form that leaves a fact out, as the page offers it. */
function rejecting(text: string, kind: string, what: RegExp): Record<string, string> {
  for (const [form] of text.matchAll(/<form method="post" action="[^"]*\/evidence\/reject">.*?<\/form>/gs)) {
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
    if (value('kind') === kind && what.test(value('what'))) return { kind, what: value('what'), why: 'wrong' }
  }
  throw new Error(`nothing to leave out: ${kind}`)
}

beforeAll(async () => {
  app = await openTestApp()
  browser = app.browser()
  id = await app.caseOf(browser, given('letter', 'denial.pdf'))
}, 120_000)
afterAll(() => app?.close())

describe('documents', () => {
  test('nothing chosen is said beside the box it belongs to', async () => {
    const answer = await send(at('/evidence/add'), { role: 'policy' })
    expect(answer.status).toBe(422)
    expect((await answer.text()).indexOf('No file was chosen.')).toBeGreaterThan(0)
  })

  test('without the policy, its absence is said plainly and the request is one press away', async () => {
    const text = await page('/criteria')
    expect(text).toContain('You do not have the plan’s own rules yet')
    expect(text).toContain(at('/draft/claim_file_request'))
  })

  test('several records at once are each a document; the policy has its own box', async () => {
    await send(at('/evidence/add'), { role: 'record' }, RECORDS)
    await send(at('/evidence/add'), { role: 'policy' }, [given('file', 'policy.pdf')])
    const text = await evidence()
    for (const name of ['mri-2026-09-03.pdf', 'neurology-note-2026-09-14.pdf', 'policy.pdf']) expect(text).toContain(name)
    expect(text.match(/class="document"/g)).toHaveLength(4)
  }, 60_000)

  test('the same file again is kept once', async () => {
    await send(at('/evidence/add'), { role: 'record' }, RECORDS.slice(0, 1))
    expect((await evidence()).match(/class="document"/g)).toHaveLength(4)
  }, 30_000)
})

describe('what the records say', () => {
  test('each fact leads to its page with the words marked', async () => {
    const text = await evidence()
    const link = /href="([^"]*\/source\/record-[^"]+)#marked"/.exec(text)?.[1]
    expect(link).toMatch(/\?at=\d+-\d+$/)
    const source = await (await browser.get(link ?? '')).text()
    expect(source).toContain('class="mark-box"')
    expect(await status(at('/source/record-none/1'))).toBe(404)
    expect(await page(`/source/${/source\/(record-[^/]+)/.exec(text)?.[1]}/1?at=9-2`)).not.toContain('mark-box')
  })

  test('what is not true is struck out, leaves the letter, and can be taken back', async () => {
    const before = await page('/draft')
    expect(before).toContain('Glatiramer acetate, 40 mg')
    const rejection = rejecting(await evidence(), 'treatment', /glatiramer/i)
    await send(at('/evidence/reject'), rejection)
    const struck = await evidence()
    expect(struck).toContain('Left out: The record itself is wrong')
    expect(await page('/draft')).not.toContain('Glatiramer acetate, 40 mg')
    await send(at('/evidence/accept'), { kind: 'treatment', what: rejection.what ?? '', document: '' })
    expect(await page('/draft')).toContain('Glatiramer acetate, 40 mg')
    expect(await evidence()).not.toContain('Left out:')
  }, 30_000)

  test('a fact is added by hand; what can not be taken is said beside its field, and everything typed is kept', async () => {
    const path = at('/evidence/fact/priorTreatments')
    const wrong = await send(path, { agent: 'Interferon beta-1a', start: '2020-06', end: '2019', reason: 'Flu <b>' })
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('The end is earlier than the start.')
    expect(text).toContain('value="Interferon beta-1a"')
    expect(text).toContain('Flu &lt;b&gt;')
    const right = await send(path, { agent: 'Interferon beta-1a', start: '2020-06', end: '2021', outcome: 'intolerance' })
    expect(right.status).toBe(303)
    const kept = await evidence()
    expect(kept).toContain('Stated by you')
    const item = /evidence\/fact\/priorTreatments\?item=([\w-]+)/.exec(kept)?.[1] ?? ''
    expect(await page(`/evidence/fact/priorTreatments?item=${item}`)).toContain('value="2020-06"')
    await send(at('/evidence/unlist'), { item })
    expect(await evidence()).not.toContain('Interferon beta-1a')
  }, 30_000)

  test('correcting what was read sets the record aside; the person’s word takes its place', async () => {
    const text = await evidence()
    const card = [...text.matchAll(/<li class="fact".*?<\/li>/gs)].find(([c]) => /Vitamin D/.test(c))?.[0] ?? ''
    const read = /\?read=(\d+)/.exec(card)?.[1] ?? ''
    const what = /name="what" value="([^"]*)"/.exec(card)?.[1] ?? ''
    const done = await send(at('/evidence/fact/diagnoses'), {
      read,
      what,
      name: 'Vitamin D insufficiency',
      code: 'E55.9',
    })
    expect(done.status).toBe(303)
    const after = await evidence()
    expect(after).toContain('Vitamin D insufficiency')
    expect(after).toContain('Left out: You wrote it differently')
  }, 30_000)

  test('the treatments stand in a picture and in a table', async () => {
    const text = await evidence()
    expect(text).toMatch(/<svg role="img" aria-labelledby="history-t history-d"/)
    expect(text).toMatch(/<th scope="row">Glatiramer acetate/)
  })
})

describe('the rules of the plan', () => {
  test('each requirement in the policy’s words, with its verdict, its page and the evidence', async () => {
    const text = await page('/criteria')
    expect(text).toContain('The member is 18 years of age or older.')
    expect(text).toMatch(/class="tag met"/)
    expect(text).toMatch(/source\/policy-[^/]+\/1\?at=/)
    expect(text).toContain('One of these is enough')
    expect(text).toMatch(/source\/record-[^/]+\/\d\?at=/)
  })

  test('it counts as the letter counts', async () => {
    const [criteria, letter] = [await page('/criteria'), await page('/draft')]
    const [, met, of] = /meet (\d+) of the (\d+) requirements/.exec(criteria) ?? []
    const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
    expect(letter).toContain(`of the ${of} that decide this request, the record meets ${words[Number(met)] ?? met}`)
  })

  test('a task is marked done and not done; its letter is named', async () => {
    const text = await page('/criteria')
    const task = /name="done" value="(\w+)"/.exec(text)?.[1] ?? ''
    expect(text).toContain(at('/draft/prescriber_request'))
    await send(at('/criteria/tasks'), { done: task })
    expect(await page('/criteria')).toContain(`value="${task}" checked`)
    await send(at('/criteria/tasks'), {})
    expect(await page('/criteria')).not.toContain(`value="${task}" checked`)
  })
})

describe('it exists, but it is not at hand', () => {
  test('what it is must be said; then it is a task with a letter to its holder', async () => {
    expect((await send(at('/evidence/wanted'), { what: ' ', from: 'records_office', office: 'St. Anne' })).status).toBe(422)
    await send(at('/evidence/wanted'), { what: 'MRI of March 2024', from: 'records_office', office: 'St. Anne Hospital' })
    const text = await evidence()
    expect(text).toContain('MRI of March 2024')
    expect(text).toContain(at('/draft/records_request'))
    const letter = await page('/draft/records_request')
    for (const words of ['St. Anne Hospital', 'MRI of March 2024', '45 CFR 164.524(a)(1)']) expect(letter).toContain(words)
    const wanted = /name="wanted" value="([\w-]+)"/.exec(text)?.[1] ?? ''
    await send(at('/evidence/unwanted'), { wanted })
    expect(await page('/draft/records_request')).toContain('This letter is not part of your case')
  }, 30_000)
})

describe('removing', () => {
  test('is asked once, and takes with it what the letter took from the document', async () => {
    const text = await evidence()
    const doc = /neurology-note.*?evidence\/remove\/(record-[\w-]+)/s.exec(text)?.[1] ?? ''
    expect(await page(`/evidence/remove/${doc}`)).toContain('Remove this document?')
    await send(at('/evidence/remove'), { doc })
    expect(await page('/draft')).not.toContain('40 mg SC three times weekly')
    expect(await status(at(`/source/${doc}/1`))).toBe(404)
  }, 30_000)

  test('the denial is not removed here', async () => {
    await send(at('/evidence/remove'), { doc: 'denial-1' })
    expect(await evidence()).toContain('denial.pdf')
  }, 30_000)
})

test('in Spanish as well', async () => {
  const text = await (await browser.get(`/es/case/${id}/evidence`)).text()
  expect(text).toContain('Lo que dicen los expedientes')
  expect(await (await browser.get(`/es/case/${id}/criteria`)).text()).toContain('Las reglas del plan')
})
