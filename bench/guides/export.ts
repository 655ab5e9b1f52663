/** Static export of every published page to a memory disk where there is one: `node bench/guides/export.ts`. Prints JSON. */
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportSite } from '../../src/apps/web/export.ts'
import { publishedPages } from '../../src/apps/web/published.ts'
import { openLibrary } from './open.ts'

const most = Number(process.argv[2] ?? 40_000)
const folder = existsSync('/dev/shm') && roomIn('/dev/shm') > most * 80_000 ? '/dev/shm' : tmpdir()
const { library, assets } = openLibrary()
const all = [...publishedPages(library)]
const chosen = all.slice(0, most)
const out = mkdtempSync(join(folder, 'bench-export-'))
const start = performance.now()
const cpu = process.cpuUsage()
const done = await exportSite(library, assets, out, () => {}, chosen)
const used = process.cpuUsage(cpu)
process.stdout.write(
  `${JSON.stringify({ folder, published: all.length, ...done, clock: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6 })}\n`,
)
rmSync(out, { recursive: true, force: true })

function roomIn(path: string): number {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}
