/** Reads one file in a process of its own and prints what became of it, with the most memory it took. */
import { existsSync, readFileSync } from 'node:fs'
import { readDocument } from '../../src/infra/documents/read-document.ts'

/**
 * The most memory this program held. On Linux from the kernel's own account of it: the figure of `resourceUsage` also
 * counts what the process that started this one held at that moment.
 */
function peakMegabytes(): number {
  const kilobytes = existsSync('/proc/self/status') ? /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : null
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024
}

const file = process.argv[2] ?? ''
const started = performance.now()
const outcome = await readDocument({ id: 'd', name: file, bytes: readFileSync(file) })
console.log(
  JSON.stringify({
    result: outcome.ok ? outcome.value.pages.length : outcome.problems[0].code,
    warnings: outcome.ok ? outcome.warnings.map((w) => w.say) : [],
    seconds: (performance.now() - started) / 1000,
    megabytes: peakMegabytes(),
  }),
)
