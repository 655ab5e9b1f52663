import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readStartSettings } from '../../../src/apps/startSettings.ts'
import { APP_ROUTES } from '../../../src/apps/web/cases/routes.ts'
import { backUp, checkAudit, operating, restoreFrom } from '../../../src/apps/wireData.ts'
import { readAdapterSettings } from '../../../src/apps/wireSettings.ts'
import { ok } from '../../../src/base/outcome.ts'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { freshDatabase } from '../../infra/testDatabase.ts'
import { type Browser, openTestApp, type TestApp } from './harness.ts'

const denial = {
  field: 'letter',
  name: 'letter.txt',
  bytes: new TextEncoder().encode(
    'Date of notice: October 6, 2026\nMember: Ana Ruiz\nMember ID: AB1234567\nWe have denied your request for ocrelizumab (Ocrevus) because step therapy was not completed.\nYou may appeal within 180 days.\n',
  ),
}

/** Of a plan whose kind is known, so that its deadline is. */
const dated = {
  field: 'letter',
  name: 'denial.pdf',
  bytes: readFileSync(join(import.meta.dirname, '../../../examples/ocrelizumab-step-therapy/denial.pdf')),
}

let app: TestApp
let operator: Browser
let database: pg.Client
beforeAll(async () => {
  app = await openTestApp({ OPERATORS: 'op@example.org', FAX_PROVIDER: 'off', RETENTION_DAYS: '400' })
  operator = await withEmail('op@example.org')
  database = new pg.Client(app.database)
  await database.connect()
}, 60_000)
afterAll(async () => {
  await database?.end()
  await app?.close()
})

async function withEmail(email: string): Promise<Browser> {
  const { people, cases, cookie } = app.running.application
  const browser = app.browser()
  const now = cases.clock.now()
  browser.cookie =
    cookie.set(await people.sessions.start(await people.people.ofEmail(email, 'en', now), now)).split(';')[0] ?? null
  return browser
}

describe('the operator’s pages', () => {
  test('are there for nobody else', async () => {
    const somebody = await withEmail('somebody@example.org')
    const routes = APP_ROUTES.filter((r) => r.path.startsWith('/operate'))
    expect(routes.length).toBeGreaterThan(8)
    for (const { method, path } of routes) {
      const filled = path.replace(/:\w+/g, 'none')
      const ask = (browser: Browser) => (method === 'get' ? browser.get(filled) : browser.post(filled))
      expect([path, (await ask(somebody)).status]).toEqual([path, 404])
      expect([path, (await ask(app.browser())).status]).toEqual([path, 303])
    }
  })

  test('say how the service stands; machines are told whether all is well', async () => {
    expect(await (await operator.get('/operate')).text()).toContain('All is well')
    const health = await app.browser().get('/health')
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', database: true }])
  })

  test('show no secret and no address', async () => {
    const page = await (await operator.get('/operate/settings')).text()
    expect([page.includes('op@example.org'), page.includes('•••'), page.includes('DATABASE_URL')]).toEqual([false, true, true])
  })

  test('a job that failed is listed by its code, and tried again', async () => {
    await database.query(`insert into pgboss.job (name, data, state, completed_on, output, singleton_key)
      values ('mail', '{"message":"none"}', 'failed', now(), '{"why":"provider-busy"}', 'test')`)
    const page = await (await operator.get('/operate')).text()
    expect(page).toContain('provider-busy')
    const path = /action="(\/operate\/jobs\/[^"]+\/retry)"/.exec(page)?.[1] ?? ''
    expect((await operator.post(path)).status).toBe(303)
    for (let i = 0; i < 100 && (await app.running.application.operations.failedJobs()).length; i++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await app.running.application.operations.failedJobs()).toEqual([])
  })

  test('an audit entry changed behind our back is found', async () => {
    expect(await (await operator.post('/operate/audit')).text()).toContain('as they were written')
    await database.query('alter table audit disable trigger audit_append_only')
    await database.query(`update audit set text = replace(text, '"from":null', '"from":"x"') where seq = 1`)
    expect(await (await operator.post('/operate/audit')).text()).toContain('Entry 1 is not as it was written')
    await database.query(`update audit set text = replace(text, '"from":"x"', '"from":null') where seq = 1`)
  })
})

