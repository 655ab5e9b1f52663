import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APP_ROUTES } from '../../../src/apps/web/cases/routes.ts'
import { APP_WORDS } from '../../../src/apps/web/cases/words/words.ts'
import { may, type Role } from '../../../src/casefile/access.ts'
import type { CaseRole } from '../../../src/casefile/event.ts'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { type Browser, openTestApp, type TestApp } from './harness.ts'

const letter = {
  field: 'letter',
  name: 'letter.txt',
  bytes: new TextEncoder().encode(
    'Date of notice: October 6, 2026\nMember: Ana Ruiz\nMember ID: AB1234567\nWe have denied your request for ocrelizumab (Ocrevus) because step therapy was not completed.\nYou may appeal within 180 days.\n',
  ),
}

const MEMBERS: readonly CaseRole[] = ['representative', 'prescriber', 'staff']

let app: TestApp
let id: CaseId
const browsers = new Map<Role | 'stranger', Browser>()

beforeAll(async () => {
  app = await openTestApp({ OPERATORS: 'op@example.org', EDITORS: 'ed@example.org' })
  const owner = app.browser()
  id = await app.caseOf(owner, letter)
  browsers.set('patient', owner)
  browsers.set('visitor', app.browser())
  const { people, cases } = app.running.application
  const withSession = async (email: string | null): Promise<Browser> => {
    const browser = app.browser()
    const now = cases.clock.now()
    const person = email ? await people.people.ofEmail(email, 'en', now) : await people.people.create('en', now)
    browser.cookie = app.running.application.cookie.set(await people.sessions.start(person, now)).split(';')[0] ?? null
    return browser
  }
  for (const role of MEMBERS) {
    const browser = await withSession(null)
    await cases.cases.grant(id, await browser.person(), role)
    browsers.set(role, browser)
  }
  browsers.set('operator', await withSession('op@example.org'))
  browsers.set('editor', await withSession('ed@example.org'))
  browsers.set('stranger', await withSession('somebody@example.org'))
}, 60_000)
afterAll(() => app?.close())

const inACase = APP_ROUTES.filter((r) => r.needs === 'case')
const WHO = ['visitor', 'patient', 'representative', 'prescriber', 'staff', 'editor', 'operator', 'stranger'] as const

/** Any word that fits; a route that is let in may still say that there is no such thing. */
const filled = (path: string): string => path.replace(':case', id).replace(/:\w+\*?/g, 'none')

const shut = (status: number, body: string): boolean =>
  (status === 401 || status === 404) && body.includes(`<h1>${APP_WORDS.en.notHere}</h1>`)

/** What may be destroyed is asked last, and only of those who must be refused. */
const DESTROYS = new Set(['case.delete'])

describe('every page of a case, by everybody', () => {
  test.each(inACase.map((r) => [`${r.method} ${r.path}`, r] as const))(
    '%s',
    async (_, route) => {
      if (route.needs !== 'case') throw new Error('not a route of a case')
      for (const who of WHO) {
        const browser = browsers.get(who)
        if (!browser) throw new Error(`no browser for ${who}`)
        const role: Role = who === 'stranger' ? 'visitor' : who
        const circumstances = { authorization: false, opener: who === 'patient', administrator: false }
        const allowed = role !== 'visitor' && may(role, route.action, circumstances)
        if (allowed && route.method === 'post' && DESTROYS.has(route.action)) continue
        const path = filled(route.path)
        const answer = await (route.method === 'get' ? browser.get(path) : browser.post(path, { nothing: '' }))
        expect([who, shut(answer.status, await answer.text())]).toEqual([who, !allowed])
        expect(answer.status).not.toBe(500)
      }
    },
    60_000,
  )

  test('a form without its token is refused, whoever sends it', async () => {
    for (const who of ['patient', 'prescriber'] as const) {
      const answer = await browsers.get(who)?.post(`/case/${id}/letter/right`, { csrf: 'x' })
      expect(answer?.status).toBe(403)
    }
  })
})

describe('pages for somebody signed in', () => {
  test.each(APP_ROUTES.filter((r) => r.needs === 'person').map((r) => [`${r.method} ${r.path}`, r] as const))(
    '%s is not for a visitor',
    async (_, route) => {
      const path = filled(route.path)
      const browser = app.browser()
      const answer = await (route.method === 'get' ? browser.get(path) : browser.post(path))
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toContain('/sign-in')
    },
  )
})
