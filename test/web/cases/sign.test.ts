import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { caseState } from '../../../src/casefile/state.ts'
import { addDocument } from '../../../src/usecases/cases/documents.ts'
import { editSentence } from '../../../src/usecases/cases/edit.ts'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { type Browser, sharedTestApp, type TestApp, type TestFile } from './harness.ts'

const examples = join(import.meta.dirname, '../../../examples')
const denial = {
  field: 'letter',
  name: 'denial.pdf',
  bytes: readFileSync(join(examples, 'ocrelizumab-step-therapy/denial.pdf')),
}

let app: TestApp
let owner: Browser
let id: CaseId
beforeAll(async () => {
  app = await sharedTestApp()
  owner = app.browser()
  id = await app.caseOf(owner, denial)
  const by = { kind: 'person', id: await owner.person(), role: 'patient' } as const
  const bytes = readFileSync(join(examples, 'ocrelizumab-step-therapy/records/neurology-note-2026-09-14.pdf'))
  await addDocument(app.running.application.cases, id, by, 'record', { name: 'note.pdf', media: 'pdf', bytes })
  for (let i = 0; i < 300 && (await stateOf()).documents.some((d) => d.reading.state === 'waiting'); i++)
    await new Promise((resolve) => setTimeout(resolve, 100))
}, 60_000)

const stateOf = async () => caseState((await app.running.application.cases.cases.load(id)) ?? [])
const signingOf = async (signing: string) => (await stateOf()).signings.find((s) => s.id === signing)

/** Value of a hidden field of a page. */
const hidden = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
const textOf = async (answer: Promise<Response>) => (await answer).text()

async function ask(letter: string) {
  const page = await textOf(owner.get(`/case/${id}/sign`))
  const form = page.slice(page.indexOf(`letter-${letter}`))
  const signing = hidden(form.slice(form.indexOf('/sign/ask')), 'signing')
  const answer = await owner.post(`/case/${id}/sign/ask`, { letter, signing, name: 'Dr. Maya Lindqvist' })
  const link = /\/signing\/[\w-]{20,}/.exec(await answer.text())?.[0] ?? ''
  return { signing, link, answer }
}

async function admitted(link: string): Promise<Browser> {
  const browser = app.browser()
  expect((await browser.get(link)).status).toBe(200)
  expect((await browser.post(link)).status).toBe(303)
  return browser
}

const NPI = '1000000012'
/** A signature on white paper. */
const INK =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200" fill="#fff"/><path d="M50 120Q150 20 250 120T450 100" fill="none" stroke="#113" stroke-width="9"/></svg>'
const form = (page: string, more: Readonly<Record<string, string>> = {}) => ({
  words: hidden(page, 'words'),
  zone: 'America/Chicago',
  name: 'Maya Lindqvist',
  credentials: 'MD',
  npi: NPI,
  method: 'typed',
  attestation: 'prescriber-1',
  ...more,
})
const pageOf = (browser: Browser, signing: string) => textOf(browser.get(`/case/${id}/signing/${signing}`))
const sign = (browser: Browser, signing: string, page: string, more = {}, files: readonly TestFile[] = []) =>
  browser.post(`/case/${id}/signing/${signing}/sign`, form(page, more), files)

