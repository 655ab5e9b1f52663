import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { draftPacket } from '../src/usecases/draft.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { anotherCase, exampleCase, openPorts, root } from './example.ts'

export interface Growth {
  readonly cases: number
  /** Fewer than `cases` where the time allowed ran out. */
  readonly done: number
  readonly seconds: number
  /** Megabytes of resident memory: after a tenth of the cases, at the end. */
  readonly early: number
  readonly end: number
}

/** What is measured as the number of cases grows. */
export type Work = 'written' | 'whole'

/** Each size in a process of its own, so that none inherits another's memory. */
export function growth(work: Work, cases: number, allowed: number): Growth {
  const run = spawnSync(process.execPath, [import.meta.filename, work, `${cases}`, `${allowed}`], { encoding: 'utf8', cwd: root })
  if (run.status !== 0) throw new Error(`growth ended with ${run.status}: ${run.stderr}`)
  return JSON.parse(run.stdout) as Growth
}

/** Everything but setting pages: the case is read, argued, checked and written down. */
const withoutPages = (ports: Ports): Ports => ({
  ...ports,
  letterPdf: async () => ({ ok: true, value: new Uint8Array(), warnings: [] }),
  readyExhibit: () => {},
  letterDocx: async () => new Uint8Array(),
  packetPdf: async () => ({
    ok: true,
    value: { pdf: new Uint8Array(), letterPdf: new Uint8Array(), pageCount: 0, skipped: [] },
    warnings: [],
  }),
})

/** Cases before the measurement begins. */
export const WARM_UP = 25

async function measure(work: Work, cases: number, allowed: number): Promise<Growth> {
  const ports = work === 'whole' ? openPorts() : withoutPages(openPorts())
  const request = exampleCase('cgrp-part-d')
  const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6)
  // The heaps of three threads grow to their working size in the first two dozen cases; what comes after is growth.
  for (let i = 0; i < WARM_UP; i++) await draftPacket(ports, anotherCase(request, 100_000 + i))
  const start = performance.now()
  const passed = () => (performance.now() - start) / 1000
  let done = 0
  let early = 0
  while (done < cases && passed() < allowed) {
    const draft = await draftPacket(ports, anotherCase(request, done))
    if (!draft.ok) throw new Error(draft.problems[0].say)
    done++
    if (done === Math.max(1, Math.floor(cases / 10))) early = megabytes()
  }
  return { cases, done, seconds: passed(), early, end: megabytes() }
}

if (process.argv[1] === join(root, 'bench/growth.ts')) {
  const [work, cases, allowed] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(await measure(work === 'whole' ? 'whole' : 'written', Number(cases), Number(allowed))))
}
