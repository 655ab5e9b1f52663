import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openWorld } from '../../src/apps/wire.ts'
import type { CivilDate } from '../../src/base/date.ts'
import type { DraftRequest } from '../../src/usecases/draft.ts'
import type { NamedBytes, Ports } from '../../src/usecases/ports.ts'

const root = join(import.meta.dirname, '../../examples')

export const EXAMPLES = [
  'ocrelizumab-step-therapy',
  'cimt-experimental',
  'pediatric-ot-medicaid',
  'cgrp-part-d',
  'larotrectinib-marketplace',
] as const

export const TODAY = '2026-11-22' as CivilDate

const named = (path: string): NamedBytes => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })

/** The files of an example as the command line would give them. */
export function exampleRequest(name: string): DraftRequest {
  const dir = join(root, name)
  const one = (pattern: string) => globSync(pattern, { cwd: dir }).map((f) => join(dir, f))[0]
  const denial = one('denial.*')
  const policy = one('policy.*')
  if (!denial) throw new Error(`no denial in ${dir}`)
  return {
    denial: named(denial),
    which: null,
    records: globSync('records/*', { cwd: dir })
      .sort()
      .map((f) => named(join(dir, f))),
    policy: policy ? named(policy) : null,
    caseFile: { path: 'case.yaml', text: readFileSync(join(dir, 'case.yaml'), 'utf8') },
    coverage: null,
    today: TODAY,
  }
}

export function ports(): Ports {
  const opened = openWorld().ports()
  if (!opened.ok) throw new Error(opened.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
  return opened.value
}
