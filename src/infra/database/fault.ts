import { type Problem, problem } from '../../base/problem.ts'

/** Thrown where a port's promise has no place for a problem: a broken promise that still says what to do. */
export class Fault extends Error {
  readonly problem: Problem
  constructor(of: Problem, cause?: unknown) {
    super(`${of.code}: ${of.say}`, { cause })
    this.name = 'Fault'
    this.problem = of
  }
}

/** PostgreSQL's and the network's ways to say that no answer is to be had now. */
const GONE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])
/** 57P01-57P03: shutting down, crashed, starting; 53300: too many connections; class 08: connection. */
const GONE_STATES = /^(57P0[1-5]|53300|08\w{3})$/
const GONE_WORDS = /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** True when the connection failed, not the statement. */
export const isGone = (error: unknown): boolean => {
  const code = codeOf(error)
  // No socket; not just any file that is missing.
  if (code === 'ENOENT') return error instanceof Error && 'syscall' in error && error.syscall === 'connect'
  return GONE.has(code) || GONE_STATES.test(code) || (error instanceof Error && GONE_WORDS.test(error.message))
}

export const databaseUnavailable = (say: string, fix: string): Problem => problem('database-unavailable', 'database', say, fix)

/** What to tell a person when `error` came out of the store; null when the database is not to blame. */
export function databaseProblem(error: unknown): Problem | null {
  if (error instanceof Fault) return error.problem
  return isGone(error) ? databaseUnavailable('The database does not answer.', 'Wait a minute and try again.') : null
}
