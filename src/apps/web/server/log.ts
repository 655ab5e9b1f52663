/** One line of JSON. Paths carry no query string, and bodies are never written: both can hold what a reader typed. */
export interface LogLine {
  readonly event: 'ready' | 'request' | 'fault' | 'stop'
  readonly method?: string
  readonly path?: string
  readonly status?: number
  readonly ms?: number
  readonly at?: string
  readonly address?: string
}

export type Log = (line: LogLine) => void

export const logTo =
  (write: (text: string) => void, requests: boolean): Log =>
  (line) => {
    if (line.event !== 'request' || requests) write(`${JSON.stringify(line)}\n`)
  }

/** Where our own code broke: a message or a whole stack could repeat what a reader typed. */
export const placeOf = (error: unknown): string =>
  (error instanceof Error ? /[^/\\(]+\.[jt]s:\d+/.exec(error.stack?.slice(error.stack.indexOf('\n    at ')) ?? '')?.[0] : null) ??
  'unknown place'
