import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sharedTestApp, type TestApp } from './harness.ts'

const examples = join(import.meta.dirname, '../../../examples')
const denial = {
  field: 'letter',
  name: 'denial.pdf',
  bytes: readFileSync(join(examples, 'ocrelizumab-step-therapy/denial.pdf')),
}

let app: TestApp
beforeAll(async () => {
  app = await sharedTestApp()
}, 60_000)

describe('a letter is dropped', () => {
  test('a case is opened without an account, and the letter is read', async () => {
    const browser = app.browser()
    const id = await app.caseOf(browser, denial)
    const page = await (await browser.get(`/case/${id}/letter`)).text()
    expect(page).toContain('NBA417290386')
  }, 30_000)

  test('another browser is not told whether the case exists', async () => {
    const id = await app.caseOf(app.browser(), denial)
    const other = app.browser()
    await app.caseOf(other, denial)
    const [held, none] = await Promise.all([other.get(`/case/${id}/letter`), other.get(`/case/AAAAAAAAAAAAAAAAAAAAAA/letter`)])
    expect([held.status, none.status]).toEqual([404, 404])
    const text = async (r: Response) => (await r.text()).replace(/value="[^"]*"/g, '')
    expect(await text(held)).toBe(await text(none))
  }, 30_000)

  test('nothing given is said beside the form', async () => {
    const answer = await app.browser().post('/start', { text: '   ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('There is no letter yet.')
  })

  test('a kind of file that is not read is said, with what is', async () => {
    const answer = await app
      .browser()
      .post('/start', {}, [{ field: 'letter', name: 'x.zip', bytes: new Uint8Array([0, 1, 2, 0]) }])
    expect(answer.status).toBe(415)
    expect(await answer.text()).toContain('Send a PDF')
  })

  test('a form from another site is refused', async () => {
    const answer = await fetch(`${app.base}/start`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ text: 'x' }),
      redirect: 'manual',
    })
    expect(answer.status).toBe(403)
  })
})
