import { beforeAll, describe, expect, test } from 'vitest'
import { loggedPath } from '../../../src/apps/web/server/log.ts'
import type { CaseRole } from '../../../src/casefile/event.ts'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { type Browser, sharedTestApp, type TestApp } from './harness.ts'

const denial = {
  field: 'letter',
  name: 'letter.txt',
  bytes: new TextEncoder().encode(
    'Date of notice: October 6, 2026\nMember: Ana Ruiz\nMember ID: AB1234567\nWe have denied your request for ocrelizumab (Ocrevus) because step therapy was not completed.\nYou may appeal within 180 days.\n',
  ),
}

let app: TestApp
let owner: Browser
let id: CaseId
beforeAll(async () => {
  app = await sharedTestApp()
  owner = app.browser()
  id = await app.caseOf(owner, denial)
}, 60_000)

async function link(role: CaseRole, browser = owner): Promise<string> {
  const page = await (await browser.post(`/case/${id}/people/links`, { role })).text()
  const url = /http[^<"]+\/resume\/[\w-]+/.exec(page)?.[0]
  if (!url) throw new Error('no link was shown')
  return new URL(url).pathname
}

async function joined(role: CaseRole): Promise<Browser> {
  const browser = app.browser()
  expect((await browser.post(await link(role))).headers.get('location')).toBe(`/case/${id}`)
  return browser
}

const roleOf = async (browser: Browser) => app.running.application.cases.cases.roleOf(id, await browser.person())

async function withEmail(email: string): Promise<Browser> {
  const { people, cases, cookie } = app.running.application
  const browser = app.browser()
  const now = cases.clock.now()
  browser.cookie =
    cookie.set(await people.sessions.start(await people.people.ofEmail(email, 'en', now), now)).split(';')[0] ?? null
  return browser
}

describe('a private link', () => {
  test('opening it changes nothing; its button lets a browser in, in the role it was made for', async () => {
    const path = await link('staff')
    const browser = app.browser()
    const page = await browser.get(path)
    expect([page.status, page.headers.get('referrer-policy'), browser.cookie]).toEqual([200, 'no-referrer', null])
    expect((await browser.get(`/case/${id}`)).status).toBe(401)
    expect((await browser.post(path)).status).toBe(303)
    expect((await browser.get(`/case/${id}`)).status).toBe(200)
    expect(await roleOf(browser)).toBe('staff')
  })

  test('nobody gives a stronger role than their own', async () => {
    const helper = await joined('representative')
    const answer = await helper.post(`/case/${id}/people/links`, { role: 'patient' })
    expect([answer.status, /\/resume\//.test(await answer.text())]).toEqual([403, false])
    expect(await link('representative', helper)).toContain('/resume/')
  })

  test('taken back, it opens nothing', async () => {
    const path = await link('prescriber')
    const page = await (await owner.get(`/case/${id}/people`)).text()
    const revoke = [...page.matchAll(/action="([^"]+\/revoke)"/g)].at(-1)?.[1] ?? ''
    await owner.post(revoke)
    expect((await app.browser().post(path)).status).toBe(403)
  })

  test('its token is never in the log', () => {
    const token = 'Zk3v9Qm_pL2x7Wc1Rt5Yb8Nd4Hf6Js0Ga-Ue2Io3Kq9A'
    for (const place of ['resume', 'sign-in', 'change-email', 'signing']) {
      expect(loggedPath(`/${place}/${token}`)).toBe(`/${place}/…`)
      expect(loggedPath(`/es/${place}/${token}`)).toBe(`/es/${place}/…`)
      expect(loggedPath(`/${place}/short`)).toBe(`/${place}/…`)
    }
    expect(loggedPath(`/calendar/${token}`)).toBe('/calendar/…')
    expect(loggedPath('/case/AAAAAAAAAAAAAAAAAAAAAA/letter')).toBe('/case/AAAAAAAAAAAAAAAAAAAAAA/letter')
    expect(loggedPath('/sign-in')).toBe('/sign-in')
  })
})

describe('people of a case', () => {
  test('whom the patient takes out can not open it any more', async () => {
    const staff = await joined('staff')
    await owner.post(`/case/${id}/people/members/${await staff.person()}/remove`)
    expect((await staff.get(`/case/${id}`)).status).toBe(404)
  })

  test('a helper can not take out the patient, nor staff anybody; everybody can leave', async () => {
    const [helper, staff] = [await joined('representative'), await joined('staff')]
    const remove = async (by: Browser, who: Browser) =>
      (await by.post(`/case/${id}/people/members/${await who.person()}/remove`)).status
    expect([await remove(helper, owner), await remove(staff, helper), await remove(staff, staff)]).toEqual([403, 403, 303])
    expect([await roleOf(owner), await roleOf(helper), await roleOf(staff)]).toEqual(['patient', 'representative', null])
  })

  test('the signed form lets the helper do what waits for it', async () => {
    const page = await (await owner.get(`/case/${id}/people`)).text()
    expect(page).toContain('The signed form is not here yet.')
    const none = await owner.post(`/case/${id}/people/authorization`)
    expect([none.status, (await none.text()).includes('No file was chosen.')]).toEqual([422, true])
    await owner.post(`/case/${id}/people/authorization`, {}, [{ ...denial, field: 'form', name: 'signed form.txt' }])
    expect(await (await owner.get(`/case/${id}/people`)).text()).toContain('The signed form is here: signed form.txt.')
  })

  test('others see of an address only that somebody is there', async () => {
    const path = await link('staff')
    const colleague = await withEmail('colleague@clinic.example')
    await colleague.post(path)
    expect(await (await owner.get(`/case/${id}/people`)).text()).toContain('colleague@clinic.example')
    const staff = await joined('staff')
    const seen = await (await staff.get(`/case/${id}/people`)).text()
    expect([seen.includes('colleague@clinic.example'), seen.includes('c…@clinic.example')]).toEqual([false, true])
  })
})

describe('an office', () => {
  test('its members open what is shared with it, until the sharing stops', async () => {
    const admin = await withEmail('admin@clinic.example')
    const made = await admin.post('/organisations', { name: 'Riverside Neurology' })
    const organisation = made.headers.get('location')?.split('/').at(-1) ?? ''
    await admin.post(`/organisations/${organisation}/members`, { email: 'nurse@clinic.example', role: 'staff' })
    const nurse = await withEmail('nurse@clinic.example')
    expect((await nurse.get(`/case/${id}`)).status).toBe(404)

    await admin.post(await link('representative'))
    await admin.post(`/case/${id}/people/organisations`, { organisation })
    expect((await nurse.get(`/case/${id}`)).status).toBe(200)
    expect(await (await nurse.get('/cases')).text()).toContain(`/case/${id}`)

    await admin.post(`/case/${id}/people/organisations/${organisation}/remove`)
    expect((await nurse.get(`/case/${id}`)).status).toBe(404)
  })

  test('somebody else’s is not there, and can not be shared with', async () => {
    const admin = await withEmail('other@clinic.example')
    const organisation =
      (await admin.post('/organisations', { name: 'Lakeside' })).headers.get('location')?.split('/').at(-1) ?? ''
    const stranger = await withEmail('stranger@clinic.example')
    expect((await stranger.get(`/organisations/${organisation}`)).status).toBe(404)
    const put = await stranger.post(`/organisations/${organisation}/members`, { email: 'stranger@clinic.example', role: 'admin' })
    expect(put.status).toBe(404)
    await owner.post(`/case/${id}/people/organisations`, { organisation })
    expect(await (await owner.get(`/case/${id}/people`)).text()).not.toContain('Lakeside')
  })

  test('somebody has to administer it', async () => {
    const admin = await withEmail('last@clinic.example')
    const path = (await admin.post('/organisations', { name: 'Hilltop' })).headers.get('location') ?? ''
    const answer = await admin.post(`${path}/members/${await admin.person()}/remove`)
    expect([answer.status, (await answer.text()).includes('Somebody has to administer')]).toEqual([422, true])
  })
})
