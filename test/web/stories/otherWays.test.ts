import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseState } from '../../../src/casefile/state.ts'
import { faultsOf } from './check.ts'
import { begin, press } from './steps.ts'
import { DESK, EXAMPLES, openStory, type StoryWorld, WHY } from './world.ts'

const LETTER = readFileSync(join(EXAMPLES, 'pediatric-ot-medicaid/denial.html'), 'utf8')

let world: StoryWorld

describe.skipIf(WHY !== '')(`a photo, and pasted words${WHY && ` (skipped: ${WHY})`}`, () => {
  beforeAll(async () => {
    world = await openStory()
  }, 120_000)
  afterAll(() => world?.close())

  test('medical necessity by photo: what is hard to read is asked, and settled; then there is a draft', async () => {
    const faults: string[] = []
    const { page } = await world.person({ viewport: { width: DESK, height: 900 } })
    const look = async (name: string) => void faults.push(...(await faultsOf(page, `photo ${name}`)))
    const buffer = await photo()
    const id = await begin(page, '/start', () =>
      page.setInputFiles('#letter', { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer }),
    )
    expect(await page.locator('main').innerText()).toContain('SCHP-NABD-2611-30445')
    expect(await page.locator('svg.page-picture .mark-box').count()).toBeGreaterThan(3)
    await look('letter')
    // Every doubt is a question beside the piece of the picture; answering takes it away.
    const asked = await page.locator('.doubt').count()
    expect(asked).toBeGreaterThan(0)
    await page.locator('.doubt input[name=value]').first().fill('SCHP-NABD-2611-30445')
    await press(page, '.doubt form button')
    expect(await page.locator('.doubt').count()).toBe(asked - 1)
    await press(page, 'form[action$="/letter/right"] button')
    expect(await page.locator('main').innerText()).toMatch(/medical/i)
    await page.goto(`/case/${id}/draft`)
    expect(await page.locator('.letter a.sentence').count()).toBeGreaterThan(10)
    await look('draft')
    expect(faults).toEqual([])
  }, 240_000)

  test('a fair hearing from pasted words, in Spanish, without scripting, to the draft and its sending by hand', async () => {
    const faults: string[] = []
    const { page } = await world.person({ javaScriptEnabled: false, locale: 'es-US' })
    const text = LETTER.replace(/<style[\s\S]*?<\/style>/, '')
      .replace(/<\/td><td>/g, ': ')
      .replace(/<[^>]+>/g, '\n')
      .replaceAll('&middot;', '·')
      .replaceAll('&nbsp;', ' ')
      .replace(/\n\s*\n+/g, '\n')
    const id = await begin(page, '/es/start', async () => {
      expect(await page.locator('html').getAttribute('lang')).toBe('es')
      await page.fill('#text', text)
    })
    expect(page.url()).toContain('/es/case/')
    expect(await page.locator('main').textContent()).toContain('SCHP-NABD-2611-30445')
    await press(page, 'form[action$="/letter/right"] button')

    // Questions go one a page, saved at each step, without a script.
    for (let i = 0; i < 40; i++) {
      await page.goto(`/es/case/${id}/questions`)
      if (page.url().endsWith('/all')) break
      if (page.url().endsWith('/patient.address')) {
        await page.fill('textarea', '118 Tidewater Ct\nWilmington, NC 28403')
        await press(page, 'button[value=save]')
      } else await press(page, 'button[value=skip]')
    }
    expect(page.url()).toMatch(/\/es\/case\/[^/]+\/questions\/all$/)
    expect(await page.locator('main').textContent()).toContain('118 Tidewater Ct')

    await page.goto(`/es/case/${id}/evidence`)
    const record = join(EXAMPLES, 'pediatric-ot-medicaid/records/ot-progress-report-2026-10-29.txt')
    await page.setInputFiles('#file-record', record)
    await press(page, 'form:has(#file-record) button')
    await page.waitForSelector('main:not([data-again])')
    expect(await page.locator('.document').count()).toBe(2)

    await page.goto(`/es/case/${id}/draft`)
    await page.locator('.letter a.sentence').nth(6).click()
    await page.waitForURL(/\?s=\d+/)
    expect(await page.locator('#source:not(.idle)').count()).toBe(1)
    await page.goto(`/es/case/${id}/draft`)
    await press(page, 'form[action$="/draft/packet"] button')
    await page.waitForURL(/\/draft#files$|\/draft$/, { timeout: 120_000 })
    expect(await page.locator('a[href$="/files/packet.pdf"]').count()).toBe(1)

    await page.goto(`/es/case/${id}/send`)
    await page.locator('#record > summary').click()
    await page.check('#hand-post_by_self')
    await page.fill('#hand-to', 'Appeals Department\nP.O. Box 7719\nRaleigh, NC 27611-7719')
    await press(page, '#record form button')
    const state = caseState((await world.app.running.application.cases.cases.load(id)) ?? [])
    expect(state.sendings.map((s) => s.destination.channel)).toEqual(['post_by_self'])
    await page.goto(`/es/case/${id}/track`)
    expect(await page.locator('.standing-now').count()).toBe(1)

    // The same pages with scripting, for axe, which is a script; they are not changed by it.
    const state2 = await page.context().storageState()
    const { page: seen } = await world.person({ storageState: state2, locale: 'es-US' })
    for (const path of [
      '',
      '/letter',
      '/questions/all',
      '/evidence',
      '/criteria',
      '/draft',
      '/sign',
      '/send',
      '/track',
      '/people',
    ]) {
      await seen.goto(`/es/case/${id}${path}`)
      faults.push(...(await faultsOf(seen, `es ${path || 'overview'}`)))
    }
    expect(faults).toEqual([])
  }, 300_000)

  /** The letter as a telephone sees it: askew, a little keystoned, darker at one side. */
  async function photo(): Promise<Buffer> {
    const { page } = await world.person({ viewport: { width: 1240, height: 1500 } })
    await page.setContent(LETTER)
    await page.addStyleTag({
      content:
        'html { background: #fff } body { max-width: 900px; margin: 70px auto; font-size: 18.5px; transform: perspective(4200px) rotateX(3deg) rotateY(2deg) rotate(0.8deg) }',
    })
    const sheet = await page.screenshot({ clip: { x: 0, y: 0, width: 1240, height: 1500 } })
    await page.close()
    const shade = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1500"><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#bbb"/></linearGradient><rect width="1240" height="1500" fill="url(#g)"/></svg>',
    )
    return sharp(sheet)
      .composite([{ input: shade, blend: 'multiply' }])
      .jpeg({ quality: 72 })
      .toBuffer()
  }
})
