import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APP_ROUTES } from '../../src/apps/web/cases/routes.ts'
import { type MailServer, startMailServer } from '../infra/fakes/smtp.ts'
import { makeBrowser, openTestApp, type TestApp } from '../web/cases/harness.ts'
import { crawl, PLANT, see, type Visit } from './crawler.ts'
import { type LoggedServer, letterOf, loggedServer, signedIn } from './world.ts'

/** Words that stand in the letter, in what is typed and in names of files, and must stand nowhere else. */
const CANARIES = ['Quillfeather', 'Zyquavimab', 'QXJ5550199', 'ZQPLANT']

const INSIDE =
  /^\/(?:es\/)?(?:case|cases|account|sign-in|change-email|resume|signing|organisations?|people|operate|stats|pay)(?:\/|\?|$)/

let app: TestApp
let mail: MailServer
let logged: LoggedServer
let visits: readonly Visit[]
let cookies: string[]

beforeAll(async () => {
  mail = await startMailServer()
  app = await openTestApp({
    MAIL_HOST: '127.0.0.1',
    MAIL_PORT: String(mail.port),
    MAIL_TLS: 'none',
    MAIL_FROM: 'appeals@example.org',
    OPERATORS: 'op@example.org',
    EDITORS: 'op@example.org',
  })
  logged = await loggedServer(app.running)
  const browser = Object.assign(makeBrowser(logged.base, app.running), { cookie: (await signedIn(app, 'op@example.org')).cookie })
  const letter = letterOf('Xolanthe Quillfeather', `Zyquavimab ${PLANT}`, 'QXJ5550199')
  const id = await app.caseOf(browser, { ...letter, name: `Quillfeather ${PLANT.replaceAll('/', '')}.txt` })
  const at = [
    `/case/${id}`,
    `/case/${id}/letter`,
    `/case/${id}/draft`,
    `/es/case/${id}`,
    '/cases',
    '/account',
    '/sign-in',
    '/operate',
    '/stats',
    '/organisations',
  ]
  visits = await crawl(app, browser, at, PLANT, INSIDE, 55)
  cookies = [browser.cookie ?? '']
}, 240_000)
afterAll(async () => {
  await logged?.close()
  await app?.close()
  await mail?.close()
})

describe('what anybody typed is never markup', () => {
  test('on no page is there a planted tag or attribute, inline style or script, or anything from elsewhere', () => {
    expect(visits.length).toBeGreaterThan(20)
    const wrong = visits.filter((v) => v.seen.wrong.length > 0)
    expect(wrong.map((v) => [v.path.replace(/case\/[^/]+/, 'case'), [...new Set(v.seen.wrong)]])).toEqual([])
  })

  test('nothing typed breaks a page', () => {
    expect(visits.filter((v) => v.status >= 500).map((v) => `${v.status} ${v.path}`)).toEqual([])
    expect(app.faults).toEqual([])
  })

  test('the mark was really typed and shown', () => {
    expect(visits.filter((v) => v.path.startsWith('POST')).length).toBeGreaterThan(8)
    expect(visits.filter((v) => v.marked).length).toBeGreaterThan(3)
  })

  test('the looking itself sees what is wrong', () => {
    for (const bad of [
      '<p style="color:red">',
      '<b onclick=x()>',
      '<script>1</script>',
      '<a href=" javascript:x()">',
      `<i>${PLANT}`,
      `<input value="${PLANT}">`,
      '<img src="//evil.example/x">',
      '<form action="https://evil.example">',
    ])
      expect([bad, see(bad).wrong.length > 0]).toEqual([bad, true])
    expect(see('<script type="module" src="/assets/a.js"></script><p class="x">fine</p>').wrong).toEqual([])
  })

  test('nor on the pages that anybody may see', async () => {
    for (const route of APP_ROUTES) {
      if (route.needs !== 'anybody' || route.method !== 'get') continue
      const path = route.path.replace(/:\w+\*?/g, encodeURIComponent(PLANT))
      for (const query of ['', `?next=${encodeURIComponent(PLANT)}&q=${encodeURIComponent(PLANT)}`]) {
        const answer = await app.browser().get(path + query)
        expect([path, answer.status < 500, see(await answer.text()).wrong]).toEqual([path, true, []])
      }
    }
  })
})

