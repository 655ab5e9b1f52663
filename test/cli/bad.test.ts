import { beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../../src/apps/wire.ts'
import type { CivilDate } from '../../src/base/date.ts'
import { PROBLEMS, type Problem, sayProblem } from '../../src/base/problem.ts'
import { draftPacket } from '../../src/usecases/draft.ts'
import type { Ports } from '../../src/usecases/ports.ts'
import { readDenialFile } from '../../src/usecases/read.ts'
import { BAD_INPUTS } from '../fixtures/bad/index.ts'

/** Who and what the letters of the fixtures name: none of it belongs into a message. */
const PRIVATE =
  /Seamus|Núñez|Rowntree|Whitby|Pritchard|Benavides|Baptiste|Ekdahl|Vaillancourt|UM-26|RQ-26|TID 330|GMH 711|MCH 666|LFS-0087741|lumbar|hernia|insulin|MUST-NOT-APPEAR/i

/** Letters whose kind the reader still mistakes. This list only shrinks. */
const MISREAD = new Set<string>([])

const said = (problems: readonly Problem[]) => problems.map(sayProblem).join('\n')

describe.each(BAD_INPUTS.map((b) => [b.name, b] as const))('%s', (name, { make, expect: wanted }) => {
  let ports: Ports
  let bytes: Uint8Array
  beforeAll(async () => {
    const opened = openWorld().ports()
    if (!opened.ok) throw new Error(said(opened.problems))
    ports = opened.value
    bytes = await make()
  })

  it('read says what is wrong with it and nothing of what it holds', async () => {
    const read = await readDenialFile(ports, { name, bytes })
    const problems = read.ok ? read.warnings : read.problems
    expect(said(problems)).not.toMatch(PRIVATE)
    for (const p of problems) {
      expect(Object.keys(PROBLEMS)).toContain(p.code)
      expect(p.where).toBe(name)
      expect(p.fix).toMatch(/\w{3}/)
    }
    const text = read.ok ? read.value.document.pages.map((p) => p.text).join('\n') : ''
    for (const word of wanted.absent ?? []) expect(text).not.toContain(word)
    if (read.ok && wanted.as === 'denial') for (const word of wanted.present ?? []) expect(text).toContain(word)
    if (wanted.as === 'denial' && !MISREAD.has(name))
      expect([wanted.code, ...(wanted.alsoFine ?? [])]).toContain(problems[0]?.code ?? null)
  })

  it('as a denial stops where no letter can be made', async () => {
    if (wanted.severity !== 'stops' || MISREAD.has(name)) return
    const drafted = await draftPacket(ports, {
      denial: { name, bytes },
      which: null,
      records: [],
      policy: null,
      caseFile: null,
      coverage: null,
      today: '2026-11-22' as CivilDate,
    })
    expect(drafted.ok).toBe(false)
    if (!drafted.ok) expect(said(drafted.problems)).not.toMatch(PRIVATE)
  })
})
