/** The pictures of the README, into docs/images: one example walked through on a desk and on a phone. `node scripts/pictures.ts` */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { serving } from './screens/serving.ts'

const EXAMPLE = join(import.meta.dirname, '../examples/ocrelizumab-step-therapy')
const OUT = join(import.meta.dirname, '../docs/images')
const DESK = { width: 1280, height: 860 }
const PHONE = { width: 390, height: 780 }

await serving(async (base, browser) => {
  const page = await browser.newPage({ viewport: DESK, colorScheme: 'light', locale: 'en-US', timezoneId: 'America/Chicago' })
  page.setDefaultTimeout(120_000)
  await page.goto(`${base}/start`)
  await page.setViewportSize(PHONE)
  await kept(page, 'start-phone')
  await page.setInputFiles('#letter', join(EXAMPLE, 'denial.pdf'))
  await page.click('form.start-form button')
  await page.waitForURL(/letter$/)
  await page.waitForSelector('main:not([data-again])')
  const at = page.url().replace(/\/letter$/, '')
  await page.setViewportSize(DESK)
  await page.goto(`${at}/letter`, { waitUntil: 'networkidle' })
  await kept(page, 'letter')
  await page.click('form[action$="/letter/right"] button')
  await page.waitForLoadState()
  for (const [field, files] of [
    ['record', ['mri-2026-09-03.pdf', 'neurology-note-2026-09-14.pdf', 'pharmacy-history.pdf'].map((n) => `records/${n}`)],
    ['policy', ['policy.pdf']],
  ] as const) {
    await page.goto(`${at}/evidence`)
    await page.setInputFiles(
      `#file-${field}`,
      files.map((f) => join(EXAMPLE, f)),
    )
    await page.click(`form:has(#file-${field}) button`)
    await page.waitForLoadState()
    await page.waitForSelector('main:not([data-again])')
  }
  await page.goto(`${at}/draft`)
  const cited = page.locator('.letter li a.sentence').first()
  await cited.click()
  await page.waitForSelector('#source:not(.idle) .supports')
  await page.waitForLoadState('networkidle')
  await cited.scrollIntoViewIfNeeded()
  await kept(page, 'draft')
  await page.setViewportSize(PHONE)
  await page.goto(at, { waitUntil: 'networkidle' })
  await kept(page, 'meaning-phone')
  await page.goto(`${at}/criteria`, { waitUntil: 'networkidle' })
  await kept(page, 'criteria-phone')
})

/** As it stands in the window, in few colours: small, and sharp enough. */
async function kept(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot()
  const info = await sharp(picture)
    .png({ palette: true, colours: 96, effort: 10, compressionLevel: 9 })
    .toFile(join(OUT, `${name}.png`))
  console.log(`${name}.png ${Math.round(info.size / 1024)} KB`)
}
