import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../../infra/fakes/smtp.ts'
import { softAuthenticator } from '../../infra/fakes/softAuthenticator.ts'
import { type Browser, openTestApp, type TestApp } from './harness.ts'

const denial = {
  field: 'letter',
  name: 'letter.txt',
  bytes: new TextEncoder().encode(
    'Date of notice: October 6, 2026\nMember: Ana Ruiz\nMember ID: AB1234567\nWe have denied your request for ocrelizumab (Ocrevus) because step therapy was not completed.\nYou may appeal within 180 days.\n',
  ),
}

let app: TestApp
let post: MailServer
beforeAll(async () => {
  post = await startMailServer({ hideSTARTTLS: true })
  app = await openTestApp({
    MAIL_HOST: '127.0.0.1',
    MAIL_PORT: String(post.port),
    MAIL_TLS: 'none',
    MAIL_FROM: 'appeals@example.org',
  })
}, 60_000)
afterAll(async () => {
  await app?.close()
  await post?.close()
})

/** The path in the next mail to an address; waits for the job that sends it. */
async function linkTo(email: string): Promise<string> {
  for (let i = 0; i < 200; i++) {
    const found = post.received.findIndex((m) => m.mail.to?.some((to) => to.address === email))
    const [mail] = found >= 0 ? post.received.splice(found, 1) : []
    const url = /http\S+/.exec(mail?.mail.text ?? '')?.[0]
    if (url) return new URL(url).pathname
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('no mail came')
}

async function signedIn(email: string, browser: Browser = app.browser()): Promise<Browser> {
  await browser.post('/sign-in', { email })
  const answer = await browser.post(await linkTo(email))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cases'])
  return browser
}

describe('signing in by a link', () => {
  test('what was begun without an account comes along, on another device too', async () => {
    const browser = app.browser()
    const id = await app.caseOf(browser, denial)
    await signedIn('kim@example.org', browser)
    expect(await (await browser.get('/cases')).text()).toContain(`/case/${id}`)
    const phone = await signedIn('kim@example.org')
    expect(await (await phone.get('/cases')).text()).toContain(`/case/${id}`)
    expect((await phone.get(`/case/${id}/letter`)).status).toBe(200)
  }, 60_000)

  test('opening the link changes nothing; the button works once', async () => {
    const browser = app.browser()
    await browser.post('/sign-in', { email: 'once@example.org' })
    const path = await linkTo('once@example.org')
    for (let i = 0; i < 2; i++) {
      const page = await browser.get(path)
      expect([page.status, page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([
        200,
        'no-referrer',
        'no-store',
      ])
      expect(await page.text()).toContain('o…@example.org')
    }
    expect(browser.cookie).toBeNull()
    expect((await browser.post(path)).status).toBe(303)
    const again = await app.browser().post(path)
    expect([again.status, (await again.text()).includes('This link does not work any more')]).toEqual([403, true])
  })

  test('the answer is the same whether there is an account or not', async () => {
    await signedIn('known@example.org')
    const answers = await Promise.all(
      ['known@example.org', 'nobody@example.org'].map(async (email) => {
        const answer = await app.browser().post('/sign-in', { email })
        return [answer.status, (await answer.text()).replaceAll(email, '')]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })

  test('what is no address is said beside the form, and stays in it', async () => {
    const answer = await app.browser().post('/sign-in', { email: 'kim at home' })
    const text = await answer.text()
    expect([answer.status, text.includes('This is not an e-mail address.'), text.includes('value="kim at home"')]).toEqual([
      422,
      true,
      true,
    ])
  })

  test('a link leads nowhere but to this site', async () => {
    const browser = app.browser()
    await browser.post('/sign-in', { email: 'next@example.org', next: 'https://evil.example/' })
    expect((await browser.post(await linkTo('next@example.org'))).headers.get('location')).toBe('/cases')
  })

  test('an address gets three mails and no more; the page says when to try again', async () => {
    const email = 'flooded@example.org'
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await app.browser().post('/sign-in', { email })).status)
    expect(statuses).toEqual([200, 200, 200, 429])
  })

  test('tries of tokens are counted by network', async () => {
    const browser = app.browser()
    const statuses = []
    for (let i = 0; i < 22; i++) statuses.push((await browser.get(`/resume/guess${i}`)).status)
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(403))
    expect(statuses.slice(20)).toEqual([429, 429])
    expect((await app.browser().get('/resume/guess')).status).toBe(403)
  })

  test('uploads are counted by person, before a byte of them is read', async () => {
    const browser = app.browser()
    const id = await app.caseOf(browser, denial)
    const sent = async () =>
      (await browser.post(`/case/${id}/people/authorization`, {}, [{ field: 'other', name: 'x', bytes: Buffer.of(1) }])).status
    const statuses = new Map<number, number>()
    for (let i = 0; i < 62; i++) {
      const status = await sent()
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    // One of the sixty was the letter; one comes back every ten seconds.
    expect(statuses.get(429)).toBeGreaterThanOrEqual(1)
    expect(statuses.get(422)).toBeGreaterThanOrEqual(59)
  }, 60_000)
})

describe('mail', () => {
  test('of one key is sent once, however often it is handed over', async () => {
    const { mailer } = app.running.application.people
    const message = { to: 'twice@example.org', subject: 'A date', text: 'See http://localhost/once' }
    for (let i = 0; i < 3; i++) expect((await mailer.send(message, 'twice')).ok).toBe(true)
    await linkTo('twice@example.org')
    await mailer.send(message, 'twice')
    await mailer.send({ ...message, to: 'after@example.org', text: 'See http://localhost/after' }, 'after')
    await linkTo('after@example.org')
    expect(post.received.filter((m) => m.mail.to?.some((to) => to.address === 'twice@example.org'))).toEqual([])
  })
})

describe('the account', () => {
  test('a passkey is added, opens the account, and is removed', async () => {
    const browser = await signedIn('keys@example.org')
    const key = softAuthenticator(app.running.application.origin)
    const session = app.running.application
    const ask = async (b: Browser, path: string, body: unknown) => {
      const token = session.cookie.read(b.cookie)
      const held = token ? await session.people.sessions.find(token, session.cases.clock.now()) : null
      const answer = await fetch(app.base + path, {
        method: 'POST',
        headers: {
          origin: app.base,
          'content-type': 'application/json',
          ...(b.cookie ? { cookie: b.cookie } : {}),
          ...(held ? { 'x-csrf': session.forms.of(held.id) } : {}),
        },
        body: JSON.stringify(body),
      })
      const set = answer.headers.getSetCookie()[0]
      if (set) b.cookie = set.split(';')[0] ?? null
      return { status: answer.status, value: (await answer.json()) as { readonly to?: string } }
    }
    const options = await ask(browser, '/account/passkey/ask', {})
    const added = await ask(browser, '/account/passkey', { answer: key.create(options.value), name: 'my phone' })
    expect(added).toEqual({ status: 200, value: { to: '/account' } })
    expect(await (await browser.get('/account')).text()).toContain('<strong>my phone')

    const other = app.browser()
    const asked = await ask(other, '/passkey/ask', {})
    const entered = await ask(other, '/passkey', { answer: key.get(asked.value), next: '/account' })
    expect(entered).toEqual({ status: 200, value: { to: '/account' } })
    expect(await (await other.get('/account')).text()).toContain('keys@example.org')
    const forged = await ask(app.browser(), '/passkey', { answer: key.get(asked.value), next: '/account' })
    expect(forged.status).toBe(403)

    await other.post(`/account/passkey/${key.id}/remove`)
    expect(await (await other.get('/account')).text()).not.toContain('<strong>my phone')
  })

  test('a new address counts once its mail was answered, and other devices are signed out', async () => {
    const [browser, other] = [await signedIn('old@example.org'), await signedIn('old@example.org')]
    await browser.post('/account/email', { email: 'new@example.org' })
    const path = await linkTo('new@example.org')
    expect((await other.get('/account')).status).toBe(200)
    // Without the session that asked for it the link is of no use.
    expect((await app.browser().post(path)).status).toBe(401)
    expect((await browser.post(path)).headers.get('location')).toBe('/account')
    expect(await (await browser.get('/account')).text()).toContain('new@example.org')
    expect((await other.get('/account')).status).toBe(303)
  })

  test('signing out everywhere ends every session', async () => {
    const [here, there] = [await signedIn('many@example.org'), await signedIn('many@example.org')]
    await here.post('/account/sign-out')
    expect([(await here.get('/cases')).status, (await there.get('/cases')).status]).toEqual([303, 303])
  })

  test('deleting asks for the word, and takes the cases with it that are nobody else’s', async () => {
    const browser = await signedIn('leaving@example.org')
    const id = await app.caseOf(browser, denial)
    const wrong = await browser.post('/account/delete', { word: 'yes' })
    expect([wrong.status, (await wrong.text()).includes('Nothing was deleted.')]).toEqual([422, true])
    expect((await browser.get(`/case/${id}/letter`)).status).toBe(200)
    expect((await browser.post('/account/delete', { word: 'delete ' })).headers.get('location')).toBe('/account/deleted')
    expect(await app.running.application.cases.cases.load(id)).toBeNull()
    const back = await signedIn('leaving@example.org')
    expect(await (await back.get('/cases')).text()).toContain('no appeal in this browser')
  }, 60_000)
})

describe('without a mail server', () => {
  let bare: TestApp
  beforeAll(async () => {
    bare = await openTestApp({ PROXIES: '0' })
  }, 60_000)
  afterAll(() => bare?.close())

  test('on the machine itself the link is shown, to try it out', async () => {
    const browser = bare.browser()
    const page = await (await browser.post('/sign-in', { email: 'me@example.org' })).text()
    const path = /href="(\/sign-in\/[\w-]+)"/.exec(page)?.[1] ?? ''
    expect((await browser.post(path)).status).toBe(303)
    expect(await (await browser.get('/account')).text()).toContain('me@example.org')
  })

  test('to anybody who comes through a proxy the page says that no link can be sent', async () => {
    const asked = (headers: Record<string, string>) =>
      fetch(`${bare.base}/sign-in`, {
        method: 'POST',
        headers: { origin: bare.base, ...headers },
        body: new URLSearchParams({ email: 'victim@example.org' }),
      })
    for (const [name, value] of [
      ['x-forwarded-for', '203.0.113.9'],
      ['forwarded', 'for=203.0.113.9'],
    ] as const) {
      const answer = await asked({ [name]: value })
      const text = await answer.text()
      expect([answer.status, /href="\/sign-in\/[\w-]{20,}"/.test(text)]).toEqual([503, false])
      expect(text).toContain('not set up to send e-mail')
    }
  })
})
