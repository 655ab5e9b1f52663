import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Victim = 'server' | 'worker' | 'postgres'
export const VICTIMS: readonly Victim[] = ['server', 'worker', 'postgres']

const root = join(import.meta.dirname, '../..')

/** The application as it runs when it grows: a server that works on jobs too, a worker beside it, one PostgreSQL. */
export class Processes {
  private readonly dataDir: string
  private readonly env: Readonly<Record<string, string>>
  private readonly running = new Map<'server' | 'worker', ChildProcess>()
  private aheadMs = 0
  private ending = false
  private workerStarted: Promise<void> = Promise.resolve()
  readonly base: string

  constructor(dataDir: string, port: number, env: Readonly<Record<string, string>>) {
    this.dataDir = dataDir
    this.env = { ...env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), PROXIES: '1', ENGINE_THREADS: '2' }
    this.base = `http://127.0.0.1:${port}`
  }

  /** Comes back when both say that they are ready. */
  async start(): Promise<void> {
    this.ending = false
    await this.spawned('server')
    await this.spawned('worker')
  }

  /** Ends both as an operator does. */
  async stop(): Promise<void> {
    this.ending = true
    await Promise.all(
      [...this.running.values()].map(
        (child) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) return resolve()
            child.once('exit', () => resolve())
            child.kill('SIGTERM')
          }),
      ),
    )
    this.running.clear()
  }

  /** From the next start on. */
  later(ms: number): void {
    this.aheadMs += ms
  }

  /**
   * Kills what runs, and starts again what does not start by itself. The milliseconds until people were served again:
   * a worker that starts anew is waited for only before it is killed again.
   */
  async kill(victim: Victim): Promise<number> {
    if (victim === 'worker') await this.workerStarted
    const begun = performance.now()
    if (victim === 'postgres') {
      const pid = this.postmaster()
      if (pid) process.kill(pid, 'SIGKILL')
      // Whoever uses it starts it again: the server's watch, not we.
      while (this.postmaster() === pid) await sleep(50)
    } else {
      this.running.get(victim)?.kill('SIGKILL')
      const again = this.spawned(victim)
      if (victim === 'server') await again
      else this.workerStarted = again
    }
    return performance.now() - begun
  }

  private postmaster(): number {
    try {
      return Number(readFileSync(join(this.dataDir, 'postgres', 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
    } catch {
      return 0
    }
  }

  private async spawned(name: 'server' | 'worker'): Promise<void> {
    for (let tries = 0; ; tries++) {
      const child = this.spawn(name)
      if (await ready(child)) return
      // Another was started in its place, or it is not wanted any more.
      if (this.running.get(name) !== child || this.ending) return
      if (tries === 5) throw new Error(`the ${name} does not start`)
      await sleep(500)
    }
  }

  private spawn(name: 'server' | 'worker'): ChildProcess {
    const script = join(root, name === 'server' ? 'scripts/start.ts' : 'scripts/worker.ts')
    const preload = ['--import', join(import.meta.dirname, 'clockAhead.ts')]
    const child = spawn(process.execPath, [...preload, script], {
      env: { ...process.env, ...this.env, CLOCK_AHEAD_MS: String(this.aheadMs) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.running.set(name, child)
    let said = ''
    child.stderr.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-2000)
    })
    child.once('exit', (code, signal) => {
      if (!this.ending && signal !== 'SIGKILL') process.stderr.write(`${name} ended by itself (${code ?? signal}): ${said}\n`)
    })
    return child
  }
}

const ready = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    child.stdout?.on('data', (text: Buffer) => text.includes('Ctrl+C stops') && resolve(true))
    child.once('exit', () => resolve(false))
  })
