import { readdirSync, readFileSync } from 'node:fs'

/** Of a process and all it started, at one moment. */
export interface Usage {
  /** Seconds of processor time, those of children that ended not counted. */
  readonly cpu: number
  /** Megabytes in memory; what processes share is counted in each (PostgreSQL's buffers). */
  readonly memory: number
}

/** Ticks of a second in /proc, on every Linux there is. */
const TICKS = 100

interface Process {
  readonly pid: number
  readonly parent: number
  readonly name: string
  readonly ticks: number
  readonly pages: number
}

function processes(): readonly Process[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return []
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'latin1')
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
      const f = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      return [{ pid: Number(entry), parent: f[1] ?? 0, name, ticks: (f[11] ?? 0) + (f[12] ?? 0), pages: f[21] ?? 0 }]
    } catch {
      // It ended between the two looks.
      return []
    }
  })
}

const sum = (list: readonly Process[]): Usage => ({
  cpu: list.reduce((n, p) => n + p.ticks, 0) / TICKS,
  memory: Math.round((list.reduce((n, p) => n + p.pages, 0) * 4096) / 2 ** 20),
})

/** The application's process, and its PostgreSQL with all of its processes. Null where there is no /proc. */
export function usageOf(app: number, postmaster: number): { readonly app: Usage; readonly database: Usage } | null {
  try {
    const all = processes()
    return {
      app: sum(all.filter((p) => p.pid === app)),
      database: sum(all.filter((p) => p.pid === postmaster || p.parent === postmaster)),
    }
  } catch {
    return null
  }
}
