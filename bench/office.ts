import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draftPacket } from '../src/usecases/draft.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { exampleCase, openPorts, reworded } from './example.ts'
import { costs, type Spread, spread } from './figures.ts'

export interface Office {
  readonly version: string
  /** Milliseconds: letter → DOCX → LibreOffice → PDF, one process a letter as servers run it. */
  readonly office: Spread
  /** Milliseconds a letter where one LibreOffice process converts ten. */
  readonly officeOfTen: Spread
  /** Milliseconds: letter → PDF here. */
  readonly ours: Spread
}

/** The same appeal letter both ways; null where LibreOffice is not installed. */
export async function againstOffice(runs: number): Promise<Office | null> {
  const version = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).stdout?.trim().split(' ').slice(0, 2).join(' ')
  if (!version) return null
  const ports = openPorts()
  const appeal = await appealLetter(ports)
  const folder = mkdtempSync(join(tmpdir(), 'appealwright-bench-'))
  const convert = async (copies: number) => {
    const paths: string[] = []
    for (let i = 0; i < copies; i++) {
      const path = join(folder, `letter-${i}.docx`)
      writeFileSync(path, await ports.letterDocx(...appeal))
      paths.push(path)
    }
    const args = [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
    ]
    const run = spawnSync('soffice', [...args, ...paths], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`soffice ended with ${run.status}: ${run.stderr}`)
  }
  try {
    const office = await costs(1, runs, () => convert(1))
    const ten = await costs(0, 3, () => convert(10))
    const [letter, meta] = appeal
    const ours = await costs(5, runs * 4, (run) => ports.letterPdf(reworded(letter, run), meta))
    return {
      version,
      office: spread(office.map((c) => c.wall)),
      officeOfTen: spread(ten.map((c) => c.wall / 10)),
      ours: spread(ours.map((c) => c.wall)),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function appealLetter(ports: Ports): Promise<Parameters<Ports['letterDocx']>> {
  const taken: Parameters<Ports['letterDocx']>[] = []
  const watched: Ports = {
    ...ports,
    letterDocx(...args) {
      taken.push(args)
      return ports.letterDocx(...args)
    },
  }
  await draftPacket(watched, exampleCase('ocrelizumab-step-therapy'))
  const appeal = taken.find(([letter]) => letter.kind === 'appeal')
  if (!appeal) throw new Error('no appeal was written')
  return appeal
}
