/**
 * Measures what `docs/benchmarks.md` says, and writes it.
 *
 *   node bench/run.ts --date YYYY-MM-DD [--quick] [--print]
 *
 * --quick takes fewer runs and smaller sizes; --print writes to standard output and leaves the page alone.
 */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { coldDraft } from './cold.ts'
import { root } from './example.ts'
import { growth } from './growth.ts'
import { lettersRead } from './letters.ts'
import { againstOffice } from './office.ts'
import { packets } from './packets.ts'
import { reckonings } from './reckonings.ts'
import { report } from './report.ts'

const { values } = parseArgs({
  options: { date: { type: 'string' }, quick: { type: 'boolean' }, print: { type: 'boolean' } },
})
const quick = values.quick ?? false
/** Seconds that one size of the growth measurement may take. */
const ALLOWED = quick ? 10 : 60

const said = (step: string) => process.stderr.write(`${step} …\n`)
const load = loadavg()[0] ?? 0
said('Drafts from a cold start')
const cold = coldDraft(quick ? 3 : 7)
said('Packets in one process')
const packet = await packets(quick ? 5 : 15)
said('The same letter through LibreOffice')
const office = await againstOffice(quick ? 2 : 5)
said('Letters read')
const letters = await lettersRead(quick ? 2 : 5)
said('Deadlines reckoned')
const deadlines = await reckonings(quick ? 3 : 7)
said('Growth')
const written = (quick ? [10, 50] : [10, 100, 1000]).map((n) => growth('written', n, ALLOWED))
const whole = (quick ? [5, 10] : [10, 100]).map((n) => growth('whole', n, ALLOWED))

const page = report({ date: values.date ?? null, load, cold, packet, office, letters, deadlines, written, whole })
if (values.print || quick) process.stdout.write(page)
else writeFileSync(join(root, 'docs/benchmarks.md'), page)
