import type { Problem } from './problem.ts'

/** A value with warnings, or several problems at once. Throw only for our own broken promises. */
export type Outcome<T> = { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] } | Failure
export type Failure = { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] }

export const ok = <T>(value: T, warnings: readonly Problem[] = []): Outcome<T> => ({ ok: true, value, warnings })

export const fail = (first: Problem, ...rest: Problem[]): Failure => ({ ok: false, problems: [first, ...rest] })

export const failAll = (problems: readonly Problem[]): Failure => {
  const [first, ...rest] = problems
  if (!first) throw new Error('failAll needs at least one problem')
  return fail(first, ...rest)
}
