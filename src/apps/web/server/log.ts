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
    if (line.event === 'request' && !requests) return
    write(`${JSON.stringify(line.path === undefined ? line : { ...line, path: loggedPath(line.path) })}\n`)
  }

/** Whatever opens something by being known: what follows these words, and anything as long and as random as a token. */
const AFTER = /(\/(?:sign-in|change-email|resume|signing)\/)[^/]+/g
const TOKEN = /(?<=\/)[\w-]{40,}/g

/** The pattern of the address in place of what is secret in it: "/resume/…". */
export const loggedPath = (path: string): string => path.replace(AFTER, '$1…').replace(TOKEN, '…')

/** Where our own code broke: a message or a whole stack could repeat what a reader typed. */
export const placeOf = (error: unknown): string =>
  (error instanceof Error ? /[^/\\(]+\.[jt]s:\d+/.exec(error.stack?.slice(error.stack.indexOf('\n    at ')) ?? '')?.[0] : null) ??
  'unknown place'
