import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type CivilDate, parseDate } from '../../base/date.ts'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Parses a verb's arguments; an unknown or incomplete option is a `usage` problem that names it. */
export function parseOptions<O extends Options>(verb: string, args: readonly string[], options: O) {
  try {
    return ok(parseArgs({ args: [...args], options, allowPositionals: true, strict: true }))
  } catch (error) {
    const say = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
    return fail(problem('usage', `appealwright ${verb}`, `${say}.`, `See "appealwright ${verb} --help".`))
  }
}

/** The date given for an option, or a problem that names the option. */
export function dateOption(option: string, value: string | undefined): Outcome<CivilDate | null> {
  if (value === undefined) return ok(null)
  const date = parseDate(value)
  return date
    ? ok(date)
    : fail(problem('date-invalid', option, `"${value}" is not a date.`, 'Write it as YYYY-MM-DD, for example 2026-03-04.'))
}
