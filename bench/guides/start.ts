import { type Spread, spread } from '../figures.ts'
import { listening as startServer } from './listening.ts'

export interface Start {
  /** Seconds from the start of the process to listening, and to the last byte of the first guide. */
  readonly listening: Spread
  readonly firstPage: Spread
}

/** The server from nothing, `runs` times, caches of typed records as they are. */
export async function starts(runs: number): Promise<Start> {
  const listening: number[] = []
  const firstPage: number[] = []
  for (let run = 0; run < runs; run++) {
    const begun = performance.now()
    const { server, address } = await startServer({ PORT: '0' })
    listening.push((performance.now() - begun) / 1000)
    await (await fetch(`${address}/help/cigna/cimt/step-therapy`)).text()
    firstPage.push((performance.now() - begun) / 1000)
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  return { listening: spread(listening), firstPage: spread(firstPage) }
}
