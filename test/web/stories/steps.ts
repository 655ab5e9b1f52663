import type { Page } from 'playwright-core'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'

/** Work in the background is done: the page has stopped looking again, with scripting or without. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main:not([data-again])', { timeout: 120_000 })
}

/** Presses what leads to the next page, and waits until that one is there. */
export async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), page.locator(selector).first().click()])
  await page.waitForLoadState()
}

/** A letter given on the first page, read; the case it opened. */
export async function begin(page: Page, path: string, give: () => Promise<void>): Promise<CaseId> {
  await page.goto(path)
  await give()
  await press(page, 'form.start-form button')
  const id = /\/case\/([^/]+)\/letter$/.exec(page.url())?.[1]
  if (!id) throw new Error(`no case was opened: ${await page.locator('main').innerText()}`)
  await settled(page)
  return id as CaseId
}

/** A signature: two strokes. */
export async function draw(page: Page): Promise<void> {
  const pad = page.locator('.pad canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no place to sign')
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y]
  const strokes = [
    [
      [0.2, 0.6],
      [0.3, 0.3],
      [0.4, 0.7],
      [0.5, 0.35],
      [0.75, 0.4],
    ],
    [
      [0.2, 0.8],
      [0.8, 0.75],
    ],
  ] as const
  for (const [first, ...rest] of strokes) {
    await page.mouse.move(...at(first[0], first[1]))
    await page.mouse.down()
    for (const [x, y] of rest) await page.mouse.move(...at(x, y))
    await page.mouse.up()
  }
}
