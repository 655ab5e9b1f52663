/**
 * Pictures of every screen of the gallery at three widths into out/screens, with a page that shows them side by side:
 *
 *   npm run screens -- [--lang es] [--dark] [--only draft,track]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SCREENS, type Screen } from '../src/apps/web/gallery/screens.ts'
import { serving } from './screens/serving.ts'

const { values } = parseArgs({
  options: { lang: { type: 'string', default: 'en' }, dark: { type: 'boolean' }, only: { type: 'string' } },
})
const WIDTHS = [390, 768, 1280] as const
const OUT = join(import.meta.dirname, '../out/screens')
const only = values.only?.split(',')
const screens = SCREENS.filter((s) => !only || only.includes(s.id) || only.includes(s.group))

mkdirSync(OUT, { recursive: true })
await serving(async (base, browser) => {
  const page = await browser.newPage({ colorScheme: values.dark ? 'dark' : 'light' })
  for (const { id } of screens) {
    await page.goto(`${base}${values.lang === 'es' ? '/es' : ''}/gallery/${id}`, { waitUntil: 'networkidle' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: join(OUT, `${id}-${width}.png`), fullPage: true })
    }
    console.log(id)
  }
})
writeFileSync(join(OUT, 'index.html'), index())
console.log(`${screens.length} screens at ${WIDTHS.join(', ')} pixels: ${join(OUT, 'index.html')}`)

function index(): string {
  const picture = (id: string, shows: string, width: number) =>
    `<a href="${id}-${width}.png"><img src="${id}-${width}.png" alt="${shows}, ${width} pixels" loading="lazy" width="${Math.round(width / 3)}"></a>`
  const row = ({ id, group, shows }: Screen) =>
    `<h2 id="${id}">${group}: ${shows}</h2><p>${WIDTHS.map((width) => picture(id, shows, width)).join(' ')}</p>`
  const style = 'body{font:16px sans-serif;margin:2rem;background:#888}img{vertical-align:top}'
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style>${screens.map(row).join('')}</html>\n`
}
