import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../example.ts'
import { type Spread, spread } from '../figures.ts'

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
    const server = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', (said: Buffer) => {
        const found = /http:\/\/[0-9.:]+/.exec(said.toString())
        if (found) resolve(found[0])
      })
      server.once('exit', () => reject(new Error('the server stopped')))
    })
    listening.push((performance.now() - begun) / 1000)
    await (await fetch(`${address}/help/cigna/cimt/step-therapy`)).text()
    firstPage.push((performance.now() - begun) / 1000)
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  return { listening: spread(listening), firstPage: spread(firstPage) }
}
