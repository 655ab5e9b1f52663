import { fail, failAll, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Command } from '../command.ts'

export const knowledge: Command = {
  name: 'knowledge',
  help: `Usage: appealwright knowledge check

Reads every record, types it, follows every reference and runs the linters. Prints what is broken,
with file and line, or one line with the counts.

Example:
  appealwright knowledge check
`,
  async run(args, world) {
    if (args[0] !== 'check' || args.length > 1)
      return fail(
        problem(
          'usage',
          'appealwright knowledge',
          'The one thing to ask for is "check".',
          'Write "appealwright knowledge check".',
        ),
      )
    const checked = world.checkKnowledge()
    if (!checked.ok) return checked
    const { problems, counts } = checked.value
    return problems.length
      ? failAll(problems)
      : ok(`Knowledge is sound: ${counts.map(([kind, n]) => `${n} ${kind}`).join(', ')}.\n`)
  },
}
