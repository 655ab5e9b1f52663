import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCREENS } from '../../../src/apps/web/gallery/screens.ts'
import { PROBLEMS } from '../../../src/base/problem.ts'
import { DARK_DESK, faultsOf, LIGHT_PHONE } from './check.ts'
import { openStory, type StoryWorld, WHY } from './world.ts'

let world: StoryWorld

describe.skipIf(WHY !== '')(`every screen with sample data${WHY && ` (skipped: ${WHY})`}`, () => {
  beforeAll(async () => {
    world = await openStory()
  }, 120_000)
  afterAll(() => world?.close())

  test('every error message stands there, and nothing is there for those who come from elsewhere', async () => {
    const { page } = await world.person()
    await page.goto('/gallery')
    expect(await page.locator('section[id] h3 code').allInnerTexts()).toEqual(Object.keys(PROBLEMS))
    const elsewhere = await world.person({ extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.9' } })
    for (const path of ['/gallery', '/gallery/draft']) expect((await elsewhere.page.goto(path))?.status()).toBe(404)
  }, 60_000)

  test.each([
    ['English, on a phone, in light', '', LIGHT_PHONE],
    ['Spanish, on a desk, in dark', '/es', DARK_DESK],
  ])(
    '%s: each is there and breaks nothing of WCAG 2.2 AA',
    async (_, language, view) => {
      const { page } = await world.person()
      const faults: string[] = []
      for (const screen of SCREENS) {
        const answer = await page.goto(`${language}/gallery/${screen.id}`)
        // What can not be taken says so; everything else is answered.
        if (screen.refused !== undefined) {
          if (answer?.status() !== screen.refused) faults.push(`${screen.id}: answered with ${answer?.status()}`)
          if ((await page.locator('.alert, .error').count()) === 0) faults.push(`${screen.id}: does not say what is wrong`)
        } else if (answer?.status() !== 200) faults.push(`${screen.id}: answered with ${answer?.status()}`)
        faults.push(...(await faultsOf(page, `gallery${language} ${screen.id}`, [view])))
      }
      expect(faults).toEqual([])
      expect(world.app.faults).toEqual([])
    },
    300_000,
  )
})
