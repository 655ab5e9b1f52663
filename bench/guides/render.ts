/**
 * Guide pages a second on one core, in a process of its own: `node bench/guides/render.ts [pages] [order]`. Each page is
 * another one; nothing finished is kept. Prints JSON.
 *
 * order "library": as an export makes them. "mixed": as readers come.
 */
import { bytesOf, publishedPages } from '../../src/apps/web/published.ts'
import { mixed, openLibrary } from './open.ts'

const pages = Number(process.argv[2] ?? 40_000)
const order = process.argv[3] ?? 'mixed'
const { library } = openLibrary()
const all = [...publishedPages(library)].filter(({ address }) => address.split('/').length === 5)
const chosen = order === 'mixed' ? [...mixed(all)] : all

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
/** Seconds of processor and of the clock for a number of pages. */
function measured(from: number, to: number) {
  const [start, clock] = [cpu(), performance.now()]
  let bytes = 0
  for (const page of chosen.slice(from, to)) bytes += bytesOf(library, page).length
  return { pages: Math.min(to, chosen.length) - from, cpu: cpu() - start, clock: (performance.now() - clock) / 1000, bytes }
}

const WARM = 2000
const cold = measured(0, WARM)
const rounds = []
for (let at = WARM; at < Math.min(pages + WARM, chosen.length); at += 10_000)
  rounds.push(measured(at, Math.min(at + 10_000, pages + WARM)))
process.stdout.write(`${JSON.stringify({ order, published: all.length, cold, rounds, rss: process.memoryUsage().rss / 1e6 })}\n`)
