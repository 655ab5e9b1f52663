import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendingState } from '../../../src/casefile/sending.ts'
import { caseState } from '../../../src/casefile/state.ts'
import { say } from '../../../src/usecases/cases/change.ts'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { followSending } from '../../../src/usecases/cases/send/follow.ts'
import { FAX_PROJECT, type FaxService, startFaxService } from '../../infra/fakes/fax.ts'
import { type LetterService, letterWebhook, scanned, startLetterService } from '../../infra/fakes/letterMail.ts'
import { type MailServer, startMailServer } from '../../infra/fakes/smtp.ts'
import { type Browser, openTestApp, type TestApp } from './harness.ts'

const examples = join(import.meta.dirname, '../../../examples')
const denial = {
  field: 'letter',
  name: 'denial.pdf',
  bytes: readFileSync(join(examples, 'ocrelizumab-step-therapy/denial.pdf')),
}

let fax: FaxService
let letters: LetterService
let post: MailServer
let app: TestApp
let owner: Browser
let id: CaseId

beforeAll(async () => {
  ;[fax, letters, post] = await Promise.all([startFaxService(), startLetterService(), startMailServer()])
  app = await openTestApp({
    SENDING_NETWORK: 'loopback',
    ...{ FAX_PROVIDER: 'sinch', FAX_URL: fax.url, FAX_PROJECT, FAX_KEY: 'key-id', FAX_SECRET: 'key-secret' },
    ...{ LETTER_PROVIDER: 'lob', LETTER_URL: letters.url, LETTER_KEY: 'test_letters', LETTER_WEBHOOK_SECRET: 'hush' },
    ...{ MAIL_HOST: '127.0.0.1', MAIL_PORT: String(post.port), MAIL_TLS: 'none', MAIL_FROM: 'notices@appeals.example' },
  })
  owner = app.browser()
  id = await app.caseOf(owner, denial)
  await owner.post(`/case/${id}/draft/packet`)
  await until(async () => (await stateOf()).drafted !== null)
}, 90_000)
afterAll(async () => {
  await app?.close()
  await Promise.all([fax, letters, post].map((s) => s?.close()))
})

