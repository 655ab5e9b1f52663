import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'

/** `npm pack`: compiles `src/` to `dist/` with its types and copies what is not TypeScript (typesetting templates) beside it. */
const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
const tsc = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
)
if (tsc.status !== 0) process.exit(tsc.status ?? 1)
cpSync(join(root, 'src'), dist, {
  recursive: true,
  filter: (path) => extname(path) !== '.ts' && !path.endsWith('tsconfig.json'),
})
