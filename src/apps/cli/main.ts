import { exitCode, problem, sayProblem } from '../../base/problem.ts'
import { openWorld } from '../wire.ts'
import type { Command } from './command.ts'
import { draft } from './commands/draft.ts'
import { guide } from './commands/guide.ts'
import { knowledge } from './commands/knowledge.ts'
import { policy } from './commands/policy.ts'
import { read } from './commands/read.ts'
import { rights } from './commands/rights.ts'

const COMMANDS: readonly Command[] = [draft, read, rights, policy, guide, knowledge]

const overview = () => `appealwright — a health-insurance denial in, a cited appeal packet out

Usage: appealwright <command> [options]

${COMMANDS.map((c) => `  ${c.name.padEnd(11)}${c.summary}`).join('\n')}

Each command answers --help with examples, and --json where a program reads the answer.
Nothing leaves this machine. Exit codes: 0 done, 2 wrong use, 3 file not found, 4 file unreadable,
5 not a denial, 6 wrong value given, 7 coverage unknown or without appeal right, 8 no such record,
9 knowledge broken, 10 policy or exhibit left out, 11 output not writable, 12 typesetting failed.
`

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview())
    return 0
  }
  const command = COMMANDS.find((c) => c.name === name)
  if (!command) {
    const unknown = problem('usage', 'appealwright', `There is no command "${name}".`, 'See "appealwright --help".')
    process.stderr.write(`${sayProblem(unknown)}\n`)
    return exitCode([unknown])
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.help)
    return 0
  }
  const result = await command.run(args, openWorld())
  const problems = result.ok ? result.warnings : result.problems
  for (const p of problems) process.stderr.write(`${result.ok ? 'Note: ' : 'Problem: '}${sayProblem(p)}\n`)
  if (result.ok) process.stdout.write(result.value)
  return result.ok ? 0 : exitCode(result.problems)
}

// A reader that closes early ("| head") is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2))
