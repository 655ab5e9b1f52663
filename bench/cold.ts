import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, TODAY } from './example.ts'
import { type Spread, spread } from './figures.ts'

export interface Cold {
  /** The very first run of a fresh copy: nothing compiled, no record typed, and the start is bundled for the next. */
  readonly first: number
  readonly later: Spread
  /** Seconds of processor time of the later runs, all threads: says more than the clock on a machine that is shared. */
  readonly processor: Spread
}

/** `draft` as a person runs it: a whole process through `bin/appealwright`, files written; seconds. */
export function coldDraft(runs: number): Cold {
  const copy = mkdtempSync(join(tmpdir(), 'appealwright-bench-'))
  try {
    for (const part of ['bin', 'scripts', 'src', 'knowledge', 'examples', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true })
    // Linked one by one, so that the copy has a cache folder of its own, empty at first.
    mkdirSync(join(copy, 'node_modules'))
    for (const name of readdirSync(join(root, 'node_modules')))
      if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
    const first = draftOnce(copy)
    draftOnce(copy)
    const later = Array.from({ length: runs }, () => draftOnce(copy))
    return { first: first.wall, later: spread(later.map((r) => r.wall)), processor: spread(later.map((r) => r.processor)) }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The shell's `times` tells the processor time of what it ran: minutes and seconds, of the user and of the system. */
function draftOnce(copy: string): { readonly wall: number; readonly processor: number } {
  const example = join(copy, 'examples/ocrelizumab-step-therapy')
  const files = [
    '--records',
    join(example, 'records'),
    '--policy',
    join(example, 'policy.pdf'),
    '--case',
    join(example, 'case.yaml'),
  ]
  const args = ['draft', join(example, 'denial.pdf'), ...files, '--today', TODAY, '--out', join(copy, 'out')]
  const start = performance.now()
  const run = spawnSync('/bin/sh', ['-c', '"$0" "$@" && times', join(copy, 'bin/appealwright'), ...args], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`draft ended with ${run.status}: ${run.stderr}`)
  const wall = (performance.now() - start) / 1000
  const [, children = ''] = run.stdout.trim().split('\n').slice(-2)
  const spent = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
  return { wall, processor: spent.reduce((a, b) => a + b, 0) }
}
