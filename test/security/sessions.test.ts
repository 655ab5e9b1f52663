import { beforeAll, describe, expect, test } from 'vitest'
import { asker } from '../../src/apps/web/cases/server/asker.ts'
import { securityHeaders } from '../../src/apps/web/server/headers.ts'
import { noSessionCookie, readSessionCookie, sessionCookie } from '../../src/infra/people/cookie.ts'
import { LIMITS } from '../../src/usecases/people/limits.ts'
import { sharedTestApp, type TestApp } from '../web/cases/harness.ts'
import { idOf, letterOf, signedIn } from './world.ts'

let app: TestApp
beforeAll(async () => {
  app = await sharedTestApp()
}, 60_000)

describe('the cookie', () => {
  const token = 'a'.repeat(43)
  test('is out of reach of scripts and other sites, and over https of other hosts', () => {
    expect(sessionCookie(token, true, 60)).toBe(`__Host-session=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure`)
    expect(sessionCookie(token, false, 60)).toBe(`session=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax`)
    expect(noSessionCookie(true)).toMatch(/^__Host-session=; Max-Age=0; .*Secure$/)
  })

  test('of http is not taken over https, nor one beside another', () => {
    expect(readSessionCookie(`session=${token}`, true)).toBeNull()
    expect(readSessionCookie(`__Host-session=${token}; __Host-session=${'b'.repeat(43)}`, true)).toBeNull()
    expect(readSessionCookie(`session=${token}'--`, false)).toBeNull()
  })

  test('HSTS only where readers come by https', () => {
    expect(securityHeaders(true)['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security')
  })
})

describe('sessions', () => {
  test('a planted token opens nothing and is not taken over', async () => {
    const browser = app.browser()
    browser.cookie = `session=${'x'.repeat(43)}`
    const answer = await browser.post('/start', { as: 'patient' }, [letterOf('Ana Ruiz')])
    expect(idOf(answer.headers.get('location'))).not.toBe('')
    expect(browser.cookie).not.toContain('xxxx')
  })

  test('signing in makes a new one, and the former is worth nothing', async () => {
    const { people, cases } = app.running.application
    const browser = app.browser()
    const id = await app.caseOf(browser, letterOf('Ana Ruiz'))
    const before = browser.cookie
    const link = { purpose: 'signIn', email: 'fix@example.org', askedBy: await browser.person(), lang: 'en', next: '/' } as const
    const token = await people.signInLinks.make(link, cases.clock.now())
    await browser.post(`/sign-in/${token}`, {})
    expect(browser.cookie).not.toBe(before)
    expect((await browser.get(`/case/${id}`)).status).toBe(200)
    const thief = app.browser()
    thief.cookie = before
    expect((await thief.get(`/case/${id}`)).status).toBe(401)
    // And the link works once.
    expect((await app.browser().post(`/sign-in/${token}`, {})).headers.getSetCookie()).toEqual([])
  }, 60_000)

  test('after signing out the token is worth nothing, and the browser is told to forget', async () => {
    const browser = await signedIn(app, 'out@example.org')
    const kept = browser.cookie
    expect((await browser.get('/account')).status).toBe(200)
    const answer = await browser.post('/sign-out')
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    browser.cookie = kept
    expect((await browser.get('/account')).status).toBe(303)
  })

  test('what is too old is over, used or not', async () => {
    const { people, cases } = app.running.application
    const person = await people.people.create('en', cases.clock.now())
    const long = new Date(Date.now() - 61 * 86_400_000).toISOString() as ReturnType<typeof cases.clock.now>
    const token = await people.sessions.start(person, long)
    expect(await people.sessions.find(token, cases.clock.now())).toBeNull()
  })
})

describe('limits', () => {
  const from = (headers: Record<string, string>, proxies: number, socket = '203.0.113.9') =>
    asker(
      new Request('http://x/', { headers }),
      { incoming: { socket: { remoteAddress: socket } } },
      { proxies, origin: 'https://a.example' },
    ).from

  test('nobody names his own address', () => {
    expect(from({ 'x-forwarded-for': '1.2.3.4' }, 0)).toBe('203.0.113.9')
    expect(from({ 'x-forwarded-for': '6.6.6.6, 1.2.3.4' }, 1)).toBe('1.2.3.4')
    expect(from({ 'x-forwarded-for': '6.6.6.6, 1.2.3.4, 10.0.0.1' }, 2)).toBe('1.2.3.4')
    // Fewer hops than proxies: it did not come through them.
    expect(from({ 'x-forwarded-for': '6.6.6.6' }, 2)).toBe('203.0.113.9')
    expect(from({}, 1)).toBe('203.0.113.9')
  })

  test('being on this machine is believed only when nothing is in between', () => {
    const here = (headers: Record<string, string>, origin = 'http://localhost:8080', socket = '127.0.0.1', proxies = 0) =>
      asker(new Request('http://x/', { headers }), { incoming: { socket: { remoteAddress: socket } } }, { proxies, origin })
        .onThisMachine
    expect(here({ host: 'localhost:8080' })).toBe(true)
    expect(here({ host: '127.0.0.1:8080' }, 'http://localhost:8080', '::ffff:127.0.0.1')).toBe(true)
    expect(here({ host: 'evil.example:8080' })).toBe(false)
    expect(here({ host: 'localhost:8080', 'x-forwarded-for': '1.2.3.4' })).toBe(false)
    expect(here({ host: 'localhost:8080', via: '1.1 tunnel' })).toBe(false)
    expect(here({ host: 'localhost:8080' }, 'https://appeals.example')).toBe(false)
    expect(here({ host: 'localhost:8080' }, 'http://localhost:8080', '192.168.1.5')).toBe(false)
    expect(here({ host: 'localhost:8080' }, 'http://localhost:8080', '127.0.0.1', 1)).toBe(false)
    expect(here({})).toBe(false)
  })

  test('tries of links run out, whatever the asker says of his address', async () => {
    const now = app.running.application.cases.clock.now()
    const { limits } = app.running.application.people
    // Filled up for another address than the tests', which need theirs.
    for (let i = 0; i < LIMITS.linkTry.burst; i++) expect(await limits.take('linkTry', '198.51.100.7', now)).toBeNull()
    expect(await limits.take('linkTry', '198.51.100.7', now)).toBeGreaterThan(0)
    expect(await limits.take('linkTry', '198.51.100.8', now)).toBeNull()
  })
})