const held = (text: string): string[] => CANARIES.filter((word) => text.includes(word))
const hex = CANARIES.map((word) => Buffer.from(word).toString('hex'))

describe('what anybody typed stays where it belongs', () => {
  test('not in the log, nor any token', () => {
    expect(logged.lines.length).toBeGreaterThan(20)
    const text = decodeURIComponent(logged.lines.join('\n').replaceAll('%', '%25'))
    expect(held(text)).toEqual([])
    for (const cookie of cookies) expect(text).not.toContain(cookie.split('=')[1])
    expect(held(app.faults.join())).toEqual([])
  })

  test('not in an address', () => {
    const addresses = visits.flatMap((v) => [v.path, v.headers.get('location') ?? '', ...v.seen.links])
    expect(addresses.filter((a) => held(a).length > 0)).toEqual([])
  })

  test('not in a header', () => {
    for (const v of visits)
      for (const [name, value] of v.headers)
        if (name !== 'content-disposition') expect([v.path, name, held(value)]).toEqual([v.path, name, []])
  })

  test('not in a mail', () => {
    expect(mail.received.length).toBeGreaterThan(0)
    for (const { raw, mail: read } of mail.received) expect(held(raw + (read.text ?? '') + (read.html ?? ''))).toEqual([])
  })

  test('not in any column of any table, jobs included', async () => {
    const client = new pg.Client(app.database)
    await client.connect()
    try {
      const { rows: tables } = await client.query<{ s: string; t: string; rows: string }>(
        "select table_schema s, table_name t from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'",
      )
      let seen = 0
      const found: string[] = []
      for (const { s, t } of tables) {
        // Bytes are written as hexadecimal digits.
        const { rows } = await client.query<{ row: string }>(`select t::text as row from "${s}"."${t}" t`)
        seen += rows.length
        if (rows.some(({ row }) => held(row).length > 0 || hex.some((word) => row.includes(word)))) found.push(t)
      }
      expect(seen).toBeGreaterThan(50)
      // A clinic's public name is no health data, and is kept as it is.
      expect(found.filter((t) => t !== 'organisation')).toEqual([])
    } finally {
      await client.end()
    }
  })

  test('not in any file', () => {
    const files = readdirSync(app.dataDir, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const path = join(file.parentPath, file.name)
      if (statSync(path).size < 50_000_000) expect([file.name, held(readFileSync(path, 'latin1'))]).toEqual([file.name, []])
    }
  })

  test('the words are in the case all the same', () => {
    expect(visits.some((v) => v.canary)).toBe(true)
  })
})

describe('every answer', () => {
  test('has the headers that keep a browser from harm', () => {
    for (const { path, headers } of visits) {
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
      expect([path, headers.get('referrer-policy')]).toEqual([path, 'same-origin'])
      expect([path, headers.get('cross-origin-opener-policy')]).toEqual([path, 'same-origin'])
      expect([path, headers.get('cross-origin-resource-policy')]).toEqual([path, 'same-origin'])
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect([path, policy]).toEqual([path, expect.stringContaining(part)])
      expect([path, /unsafe|\*/.test(policy)]).toEqual([path, false])
    }
  })

  test('about a case is kept by nobody; a picture of a page by this browser alone', () => {
    const of = visits.filter((v) => /\/case\//.test(v.path))
    expect(of.length).toBeGreaterThan(10)
    for (const { path, headers, status } of of) {
      const picture = (headers.get('content-type') ?? '').startsWith('image/')
      const right = status === 301 || headers.get('cache-control') === (picture ? 'private, max-age=86400' : 'no-store')
      expect([path, headers.get('cache-control'), right]).toEqual([path, headers.get('cache-control'), true])
    }
  })
})
