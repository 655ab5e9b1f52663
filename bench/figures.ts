/** Smallest, middle and largest of a set of measurements, in the order taken. */
export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
  readonly runs: number
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (i: number) => sorted[i] ?? Number.NaN
  return { min: at(0), median: at(sorted.length >> 1), max: at(sorted.length - 1), runs: sorted.length }
}

export interface Cost {
  /** Milliseconds of the clock. */
  readonly wall: number
  /** Milliseconds of processor time, all threads of this process. */
  readonly cpu: number
}

export async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage()
  const start = performance.now()
  await work()
  const used = process.cpuUsage(before)
  return { wall: performance.now() - start, cpu: (used.user + used.system) / 1000 }
}

/** `runs` costs after `warm` runs that are thrown away. */
export async function costs(warm: number, runs: number, work: (run: number) => Promise<unknown>): Promise<readonly Cost[]> {
  const all: Cost[] = []
  for (let run = 0; run < warm + runs; run++) all.push(await cost(() => work(run)))
  return all.slice(warm)
}
