import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CivilDate, longDate } from '../../../src/base/date.ts'
import { followSending } from '../../../src/usecases/cases/send/follow.ts'
import { FAX_PROJECT, type FaxService, startFaxService } from '../../infra/fakes/fax.ts'
import { faultsOf } from './check.ts'
import { begin, draw, press, settled } from './steps.ts'
import { DESK, EXAMPLES, openStory, type StoryWorld, WHY } from './world.ts'

const example = (name: string) => join(EXAMPLES, 'ocrelizumab-step-therapy', name)
const RECORDS = ['mri-2026-09-03.pdf', 'neurology-note-2026-09-14.pdf', 'pharmacy-history.pdf'].map((n) =>
  example(`records/${n}`),
)
const OWN_WORDS = 'I am asking for this medicine because the earlier ones did not stop new relapses.'
const answerOf = (today: CivilDate) => `Date of notice: ${longDate(today)}
Re: Appeal of Case Reference NBA417290386. Member: Renata Holloway.
We have completed our review of your appeal. After review, we have decided to uphold our original decision.
The request for ocrelizumab (Ocrevus) remains denied because step therapy was not completed.
You may request an external review by an independent review organization within four months of this notice.`

let fax: FaxService
let world: StoryWorld

describe.skipIf(WHY !== '')(`step therapy by PDF, from the letter to the next level${WHY && ` (skipped: ${WHY})`}`, () => {
  const faults: string[] = []
  beforeAll(async () => {
    fax = await startFaxService()
    const FAX = { FAX_PROVIDER: 'sinch', FAX_URL: fax.url, FAX_PROJECT, FAX_KEY: 'key-id', FAX_SECRET: 'key-secret' }
    world = await openStory({ ...FAX, SENDING_NETWORK: 'loopback' })
  }, 120_000)
  afterAll(async () => {
    await world?.close()
    await fax?.close()
  })

  test('read, asked, proven, drafted, signed by the prescriber, faxed, answered, taken to the next level', async () => {
    const { page } = await world.person()
    const look = async (name: string) => void faults.push(...(await faultsOf(page, `step ${name}`)))
    const said: string[] = []
    page.on('pageerror', (error) => said.push(error.message))

    // The letter.
    const id = await begin(page, '/start', async () => {
      await look('start')
      await page.setInputFiles('#letter', example('denial.pdf'))
    })
    expect(
      await page
        .locator('.findings')
        .allInnerTexts()
        .then((t) => t.join(' ')),
    ).toContain('NBA417290386')
    await look('letter')
    await press(page, 'form[action$="/letter/right"] button')
    expect(await page.locator('main').innerText()).toMatch(/Ocrelizumab/)
    await look('overview')

    // One question a page; what is not known is put off.
    await page.goto(`/case/${id}/questions`)
    await page.fill('#field-denial-received-date', 'yesterday week')
    await press(page, 'button[value=save]')
    expect(await page.locator('#field-denial-received-date-error').innerText()).toBeTruthy()
    expect(await page.inputValue('#field-denial-received-date')).toBe('yesterday week')
    await look('question refused')
    await press(page, 'button[value=skip]')
    await page.goto(`/case/${id}/questions/patient.address`)
    await page.fill('#field-patient-address', '12 Elm Street\nAustin, TX 78701')
    await press(page, 'button[value=save]')
    await page.goto(`/case/${id}/questions/all`)
    expect(await page.locator('main').innerText()).toContain('12 Elm Street')
    await look('answers')

    // Records and the plan's own policy.
    await page.goto(`/case/${id}/evidence`)
    await page.setInputFiles('#file-record', RECORDS)
    await press(page, 'form:has(#file-record) button')
    await settled(page)
    await page.setInputFiles('#file-policy', example('policy.pdf'))
    await press(page, 'form:has(#file-policy) button')
    await settled(page)
    expect(await page.locator('.document').count()).toBe(5)
    await look('evidence')
    await page.goto(`/case/${id}/criteria`)
    expect(await page.locator('.rule .tag.met, .rule .tag.exception').count()).toBeGreaterThan(0)
    await look('criteria')

    // The draft: a sentence, where it is from, and the writer's own.
    await page.goto(`/case/${id}/draft`)
    const cited = page.locator('.letter-body p a.sentence, .letter p a.sentence')
    await cited.nth(3).click()
    await page.waitForSelector('#source:not(.idle) .supports')
    await look('source')
    await page.locator('.pane-edit details.edit summary').first().click()
    await page.fill('#edit-text', OWN_WORDS)
    await press(page, 'button[value=replace]')
    expect(await page.locator('.letter').innerText()).toContain(OWN_WORDS)
    await look('edited')
    await page.goto(`/case/${id}/draft`)
    await press(page, 'form[action$="/draft/packet"] button')
    await page.waitForURL(/\/draft#files$/, { timeout: 120_000 })
    const [packet] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="/files/packet.pdf"]')])
    expect(packet.suggestedFilename()).toBe('packet.pdf')
    await look('files')

    // The prescriber, in a browser of their own.
    await page.goto(`/case/${id}/sign`)
    await look('sign')
    await page.fill('#appeal-name', 'Amara S. Lindqvist')
    await press(page, 'form[action$="/sign/ask"] button')
    const link = await page.inputValue('#link')
    await look('link')
    const doctor = (await world.person({ viewport: { width: DESK, height: 900 } })).page
    doctor.on('pageerror', (error) => said.push(error.message))
    await doctor.goto(link)
    faults.push(...(await faultsOf(doctor, 'step offer')))
    await press(doctor, 'main form button')
    faults.push(...(await faultsOf(doctor, 'step signer')))
    // What the records say of the prescriber is there already; another number than the letter's is not taken.
    expect(await doctor.inputValue('#signer-npi')).toBe('1000000012')
    await doctor.fill('#signer-name', 'Amara S. Lindqvist')
    await doctor.fill('#signer-credentials', 'MD')
    await doctor.check('#method-drawn')
    await draw(doctor)
    await doctor.check('#agree')
    await doctor.fill('#signer-npi', '1000000013')
    await press(doctor, '.sign-form form button:not([type=button])')
    expect(await doctor.locator('.alert').first().innerText()).toMatch(/NPI/)
    expect(await doctor.inputValue('#signer-name')).toBe('Amara S. Lindqvist')
    await doctor.fill('#signer-npi', '1000000012')
    await doctor.check('#agree')
    await press(doctor, '.sign-form form button:not([type=button])')
    await settled(doctor)
    expect(await doctor.locator('main a[href$="/sealed"]').count()).toBe(1)
    faults.push(...(await faultsOf(doctor, 'step signed')))

    // Off by fax, once, and there.
    await page.goto(`/case/${id}/send`)
    await look('send')
    await page.fill('#fax-to', '(512) 555-0142')
    await page.check('#fax-confirmed')
    await press(page, '#by-fax form button')
    await settled(page)
    expect(fax.faxes.map((f) => f.to)).toEqual(['+15125550142'])
    Object.assign(fax.faxes[0] ?? {}, {
      ...{ status: 'COMPLETED', completedTime: new Date().toISOString(), pagesSentSuccessfully: 3 },
    })
    const sending = (await world.app.running.application.cases.cases.load(id))?.flatMap(({ event: e }) =>
      e.kind === 'sendingAsked' ? [e.sending] : [],
    )[0]
    await followSending(world.app.running.application.sending, id, sending ?? '')
    await page.reload()
    expect(await page.locator('main').innerText()).toMatch(/delivered|arrived/i)
    await look('sent')

    // What the plan owes, and what it answered.
    await page.goto(`/case/${id}/track`)
    expect(await page.locator('.standing-now').innerText()).toMatch(/2026|2027/)
    await look('track')
    const today = world.app.running.application.cases.clock.today()
    await page.fill('#text', answerOf(today))
    await press(page, 'form[action$="/track/answer"] button')
    await settled(page)
    expect([await page.isChecked('#read-upheld'), await page.inputValue('#read-on')]).toEqual([true, today])
    await look('answer')
    await press(page, 'form[action*="/answer/"] button')
    await look('answered')
    await press(page, 'form[action$="/track/next"] button')
    expect(page.url()).toBe(`${world.base}/case/${id}`)
    // The plan, the treatment and the next time are still known, though the answer does not say them again.
    const next = await page.locator('body').innerText()
    expect(next).toMatch(/Ocrelizumab/)
    expect(next).toMatch(/Northmere/)
    expect(await page.locator('.due .time').count()).toBeGreaterThan(0)
    expect(await page.locator('.case-due').count()).toBe(1)
    await look('next level')
    expect(said).toEqual([])
  }, 400_000)

  test('no page of it breaks WCAG 2.2 AA or scrolls sideways, on a phone or a desk, light or dark', () => {
    expect(faults).toEqual([])
  })
})
