import { addDays, parseDate } from '../src/base/date.ts'
import { askRights } from '../src/usecases/rights.ts'
import { openPorts } from './example.ts'
import { costs, type Spread, spread } from './figures.ts'

export interface Reckonings {
  readonly perRound: number
  readonly perSecond: Spread
}

/** Every level of every coverage type for a notice of each day of a year, with the rule, arithmetic and citations. */
export async function reckonings(rounds: number): Promise<Reckonings> {
  const ports = openPorts()
  const first = parseDate('2026-01-01')
  if (!first) throw new Error('no such date')
  let perRound = 0
  const all = await costs(1, rounds, async () => {
    perRound = 0
    for (const coverage of ports.knowledge.coverage.keys())
      for (let day = 0; day < 365; day += 5) {
        const question = { coverage, received: null, timing: null, urgent: false, level: null, state: null }
        const answer = askRights(ports, { ...question, notice: addDays(first, day) })
        if (answer.ok) perRound += answer.value.ladder.levels.length
      }
  })
  return { perRound, perSecond: spread(all.map((c) => (perRound * 1000) / c.wall)) }
}
