import { beforeAll, describe, expect, test } from 'vitest'
import { APP_ROUTES } from '../../src/apps/web/cases/routes.ts'
import { localOnly } from '../../src/apps/web/cases/server/answers.ts'
import { logTo } from '../../src/apps/web/server/log.ts'
import type { CaseId } from '../../src/usecases/cases/ports.ts'
import { localPath } from '../../src/usecases/people/address.ts'
import { type Browser, sharedTestApp, type TestApp } from '../web/cases/harness.ts'
import { letterOf, raw, signedIn, statusOf } from './world.ts'

let app: TestApp
let owner: Browser
let other: Browser
let id: CaseId
let otherId: CaseId
beforeAll(async () => {
  app = await sharedTestApp()
  owner = app.browser()
  other = app.browser()
  id = await app.caseOf(owner, letterOf('Ana Ruiz'))
  otherId = await app.caseOf(other, letterOf('Bo Lee'))
}, 60_000)

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  'https:evil.example',
  '/%2F/evil.example',
  '/\u0000/evil.example',
  '@evil.example',
  ' //evil.example',
]

describe('nobody is led elsewhere', () => {
  test.each(ELSEWHERE)('%j', (to) => {
    for (const made of [localOnly(to), localPath(to)]) {
      const at = new URL(made, 'https://appeals.example')
      expect([to, at.origin]).toEqual([to, 'https://appeals.example'])
      expect(made).toMatch(/^\/(?!\/)/)
      expect(made).not.toMatch(/[\r\n\\]/)
    }
  })

  test('paths of this site go through as they are', () => {
    for (const to of ['/', '/case/AbC_-1/evidence#facts', '/es/case/x/fact/treatments?item=1&read=2', '/sign-in?next=%2Fcases'])
      expect(localOnly(to)).toBe(to)
  })

  test('not after signing in either, through the whole server', async () => {
    const { people, cases } = app.running.application
    const now = cases.clock.now()
    for (const next of ELSEWHERE) {
      const link = { purpose: 'signIn', email: 'lead@example.org', askedBy: null, lang: 'en', next: localPath(next) } as const
      const token = await people.signInLinks.make(link, now)
      const answer = await app.browser().post(`/sign-in/${token}`, {})
      const location = answer.headers.get('location') ?? '/'
      expect([next, new URL(location, app.base).origin]).toEqual([next, app.base])
    }
  })
})

