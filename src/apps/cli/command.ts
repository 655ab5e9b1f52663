import type { Outcome } from '../../base/outcome.ts'
import type { World } from '../wire.ts'

/** One verb of the command line. `run` returns what to print on standard output. */
export interface Command {
  readonly name: string
  readonly help: string
  run(args: readonly string[], world: World): Promise<Outcome<string>>
}