async function until(held: () => Promise<boolean>) {
  for (let i = 0; i < 300; i++) {
    if (await held()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come to pass')
}
const eventsOf = async () => (await app.running.application.cases.cases.load(id)) ?? []
const stateOf = async () => caseState(await eventsOf())
const stage = async (sending: string) => sendingState(await eventsOf(), sending)?.stage
const page = async (path = '/send') => (await owner.get(`/case/${id}${path}`)).text()
/** What a page says went wrong. */
const alert = (text: string) => /role="alert">(.*?)<\/div>/s.exec(text)?.[1] ?? ''
const unescaped = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** The form of a channel as the page offers it. */
async function form(channel: string, more: Readonly<Record<string, string>> = {}) {
  const text = await page()
  const part = text.slice(text.indexOf(`id="by-${channel}"`))
  const value = (name: string) => unescaped(new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(part)?.[1] ?? '')
  const area = unescaped(/name="to"[^>]*>([^<]*)<\/textarea>/.exec(part)?.[1] ?? '')
  const to = channel === 'mail' ? area : value('to')
  const fields = {
    sending: value('sending'),
    channel,
    paper: value('paper'),
    to,
    recipient: value('recipient'),
    confirmed: 'yes',
  }
  return { ...fields, ...more }
}
const ask = (fields: Readonly<Record<string, string>>) => owner.post(`/case/${id}/send/ask`, fields)

describe('by fax', () => {
  test('the number is the letter’s, with its page; pressed twice it leaves once, and arrives with proof', async () => {
    const fields = await form('fax')
    expect(fields.to.replace(/\D/g, '')).toContain('8005550164')
    const answers = await Promise.all([ask(fields), ask(fields)])
    expect(answers.map((a) => a.status)).toEqual([303, 303])
    await until(async () => (await stage(fields.sending)) === 'accepted')
    expect(fax.faxes).toHaveLength(1)
    expect((await stateOf()).sendings[0]?.destination).toMatchObject({ source: 'denial-1, page 2', to: '+18005550164' })
    Object.assign(fax.faxes[0] ?? {}, { status: 'COMPLETED', completedTime: '2026-11-22T18:20:00Z', pagesSentSuccessfully: 3 })
    await followSending(app.running.application.sending, id, fields.sending)
    const text = await page()
    expect(text).toContain('Arrived')
    const proof = /href="(\/case\/[^"]*\/send\/proof\/[^"]*)"/.exec(text)?.[1] ?? ''
    expect(await (await owner.get(proof)).text()).toContain('Fax confirmation')
  }, 30_000)

  test('the same again is asked about', async () => {
    const fields = await form('fax')
    const answer = await ask(fields)
    expect([answer.status, (await answer.text()).includes('name="again"')]).toEqual([422, true])
    expect(await stage(fields.sending)).toBeUndefined()
  })

  test('not confirmed, not a number, another file: nothing leaves, and what was typed is kept', async () => {
    const before = fax.faxes.length
    for (const [wrong, says] of [
      [{ confirmed: '' }, 'not confirmed'],
      [{ to: '12 34' }, 'not a US telephone number'],
      [{ paper: 'draft-1-packet.pdf|00' }, 'not there any more'],
      [{ recipient: '' }, 'does not say who'],
    ] as const) {
      const answer = await ask(await form('fax', { recipient: 'Somebody Else', ...wrong }))
      const text = await answer.text()
      expect([answer.status, text.includes(says)]).toEqual([422, true])
      if (!('recipient' in wrong)) expect(text).toContain('Somebody Else')
    }
    expect(fax.faxes.length).toBe(before)
  }, 30_000)

  test('a number typed instead is noted as stated', async () => {
    const fields = await form('fax', { to: '512 555 0100' })
    fax.mishaps.push({ kind: 'status', status: 400 })
    expect((await ask(fields)).status).toBe(303)
    await until(async () => (await stage(fields.sending)) === 'failed')
    expect((await stateOf()).sendings.at(-1)?.destination.source).toBe('stated by the patient')
    const text = await page()
    expect(text).toContain('stated by the patient')
    expect(text).toContain('did not take it')
  }, 30_000)

  test('in doubt, until a person says what became of it', async () => {
    const fields = await form('fax', { to: '512 555 0111' })
    await ask(fields)
    await until(async () => (await stage(fields.sending)) === 'accepted')
    const step = { step: 'uncertain', why: 'no_news' } as const
    const { cases } = app.running.application
    const last = (await stateOf()).seq
    await cases.cases.append(id, last, [{ by: { kind: 'program' }, event: { kind: 'sending', sending: fields.sending, step } }])
    expect(await page()).toContain('Ask the plan if it arrived')
    expect((await owner.post(`/case/${id}/send/resolve`, { sending: fields.sending, found: 'arrived' })).status).toBe(303)
    expect(await stage(fields.sending)).toBe('delivered')
    expect((await owner.post(`/case/${id}/send/resolve`, { sending: fields.sending, found: 'arrived' })).status).toBe(409)
  }, 30_000)
})

describe('by letter', () => {
  test('without one’s own address it does not leave; with it the webhook brings the news', async () => {
    expect((await ask(await form('mail'))).status).toBe(422)
    const { cases } = app.running.application
    const by = { kind: 'person', id: await owner.person(), role: 'patient' } as const
    const address = '410 Alder Street, Austin, TX 78704'
    await say(cases, id, by, { kind: 'stated', path: 'patient.address', value: address, by: 'patient' })
    await owner.post(`/case/${id}/draft/packet`)
    await until(async () => (await page()).includes('id="by-mail"'))
    const fields = await form('mail')
    const answer = await ask(fields)
    expect([answer.status, alert(await answer.text())]).toEqual([303, ''])
    await until(async () => (await stage(fields.sending)) === 'accepted')
    const [letter] = letters.letters
    if (!letter) throw new Error('no letter')
    letter.tracking_events = [scanned('Delivered', '2026-11-25T10:00:00Z')]
    const news = (secret: string) => {
      const { body, timestamp, signature } = letterWebhook(letter, 'letter.delivered', secret, Date.now())
      const headers = { 'lob-signature': signature, 'lob-signature-timestamp': timestamp }
      return fetch(`${app.base}/webhooks/letters`, { method: 'POST', body, headers })
    }
    expect((await news('other')).status).toBe(403)
    expect(await stage(fields.sending)).toBe('accepted')
    expect((await news('hush')).status).toBe(200)
    await until(async () => (await stage(fields.sending)) === 'delivered')
  }, 60_000)
})

describe('by oneself', () => {
  test('packet and mailing sheet as one download', async () => {
    const text = await page()
    const part = text.slice(text.indexOf('id="paper"'))
    const paper = /name="paper"[^>]* value="([^"]*)"/.exec(part)?.[1] ?? ''
    const to = unescaped(/name="to"[^>]*>([^<]*)</.exec(part)?.[1] ?? '')
    const answer = await owner.post(`/case/${id}/send/kit`, { paper, to })
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const zip = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect([zip.includes('1-mailing-sheet.pdf'), zip.includes('2-packet.pdf')]).toEqual([true, true])
    expect((await owner.post(`/case/${id}/send/kit`, { paper, to: 'nowhere' })).status).toBe(422)
  }, 30_000)

  test('recorded with its article number and receipt; a mistyped number is not', async () => {
    const record = {
      channel: 'post_by_self',
      to: 'P.O. Box 1',
      recipient: 'Appeals',
      on: '2026-11-20',
      sending: 'snd-byhand00001',
    }
    const wrong = await owner.post(`/case/${id}/send/hand`, { ...record, confirmation: '9407 1000 0000 0000 0000 01' })
    expect([wrong.status, (await wrong.text()).includes('check digit')]).toEqual([422, true])
    expect((await owner.post(`/case/${id}/send/hand`, { ...record, on: '2031-01-01' })).status).toBe(422)
    const receipt = { field: 'proof', name: 'receipt.pdf', bytes: denial.bytes }
    const done = await owner.post(`/case/${id}/send/hand`, { ...record, confirmation: '' }, [receipt])
    expect([done.status, alert(await done.text())]).toEqual([303, ''])
    const last = (await stateOf()).sendings.at(-1)
    expect(last?.byHand).toMatchObject({ on: '2026-11-20', proof: expect.stringMatching(/^proof-/) })
    await owner.post(`/case/${id}/send/hand`, record)
    expect((await stateOf()).sendings.filter((s) => s.byHand)).toHaveLength(1)
  }, 30_000)
})

