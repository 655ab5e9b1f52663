import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from '../example.ts'

export interface StartedApplication {
  readonly process: ChildProcess
  readonly base: string
  readonly postmaster: number
  stop(): Promise<void>
}

/** The code of `npm start` in a process of its own. `node`: options of Node, as "--cpu-prof". */
export async function startApplication(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
): Promise<StartedApplication> {
  const port = await freePort()
  const child = spawn(process.execPath, [...node, join(root, 'scripts/start.ts')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, PROXIES: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => said.includes('Appealwright is at') && resolve())
    child.once('exit', (code) => reject(new Error(`the application ended (${code})`)))
  })
  return {
    process: child,
    base: `http://127.0.0.1:${port}`,
    postmaster: Number(readFileSync(join(dataDir, 'postgres', 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
