import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser } from './browser.ts'
import { keepDrafting } from './drafter.ts'
import type { Plan, Seeded, Told } from './plan.ts'
import { random } from './random.ts'
import { type Note, type PersonAtWork, ROUND } from './visit.ts'

/** The process of the people: told a plan, it tells what they met. */
process.once('message', async (plan: Plan) => {
  const told = await atWork(plan)
  process.send?.(told, () => process.exit(0))
})

async function atWork({ base, seconds, warmUp, think, people, drafters }: Plan): Promise<Told> {
  const start = performance.now()
  const at = () => (performance.now() - start) / 1000
  const running = () => at() < seconds
  const counted = () => at() >= warmUp && running()
  const samples: Told['samples'][number][] = []
  const drafts: number[] = []
  const broken: string[] = []
  let answers = 0
  const note: Note = (kind, answered) => {
    if (counted()) {
      samples.push({ kind, status: answered.status, ms: Math.round(answered.ms * 10) / 10 })
      if (kind === 'answer' && answered.status === 303) answers += 1
    }
    return answered
  }
  const person = ({ id, cookie, from }: Seeded, turn: number): PersonAtWork => ({
    browser: openBrowser(base, from, cookie),
    id,
    note,
    pictures: new Set(),
    turn,
  })
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (counted()) broken.push(codeOf(error))
      await sleep(1000)
    }
  }
  await Promise.all([
    ...people.map(async (seeded, i) => {
      const one = person(seeded, i * 1000)
      const next = random(i + 1)
      await sleep(next() * Math.min(warmUp, 20) * 1000)
      for (let step = i % ROUND.length; running(); step = (step + 1) % ROUND.length) {
        await guarded(() => ROUND[step]?.(one) ?? Promise.resolve())
        await sleep(think[0] + next() * (think[1] - think[0]))
      }
    }),
    ...drafters.map(async (seeded, i) => {
      const one = person(seeded, 500_000 + i * 1000)
      while (running()) await guarded(() => keepDrafting(one, running, ({ ms }) => counted() && drafts.push(ms)))
    }),
  ])
  return { samples, drafts, broken, answers }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined
  return typeof cause?.code === 'string' ? cause.code : error instanceof Error ? error.message : 'unknown'
}