describe('a signer is mailed', () => {
  test('the link comes by mail, names nobody’s health, and is what the certificate says', async () => {
    const text = await page('/sign')
    const part = text.slice(text.indexOf('letter-step_exception'))
    const signing = /name="signing" value="([^"]*)"/.exec(part)?.[1] ?? ''
    const fields = { letter: 'step_exception', signing, name: 'Dr. Lindqvist', email: 'doctor@clinic.example' }
    const asked = await owner.post(`/case/${id}/sign/ask`, fields)
    expect(asked.status).toBe(303)
    await until(async () => post.received.length > 0)
    const mail = post.received.map((r) => `${r.mail.subject}\n${r.mail.text}`).join()
    expect(mail).not.toMatch(/ocrelizumab|ocrevus|kowalczyk|sclerosis|northmere/i)
    const token = /\/signing\/([\w-]{20,})/.exec(mail)?.[1]
    const doctor = app.browser()
    expect((await doctor.post(`/signing/${token}`)).status).toBe(303)
    const shown = await (await doctor.get(`/case/${id}/signing/${signing}`)).text()
    const words = /name="words" value="([^"]*)"/.exec(shown)?.[1] ?? ''
    const given = {
      words,
      name: 'A. Lindqvist',
      credentials: 'MD',
      npi: '1234567893',
      method: 'typed',
      attestation: 'prescriber-1',
    }
    expect((await doctor.post(`/case/${id}/signing/${signing}/sign`, given)).status).toBe(303)
    expect((await stateOf()).signings.find((s) => s.id === signing)?.signed?.reached).toBe('email_link')
  }, 30_000)

  test('a letter that awaits its signature does not leave unsigned', async () => {
    const text = await page()
    expect(text).toContain('Not ready to send')
  })
})
