import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** `npm run demo`: the main job on the example case, so that a newcomer has a packet to open. */
const root = join(import.meta.dirname, '..')
const example = join(root, 'examples/ocrelizumab-step-therapy')
const out = join(root, 'out/ocrelizumab-step-therapy')
const args = [
  join(example, 'denial.pdf'),
  '--records',
  join(example, 'records'),
  '--policy',
  join(example, 'policy.pdf'),
  '--case',
  join(example, 'case.yaml'),
]
const run = spawnSync(join(root, 'bin/appealwright'), ['draft', ...args, '--today', '2026-11-22', '--out', out], {
  stdio: 'inherit',
})
process.exitCode = run.status ?? 1
