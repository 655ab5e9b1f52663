import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonAtWork } from './visit.ts'

export interface Drafted {
  /** From asking to the files being there, in milliseconds, in queue and all. */
  readonly ms: number
}

/**
 * Somebody who has drafts made the whole time: changes a fact, asks for the packet, waits for it the way the
 * page does, and again.
 */
export async function keepDrafting(person: PersonAtWork, running: () => boolean, made: (one: Drafted) => void): Promise<void> {
  const { browser, id, note } = person
  // The first page brings the token of the forms.
  await browser.get(`/case/${id}/letter`)
  while (running()) {
    person.turn += 1
    const start = performance.now()
    await browser.post(`/case/${id}/letter/correct`, { path: 'plan.memberId', value: `W${10_000_000 + person.turn}` })
    const asked = note('ask for packet', await browser.post(`/case/${id}/draft/packet`, {}))
    if (asked.status !== 303) throw new Error(`the packet was refused: ${asked.status}`)
    while (running()) {
      await sleep(2000)
      const page = await browser.get(`/case/${id}/draft/packet`)
      if (page.to) {
        if (page.to.includes('#files')) made({ ms: performance.now() - start })
        break
      }
    }
  }
}
