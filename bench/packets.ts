import { draftPacket } from '../src/usecases/draft.ts'
import type { Ports } from '../src/usecases/ports.ts'
import { another, anotherCase, exampleCase, openPorts, reworded } from './example.ts'
import { type Cost, costs } from './figures.ts'

export interface Packets {
  /** PDFs read, facts, criteria, the letters of use now as PDF and DOCX, the packet, the case file; each case with other bytes. */
  readonly whole: readonly Cost[]
  /** Letter and packet typeset, exhibits flattened and stamped: the last step alone. */
  readonly packetOnly: readonly Cost[]
  readonly pages: number
  readonly letters: number
}

export async function packets(runs: number): Promise<Packets> {
  const ports = openPorts()
  const request = exampleCase('ocrelizumab-step-therapy')
  let planned: Parameters<Ports['packetPdf']> | null = null
  const watched: Ports = {
    ...ports,
    packetPdf(...args) {
      planned = args
      return ports.packetPdf(...args)
    },
  }
  let made = { pages: 0, letters: 0 }
  const whole = await costs(5, runs, async (run) => {
    const draft = await draftPacket(watched, anotherCase(request, run))
    if (!draft.ok) throw new Error(draft.problems[0].say)
    made = { pages: draft.value.pageCount, letters: draft.value.letters.length - draft.value.later.length }
  })
  const packetOnly = await costs(3, runs * 2, async (run) => {
    if (!planned) throw new Error('no packet was planned')
    const [plan, files] = planned
    const others = new Map([...files].map(([id, file]) => [id, { ...file, ...another(file, 10_000 + run) }]))
    const letter = reworded(plan.letter, run)
    const packet = await ports.packetPdf({ ...plan, title: letter.title.sentence, letter }, others)
    if (!packet.ok) throw new Error(packet.problems[0].say)
  })
  return { whole, packetOnly, ...made }
}