async function certified(signing: string) {
  for (let i = 0; i < 300; i++) {
    const held = await signingOf(signing)
    if (held?.certified) return held
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the signed letter was not sealed')
}

async function sealed(signing: string): Promise<Uint8Array> {
  const answer = await owner.get(`/case/${id}/sign/sealed/${signing}`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return new Uint8Array(await answer.arrayBuffer())
}

describe('a prescriber signs by a link', () => {
  test('opening the link alone lets nobody in', async () => {
    const { signing, link } = await ask('step_exception')
    const scanner = app.browser()
    const offered = await textOf(scanner.get(link))
    expect(offered).toContain('Dr. Maya Lindqvist')
    expect(offered).not.toMatch(/ocrelizumab|Ocrevus|Kowalczyk/i)
    expect((await scanner.get(`/case/${id}/signing/${signing}`)).status).toBe(401)
    expect((await signingOf(signing))?.seen).toBeNull()
  }, 30_000)

  test('typed, then sealed; the seal is intact and ours, and an added byte is told', async () => {
    const { signing, link } = await ask('appeal')
    const doctor = await admitted(link)
    const page = await pageOf(doctor, signing)
    expect(page).toContain('I am the prescriber named here')
    expect((await signingOf(signing))?.seen).not.toBeNull()
    expect((await sign(doctor, signing, page)).status).toBe(303)
    const held = await certified(signing)
    expect(held.signed).toMatchObject({ method: 'typed', offset: -360, reached: 'handed_link', signer: { npi: NPI } })
    const pdf = await sealed(signing)
    const check = async (bytes: Uint8Array) =>
      textOf(app.browser().post('/verify', {}, [{ field: 'file', name: 'x.pdf', bytes }]))
    expect(await check(pdf)).toContain('Nothing was changed since it was sealed.')
    expect(await check(new Uint8Array([...pdf, 10]))).toContain('something was added')
    const changed = pdf.slice()
    changed[2000] = (changed[2000] ?? 0) ^ 1
    expect(await check(changed)).toContain('changed after it was sealed')
    expect(await check(denial.bytes)).toContain('carries no seal')
  }, 60_000)

  test('pressed twice is signed once; the link still shows what was signed', async () => {
    const signing = (await stateOf()).signings.find((s) => s.letter === 'appeal' && s.signed)?.id ?? ''
    const before = (await stateOf()).seq
    const doctor = await admitted(await linkTo(signing))
    expect(await pageOf(doctor, signing)).toContain('Signed. Thank you.')
    const again = await sign(doctor, signing, '')
    expect(again.status).toBe(409)
    expect((await stateOf()).seq).toBe(before)
  }, 30_000)

  test('a second request for the same signature is refused, and the same form asks once', async () => {
    const open = (await stateOf()).signings.find((s) => s.letter === 'step_exception')
    const fields = { letter: 'step_exception', signing: 'sig-another0001', name: 'x' }
    expect((await owner.post(`/case/${id}/sign/ask`, fields)).status).toBe(422)
    expect((await owner.post(`/case/${id}/sign/ask`, { ...fields, signing: open?.id ?? '' })).status).toBe(200)
    expect((await stateOf()).signings.filter((s) => s.letter === 'step_exception')).toHaveLength(1)
  })
})

/** A link of one's own making, for a signing that may be closed. */
async function linkTo(signing: string, kind: 'signing' | 'preparation' = 'signing'): Promise<string> {
  const { people, cases } = app.running.application
  const role = kind === 'signing' ? 'prescriber' : 'staff'
  const link = { case: id, kind, signing, role } as const
  const { token } = await people.caseLinks.make(link, await owner.person(), cases.clock.now())
  return `/signing/${token}`
}

describe('what is not taken', () => {
  let signing = ''
  let doctor: Browser
  beforeAll(async () => {
    signing = (await stateOf()).signings.find((s) => s.letter === 'step_exception')?.id ?? ''
    doctor = await admitted(await linkTo(signing))
  }, 30_000)

  test.each([
    ['an NPI with a wrong check digit', { npi: '1234567890' }, 'check digit'],
    ['an NPI other than the printed one', { npi: '1234567893' }, 'prints another NPI'],
    ['no credentials', { credentials: '' }, 'credentials are missing'],
    ['no name', { name: ' ' }, 'name is missing'],
    ['the statement not agreed to', { attestation: '' }, 'not agreed to'],
    ['the statement of another role', { attestation: 'patient-1' }, 'not agreed to'],
    ['a drawing that is none', { method: 'drawn', strokes: '[[[0,0],[1,1]]]' }, 'too small'],
    ['no picture', { method: 'uploaded' }, 'no picture yet'],
  ])('%s', async (_, more, says) => {
    const page = await pageOf(doctor, signing)
    const answer = await sign(doctor, signing, page, more)
    const text = await answer.text()
    expect([answer.status, text.includes(says)]).toEqual([422, true])
    // Nothing typed is lost.
    if (!('name' in more)) expect(text).toContain('value="Maya Lindqvist"')
    expect((await signingOf(signing))?.signed).toBeNull()
  })

  test('staff prepare, and never sign', async () => {
    const office = await admitted(await linkTo(signing, 'preparation'))
    const page = await pageOf(office, signing)
    expect(page).toContain('Only the prescriber can sign')
    expect(page).not.toContain('name="attestation"')
    expect((await sign(office, signing, await pageOf(doctor, signing))).status).toBe(404)
    expect((await office.post(`/case/${id}/signing/${signing}/decline`, { reason: 'x' })).status).toBe(404)
    expect((await signingOf(signing))?.signed).toBeNull()
  })

  test('the member can not take the prescriber’s place', async () => {
    const link = await linkTo(signing)
    expect((await owner.post(link)).status).toBe(422)
    expect((await sign(owner, signing, await pageOf(doctor, signing))).status).toBe(404)
    const own = await owner.post(`/case/${id}/signing/${signing}/sign-own`, form(await pageOf(doctor, signing)))
    expect(own.status).toBe(403)
  })

  test('a link to one signing does not sign another', async () => {
    const { signing: other } = await ask('medical_necessity')
    expect((await sign(doctor, other, await pageOf(doctor, other))).status).toBe(404)
  })

  test('a letter that changed since it was shown is not signed, and is shown anew', async () => {
    const page = await pageOf(doctor, signing)
    await owner.post(`/case/${id}/letter/correct`, { path: 'plan.memberId', value: 'ZZZ000111222' })
    const late = await sign(doctor, signing, page)
    const text = await late.text()
    expect([late.status, text.includes('changed after this page was shown')]).toEqual([409, true])
    expect(text).toContain('ZZZ000111222')
    expect(hidden(text, 'words')).not.toBe(hidden(page, 'words'))
    expect(await signingOf(signing)).toMatchObject({ signed: null, sha256: hidden(text, 'words') })
    expect((await stateOf()).signings.find((s) => s.id === signing)?.renewed).not.toBeNull()
  }, 30_000)
})

describe('a signature and what comes after', () => {
  test('the change of a fact voided the appeal’s signature, the page says so, and it is asked for again', async () => {
    const page = await textOf(owner.get(`/case/${id}/sign`))
    expect(page).toContain('Something in the case changed after it was signed')
    const gone = (await stateOf()).signings.find((s) => s.letter === 'appeal' && s.signed)
    expect(gone?.voided?.why).toBe('facts_changed')
    const { signing, link } = await ask('appeal')
    expect(signing).not.toBe(gone?.id)
    const doctor = await admitted(link)
    const strokes = JSON.stringify([
      Array.from({ length: 40 }, (_, i) => [200 + i * 60, 500 + Math.round(300 * Math.sin(i / 3))]),
    ])
    expect((await sign(doctor, signing, await pageOf(doctor, signing), { method: 'drawn', strokes })).status).toBe(303)
    expect((await certified(signing)).signed).toMatchObject({ method: 'drawn', image: expect.stringContaining('signature-') })
  }, 60_000)

  test('the member signs the same letter: one file carries both; taking one back seals it anew', async () => {
    const prescriber = (await stateOf()).signings.find((s) => s.letter === 'appeal' && s.signed && !s.voided)
    const before = prescriber?.certified?.doc
    const page = await textOf(owner.get(`/case/${id}/sign`))
    const form0 = page.slice(page.indexOf('letter-appeal'))
    const signing = hidden(form0.slice(form0.indexOf('/sign/own')), 'signing')
    expect((await owner.post(`/case/${id}/sign/own`, { letter: 'appeal', signing })).status).toBe(303)
    const own = await pageOf(owner, signing)
    const given = { words: hidden(own, 'words'), name: 'Renata Kowalczyk', method: 'typed', attestation: 'patient-1' }
    expect((await owner.post(`/case/${id}/signing/${signing}/sign-own`, given)).status).toBe(303)
    const both = await certified(signing)
    expect(both.sha256).toBe(prescriber?.sha256)
    const shared = (await stateOf()).signings.find((s) => s.id === prescriber?.id)?.certified?.doc
    expect([shared, shared === before]).toEqual([both.certified?.doc, false])
    // Only the signer undoes a signature.
    await owner.post(`/case/${id}/sign/withdraw`, { signing: prescriber?.id ?? '' })
    expect((await signingOf(prescriber?.id ?? ''))?.voided).toBeNull()
    expect((await owner.post(`/case/${id}/sign/withdraw`, { signing })).status).toBe(303)
    for (let i = 0; i < 100 && (await signingOf(prescriber?.id ?? ''))?.certified?.doc === shared; i++)
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await signingOf(prescriber?.id ?? ''))?.certified?.doc).not.toBe(shared)
  }, 60_000)

  test('edited after signing: void, and said so', async () => {
    const held = (await stateOf()).signings.find((s) => s.letter === 'appeal' && s.signed && !s.voided)
    const { cases } = app.running.application
    const by = { kind: 'person', id: await owner.person(), role: 'patient' } as const
    await editSentence(cases, id, by, 'appeal', { do: 'add', after: null, text: 'I ask you to call me if anything is missing.' })
    const after = await textOf(owner.get(`/case/${id}/sign`))
    expect(after).toContain('A sentence of the letter was changed after it was signed')
    expect((await signingOf(held?.id ?? ''))?.voided?.why).toBe('edited')
  }, 30_000)

  test('declined with a reason, which whoever asked sees; the link is shut when taken back', async () => {
    const signing = (await stateOf()).signings.find((s) => s.letter === 'medical_necessity')?.id ?? ''
    const doctor = await admitted(await linkTo(signing))
    expect((await doctor.post(`/case/${id}/signing/${signing}/decline`, { reason: ' ' })).status).toBe(422)
    expect((await doctor.post(`/case/${id}/signing/${signing}/decline`, { reason: 'Wrong dose.' })).status).toBe(303)
    expect(await textOf(owner.get(`/case/${id}/sign`))).toContain('Wrong dose.')
    const { signing: next, link } = await ask('medical_necessity')
    const second = await admitted(link)
    await owner.post(`/case/${id}/sign/withdraw`, { signing: next })
    expect((await second.get(`/case/${id}/signing/${next}`)).status).toBe(404)
    expect((await app.browser().get(link)).status).not.toBe(200)
  }, 30_000)

  test('an uploaded picture, and the prescriber’s own change to a sentence before it', async () => {
    const { signing, link } = await ask('medical_necessity')
    const doctor = await admitted(link)
    const page = await pageOf(doctor, signing)
    const edit = await doctor.post(`/case/${id}/signing/${signing}/edit`, {
      do: 'add',
      sentence: /href="\?s=\d+#s-\d+">([^<]{30,})</.exec(page.slice(page.indexOf('To ')))?.[1] ?? '',
      text: 'I have treated this patient myself.',
      s: '1',
    })
    expect(edit.status).toBe(303)
    const bytes = new Uint8Array(await sharp(Buffer.from(INK)).png().toBuffer())
    const file = { field: 'picture', name: 'sig.png', bytes }
    const answer = await sign(doctor, signing, await pageOf(doctor, signing), { method: 'uploaded' }, [file])
    expect(answer.status).toBe(303)
    expect((await certified(signing)).signed).toMatchObject({ method: 'uploaded' })
    expect((await sealed(signing)).length).toBeGreaterThan(10_000)
  }, 60_000)
})
