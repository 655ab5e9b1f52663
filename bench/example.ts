import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openWorld } from '../src/apps/wire.ts'
import { parseDate } from '../src/base/date.ts'
import type { Letter } from '../src/document/letter.ts'
import type { DraftRequest } from '../src/usecases/draft.ts'
import type { NamedBytes, Ports } from '../src/usecases/ports.ts'

export const root = join(import.meta.dirname, '..')
export const TODAY = '2026-11-22'

export function openPorts(): Ports {
  const ports = openWorld().ports()
  if (!ports.ok) throw new Error(ports.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
  return ports.value
}

/** The case in `examples/<name>` as `draft` is asked for it. */
export function exampleCase(name: string): DraftRequest {
  const folder = join(root, 'examples', name)
  const file = (path: string): NamedBytes => ({ name: basename(path), bytes: new Uint8Array(readFileSync(join(folder, path))) })
  const named = (start: string) => readdirSync(folder).find((f) => f.startsWith(start))
  const today = parseDate(TODAY)
  const denial = named('denial.')
  if (!today || !denial) throw new Error(`examples/${name} holds no denial`)
  const policy = named('policy.')
  const caseFile = join(folder, 'case.yaml')
  const records = existsSync(join(folder, 'records')) ? readdirSync(join(folder, 'records')).sort() : []
  return {
    denial: file(denial),
    which: null,
    records: records.map((f) => file(join('records', f))),
    policy: policy ? file(policy) : null,
    caseFile: existsSync(caseFile) ? { path: 'case.yaml', text: readFileSync(caseFile, 'utf8') } : null,
    coverage: null,
    today,
  }
}

/** The same file with other bytes (a comment behind a PDF's end, a line behind a text), so that nothing kept by content is found again. */
export function another(file: NamedBytes, run: number): NamedBytes {
  const head = Buffer.from(file.bytes.subarray(0, 4)).toString('latin1')
  if (head === 'PK\u0003\u0004') return file
  const mark = head === '%PDF' ? `\n%${run}\n` : `\n\nPage ${run + 1}\n`
  return { name: file.name, bytes: new Uint8Array(Buffer.concat([file.bytes, Buffer.from(mark)])) }
}

export const anotherCase = (request: DraftRequest, run: number): DraftRequest => ({
  ...request,
  denial: another(request.denial, run),
  records: request.records.map((r) => another(r, run)),
  policy: request.policy && another(request.policy, run),
})

/** The letter with a word more in every sentence: what the typesetter remembers of the one before is of no use. */
export const reworded = (letter: Letter, run: number): Letter =>
  JSON.parse(JSON.stringify(letter), (key, value: unknown) => (key === 'sentence' ? `${value} ${run}` : value)) as Letter
