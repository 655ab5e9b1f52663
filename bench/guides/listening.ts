import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** The guide server as a process of its own, and where it listens. Rejects where it ends before it does. */
export async function listening(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/start.ts')], {
    env: { ...process.env, HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (said: Buffer) => {
      const found = /http:\/\/[0-9.:]+/.exec(said.toString())
      if (found) resolve(found[0])
    })
    server.once('exit', () => reject(new Error('the server stopped')))
  })
  return { server, address }
}