describe('paths that are tricks', () => {
  test.each([
    '/case/%2e%2e/letter',
    '/case/..%2f..%2fetc%2fpasswd/letter',
    '/case/%00/letter',
    '/case/%ff%fe/letter',
    '/case/%E0%A4%A/letter',
    '/case/%/letter',
    '//evil.example/case',
    '/case/x%2Fletter',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/.git/config',
    '/.env',
    '/data/master.key',
    `/case/${'a'.repeat(5000)}/letter`,
    '/es//evil.example',
    '/es/%2Fevil.example',
    '/CASE/x',
    '/case/x/letter/',
    '/case/\u00e9/letter',
    '/case/__proto__/letter',
    '/case/constructor/evidence/fact/__proto__',
  ])('%s', async (path) => {
    const answer = await raw(
      app.base,
      `GET ${Buffer.from(path).toString('latin1')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    const status = statusOf(answer)
    expect([301, 400, 401, 404, 431]).toContain(status)
    expect(answer).not.toMatch(/location: (?:https?:)?\/\//i)
    expect(answer).not.toMatch(/appealwright"|\[core\]|at .*\.ts:\d/)
  })

  test('every parameter of every route, of one who may see the case', async () => {
    const odd = ['%00', '..', '%2e%2e%2f', '__proto__', 'constructor', '-1', '9'.repeat(400), '%F0%9F%98%80', '%ff', "'or'1'='1"]
    const before = app.faults.length
    for (const route of APP_ROUTES) {
      if (route.method !== 'get' || !route.path.includes(':')) continue
      for (const value of odd) {
        const path = route.path.replace(':case', id).replace(/:\w+\*?/g, value)
        const answer = await owner.get(path)
        expect([path, answer.status < 500]).toEqual([path, true])
        await answer.arrayBuffer()
      }
    }
    expect(app.faults.length).toBe(before)
  }, 60_000)

  test('queries nobody wrote', async () => {
    for (const query of [
      '?page=NaN&w=1e9',
      '?item=__proto__&read=-1',
      '?read=1e309',
      '?w=1400&w=700',
      `?next=${'%2F'.repeat(2000)}`,
      '?=&&=&',
    ])
      for (const path of [
        `/case/${id}/letter`,
        `/case/${id}/evidence/fact/treatments`,
        `/case/${id}/page/denial-1/1`,
        '/sign-in',
      ])
        expect([path, query, (await owner.get(path + query)).status < 500]).toEqual([path, query, true])
  })
})

describe('things of another case', () => {
  test('an id of another case gives nothing within one\u2019s own', async () => {
    const doc = 'denial-1'
    const own = await owner.get(`/case/${id}/source/${doc}/1`)
    expect(own.status).toBe(200)
    for (const path of [
      `/case/${otherId}/source/${doc}/1`,
      `/case/${otherId}/page/${doc}/1`,
      `/case/${otherId}/export`,
      `/case/${otherId}/people`,
    ])
      expect([path, (await owner.get(path)).status]).toEqual([path, 404])
  })

  test('keys of the store that are no documents are no files', async () => {
    const names = [
      'kept',
      'analysis',
      `../${otherId}/denial-1`,
      `${otherId}:denial-1`,
      'denial-1%00',
      'blob',
      'letter.pdf',
      'page-denial-1-1',
      'denial-2',
    ]
    for (const name of names)
      for (const path of [
        `/case/${id}/page/${encodeURIComponent(name)}/1`,
        `/case/${id}/source/${encodeURIComponent(name)}/1`,
        `/case/${id}/files/${encodeURIComponent(name)}`,
      ]) {
        const answer = await owner.get(path)
        expect([path, answer.status === 200 && !(answer.headers.get('content-type') ?? '').startsWith('text/html')]).toEqual([
          path,
          false,
        ])
      }
  })

  test('a link of one case opens no other, and revoked none', async () => {
    const { people } = app.running.application
    const { caseLinks } = people
    const now = app.running.application.cases.clock.now()
    const person = await owner.person()
    const made = await caseLinks.make({ case: id, kind: 'signing', signing: 's1', role: 'prescriber' }, person, now)
    const doctor = await signedIn(app, 'doctor@example.org')
    await caseLinks.admit(made.id, await doctor.person(), now)
    expect((await doctor.get(`/case/${id}`)).status).not.toBe(404)
    expect((await doctor.get(`/case/${otherId}`)).status).toBe(404)
    for (const forbidden of ['people', 'export', 'delete'])
      expect([forbidden, (await doctor.get(`/case/${id}/${forbidden}`)).status]).toEqual([forbidden, 404])
    await caseLinks.revoke(id, made.id)
    expect((await doctor.get(`/case/${id}`)).status).toBe(404)
  })
})

describe('the log', () => {
  test('holds no token of a link, whole or in part', () => {
    const lines: string[] = []
    const log = logTo((text) => lines.push(text), true)
    const token = 'Zk3vQ9-aBcDeFgHiJkLmNoPqRsTuVwXyZ_0123456789'
    for (const path of [`/sign-in/${token}`, `/es/resume/${token}`, `/signing/${token.slice(0, 32)}`, `/calendar/${token}.ics`]) {
      log({ event: 'request', method: 'GET', path, status: 200, ms: 1 })
      log({ event: 'fault', method: 'GET', path, at: 'x.ts:1' })
    }
    expect(lines).toHaveLength(8)
    expect(lines.filter((line) => line.includes(token.slice(0, 12)))).toEqual([])
    log({
      event: 'request',
      method: 'GET',
      path: '/help/blue-cross-blue-shield-of-michigan/a-very-long-treatment-name-of-a-drug',
      status: 200,
      ms: 1,
    })
    expect(lines.at(-1)).toContain('a-very-long-treatment-name-of-a-drug')
  })
})
