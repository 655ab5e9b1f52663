import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../../infra/fakes/smtp.ts'
import { type FakeStripe, fakeStripe, SECRET_KEY, WEBHOOK_SECRET } from '../../infra/fakes/stripe.ts'
import { faultsOf } from './check.ts'
import { begin, press } from './steps.ts'
import { DESK, EXAMPLES, openStory, type StoryWorld, WHY } from './world.ts'

const DENIAL = join(EXAMPLES, 'ocrelizumab-step-therapy/denial.pdf')

let mail: MailServer
let stripe: FakeStripe
let world: StoryWorld

describe.skipIf(WHY !== '')(`payment, and the ways into a case${WHY && ` (skipped: ${WHY})`}`, () => {
  beforeAll(async () => {
    ;[mail, stripe] = await Promise.all([startMailServer({ hideSTARTTLS: true }), fakeStripe()])
    world = await openStory({
      ...{
        PRICE_MODE: 'paid',
        STRIPE_SECRET_KEY: SECRET_KEY,
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
        STRIPE_API_BASE: stripe.base,
      },
      ...{ MAIL_HOST: '127.0.0.1', MAIL_PORT: String(mail.port), MAIL_TLS: 'none', MAIL_FROM: 'post@appeals.example' },
      SENDING_NETWORK: 'loopback',
    })
  }, 120_000)
  afterAll(async () => {
    await world?.close()
    await mail?.close()
    await stripe?.close()
  })

  test('the price on the button is the price charged; the packet waits for the payment and for nothing else', async () => {
    const faults: string[] = []
    const { page } = await world.person()
    const look = async (name: string) => void faults.push(...(await faultsOf(page, `pay ${name}`)))
    const id = await begin(page, '/start', () => page.setInputFiles('#letter', DENIAL))
    await page.goto(`/case/${id}/draft`)
    expect(await page.locator('.letter a.sentence').count()).toBeGreaterThan(10)
    await press(page, 'form[action$="/draft/packet"] button')
    expect(page.url()).toBe(`${world.base}/case/${id}/pay`)
    expect(await page.locator('.price strong').innerText()).toBe('$40')
    await look('list price')
    await page.fill('#coupon', 'NOPE')
    await press(page, '[formaction$="/pay/price"]')
    await look('unknown coupon')
    await page.fill('#coupon', 'SEO25')
    await press(page, '[formaction$="/pay/price"]')
    const button = page.locator('form:has(#coupon) p.actions button')
    expect(await button.innerText()).toContain('$30')
    await page.fill('#email', 'kim@example.org')
    // The checkout is the provider's; it is paid there without being looked at.
    const checkouts = () => [...stripe.books.sessions.values()]
    await page.route('**/*', (route) => (new URL(route.request().url()).origin === world.base ? route.continue() : route.abort()))
    await button.click()
    await expect.poll(() => checkouts().length, { timeout: 30_000 }).toBe(1)
    const [checkout] = checkouts()
    expect(checkout?.amount_total).toBe(3000)
    stripe.pay(checkout?.id ?? '')
    const told = stripe.told(checkout?.id ?? '')
    const heard = await fetch(`${world.base}/webhooks/stripe`, {
      ...{ method: 'POST', body: told.body },
      headers: { 'content-type': 'application/json', 'stripe-signature': told.signature },
    })
    expect(heard.status).toBe(200)
    await page.goto(checkout?.success_url ?? '')
    expect(await page.locator('main').innerText()).toContain('$30')
    await look('paid')
    await page.goto(page.url().replace(/done$/, 'receipt'))
    await look('receipt')
    await page.goto(`/case/${id}/draft`)
    await press(page, 'form[action$="/draft/packet"] button')
    await page.waitForURL(/\/draft#files$/, { timeout: 120_000 })
    const [packet] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="/files/packet.pdf"]')])
    expect(packet.suggestedFilename()).toBe('packet.pdf')
    expect(faults).toEqual([])
  }, 240_000)

  test('a private link opens the case elsewhere; a link by mail signs in; a passkey does so from then on', async () => {
    const faults: string[] = []
    const { page } = await world.person({ viewport: { width: DESK, height: 900 } })
    const look = async (name: string) => void faults.push(...(await faultsOf(page, `doors ${name}`)))
    const id = await begin(page, '/start', () => page.setInputFiles('#letter', DENIAL))

    // Another device.
    await page.goto(`/case/${id}/people`)
    await look('people')
    await press(page, 'form[action$="/people/links"] button')
    const link = await page.locator('#link').inputValue()
    expect(link.startsWith(`${world.base}/resume/`)).toBe(true)
    await look('link made')
    const other = (await world.person()).page
    await other.goto(link)
    faults.push(...(await faultsOf(other, 'doors resume')))
    await press(other, 'main form button')
    expect(other.url()).toBe(`${world.base}/case/${id}`)
    // It opens once.
    const third = (await world.person()).page
    expect((await third.goto(`/case/${id}`))?.status()).toBe(401)

    // An account by mail, in the browser that opened the case.
    await page.goto('/sign-in')
    await look('sign in')
    await page.fill('#email', 'renata@example.org')
    await press(page, 'form[action$="/sign-in"] button')
    await look('link sent')
    const mailed = () => mail.received.flatMap(({ mail: m }) => /http\S+\/sign-in\/\S+/.exec(m.text ?? '')?.[0] ?? [])
    await expect.poll(() => mailed().length, { timeout: 30_000 }).toBe(1)
    expect(mail.received[0]?.raw).not.toMatch(/ocrelizumab|Kowalczyk|Northmere/i)
    await page.goto(mailed()[0] ?? '')
    await look('open link')
    const bring = page.locator('#bring')
    if (await bring.count()) await bring.check()
    await press(page, 'main form.sheet-form button')
    await page.goto('/cases')
    expect(await page.locator(`a[href*="/case/${id}"]`).count()).toBeGreaterThan(0)
    await look('cases')

    // A passkey on this device.
    const device = await page.context().newCDPSession(page)
    await device.send('WebAuthn.enable')
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
    })
    await page.goto('/account')
    await look('account')
    await page.fill('#passkey-name', 'My phone')
    await press(page, '[data-passkey=add] button')
    expect(await page.locator('main').innerText()).toContain('My phone')
    await press(page, 'form[action$="/sign-out"] button')
    await page.goto('/sign-in')
    await press(page, '[data-passkey=sign-in] button')
    await page.waitForURL(/\/cases/)
    expect(await page.locator(`a[href*="/case/${id}"]`).count()).toBeGreaterThan(0)
    expect(faults).toEqual([])
  }, 240_000)
})