describe('retention', () => {
  const untouched = async (id: CaseId, days: number) => {
    await database.query(`update case_record set changed = now() - make_interval(days => $2) where id = $1`, [id, days])
  }

  test('a case nobody touched is due one day after the time and not one before; an open deadline keeps it', async () => {
    const { operations, cases } = app.running.application
    const browser = app.browser()
    const id = await app.caseOf(browser, dated)
    expect(await (await browser.get(`/case/${id}`)).text()).toContain('case-due')
    await untouched(id, 399)
    expect(await operations.retirable()).not.toContain(id)
    await untouched(id, 401)
    // Its deadline is months ahead.
    expect(await operations.retirable()).not.toContain(id)
    const kept = await cases.cases.kept(id, 'analysis')
    await cases.cases.keep(id, 'analysis', kept?.seq ?? 0, (kept?.json ?? '').replace(/"(20\d\d)-(\d\d-\d\d)/g, '"2020-$2'))
    await untouched(id, 401)
    expect(await operations.retirable()).toContain(id)
    await untouched(id, 399)
    expect(await operations.retirable()).not.toContain(id)
  }, 60_000)

  test('cleaning up says what went, and sessions that ended go with it', async () => {
    await database.query(`update session set used = now() - interval '15 days' where person not in
      (select person from session order by started limit 1)`)
    const page = await (await operator.post('/operate/retention')).text()
    expect(page).toContain('expired sessions')
  })
})

describe('everything about a case', () => {
  test('is saved as one archive', async () => {
    const browser = app.browser()
    const id = await app.caseOf(browser, denial)
    expect(await (await browser.get(`/case/${id}/export`)).text()).toContain(`/case/${id}/export/archive`)
    const answer = await browser.get(`/case/${id}/export/archive`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([answer.headers.get('content-type'), bytes.subarray(0, 4).toString('latin1')]).toEqual([
      'application/zip',
      'PK\x03\x04',
    ])
    for (const name of ['documents/01-denial-letter.txt', 'events.json', 'answers.yaml', 'analysis.json', 'README.txt'])
      expect(bytes.includes(name)).toBe(true)
  }, 60_000)

  test('is deleted once the word is typed, and not before', async () => {
    const browser = app.browser()
    const id = await app.caseOf(browser, denial)
    const wrong = await browser.post(`/case/${id}/delete`, { word: 'DELET' })
    expect([wrong.status, (await browser.get(`/case/${id}`)).status]).toEqual([422, 200])
    const page = await (await browser.get(`/case/${id}/delete`)).text()
    expect(page).toContain('the one document you gave')
    expect((await browser.post(`/case/${id}/delete`, { word: ' delete' })).headers.get('location')).toBe('/cases?deleted=1')
    expect((await browser.get(`/case/${id}`)).status).toBe(404)
    const { rows } = await database.query('select 1 from case_key where case_id = $1', [id])
    expect(rows).toEqual([])
  }, 60_000)
})

describe('the commands', () => {
  test('back up beside the running service, restore elsewhere, verify, and clean up', async () => {
    await app.caseOf(app.browser(), denial)
    const { host, database: name } = app.database
    const here = {
      DATA_DIR: app.dataDir,
      DATABASE_URL: `postgresql://postgres@/${name}?host=${encodeURIComponent(String(host))}`,
    }
    const root = mkdtempSync(join(tmpdir(), 'backups-'))
    const target = await freshDatabase()
    try {
      const made = await backUp(here, root, 1)
      const again = await backUp(here, root, 1)
      expect([made.ok, again.ok && again.value.copied]).toEqual([true, 0])
      const key = readFileSync(join(app.dataDir, 'master.key'), 'utf8').trim()
      const there = { DATA_DIR: join(root, 'data'), DATABASE_URL: target.url, APP_KEY: key }
      const restored = await restoreFrom(there, root, null)
      expect([restored.ok, restored.ok && restored.value.cases]).toEqual([true, made.ok && made.value.cases])
      const [before, after] = [await checkAudit(here), await checkAudit(there)]
      expect(after).toEqual(before)
      const due = await operating(there, async (operations) => ok(await operations.retirable()))
      expect(due.ok && due.value).toEqual([])
      expect((await restoreFrom(there, root, null)).ok).toBe(false)
    } finally {
      await target.drop()
      rmSync(root, { recursive: true, force: true })
    }
  }, 60_000)
})

describe('settings', () => {
  test('everything that is wrong is said at once, by the name it was set under', () => {
    const read = readStartSettings({
      PORT: 'x',
      PUBLIC_URL: 'http://appeals.example',
      PRICE_MODE: 'paid',
      MAIL_HOST: 'mail.example',
      OCR: 'maybe',
      RETENTION_DAYS: '3',
      WORKERS: 'no',
      S3_BUCKET: 'b',
      OPERATORS: 'nobody',
      RETENTION_DAY: '400',
    })
    expect(read.ok ? [] : read.problems.map((p) => p.where).sort()).toEqual(
      [
        'MAIL_FROM',
        'OCR',
        'OPERATORS',
        'PORT',
        'PRICE_MODE',
        'PUBLIC_URL',
        'RETENTION_DAY',
        'RETENTION_DAYS',
        'S3',
        'WORKERS',
      ].sort(),
    )
  })

  test('names that are almost ours are named, those of others are left alone', () => {
    const odd = (env: Record<string, string>) => {
      const read = readStartSettings(env)
      return read.ok ? read.value.odd.map((p) => p.where) : null
    }
    expect(odd({ STRIPE_SECRETKEY: 'x', RETENTION_DAY: '1', MAIL_HOTS: 'x', DATABASEURL: 'x', FAX_COLOUR: 'x' })).toEqual([
      'STRIPE_SECRETKEY',
      'RETENTION_DAY',
      'MAIL_HOTS',
      'DATABASEURL',
      'FAX_COLOUR',
    ])
    const usual = {
      HOME: '/root',
      LANG: 'en',
      PATH: '/bin',
      PWD: '/',
      LOGNAME: 'x',
      MAIL: '/var/mail/x',
      HOSTNAME: 'h',
      NODE_ENV: 'x',
      EDITOR: 'vi',
      npm_config_port: '1',
    }
    expect(odd(usual)).toEqual([])
  })

  test('a blank value is as good as none', () => {
    const read = readAdapterSettings({ RETENTION_DAYS: '', BACKUP_DIR: '', PRICE_MODE: '' })
    expect(read.ok && [read.value.keeping.RETENTION_DAYS, read.value.payment.PRICE_MODE]).toEqual([400, 'free'])
  })
})
