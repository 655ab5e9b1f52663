import { exitCode, problem } from '../../base/problem.ts'
import type { Command } from './command.ts'
import { say } from './say.ts'

/** Loaded when asked for: a question about rights needs no typesetting, and help needs nothing. */
const COMMANDS: Readonly<Record<string, { readonly summary: string; load(): Promise<Command> }>> = {
  draft: { summary: 'write the appeal packet for a denial', load: async () => (await import('./commands/draft.ts')).draft },
  read: { summary: 'read denial letters and show what each states', load: async () => (await import('./commands/read.ts')).read },
  rights: {
    summary: 'levels of appeal and deadlines for one type of coverage',
    load: async () => (await import('./commands/rights.ts')).rights,
  },
  policy: {
    summary: 'show the requirements of a coverage policy as a tree',
    load: async () => (await import('./commands/policy.ts')).policy,
  },
  guide: {
    summary: 'the guide for a payer, a treatment and a denial reason',
    load: async () => (await import('./commands/guide.ts')).guide,
  },
  site: {
    summary: 'write the guide library as files for a web server',
    load: async () => (await import('./commands/site.ts')).site,
  },
  knowledge: {
    summary: 'check the knowledge records, or say what a change of them means',
    load: async () => (await import('./commands/knowledge.ts')).knowledge,
  },
  backup: {
    summary: "back up the application's data",
    load: async () => (await import('./commands/operateBackup.ts')).backup,
  },
  restore: { summary: 'restore a backup', load: async () => (await import('./commands/operateBackup.ts')).restore },
  audit: { summary: 'verify the audit log', load: async () => (await import('./commands/operate.ts')).audit },
  jobs: { summary: 'list jobs that failed, try them again', load: async () => (await import('./commands/operate.ts')).jobs },
  retention: {
    summary: 'delete what is due to be deleted',
    load: async () => (await import('./commands/operate.ts')).retention,
  },
}

const overview = () => `appealwright — a health-insurance denial in, a cited appeal packet out

Usage: appealwright <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(11)}${summary}`)
  .join('\n')}

Each command answers --help with examples, and --json where a program reads the answer.
Nothing leaves this machine. Exit codes: 0 done, 2 wrong use, 3 file not found, 4 file unreadable,
5 not a denial, 6 wrong value given, 7 coverage unknown or without appeal right, 8 no such record,
9 knowledge broken, 10 policy or exhibit left out, 11 output not writable, 12 typesetting failed,
13 a fault of ours, 16 database out of reach, 18 backup or audit log unusable.
`

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview())
    return 0
  }
  const found = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!found) {
    const unknown = problem('usage', 'appealwright', `There is no command "${name}".`, 'See "appealwright --help".')
    say('Problem', unknown)
    return exitCode([unknown])
  }
  const command = await found.load()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.help)
    return 0
  }
  const { openWorld } = await import('../wire.ts')
  const result = await command.run(args, openWorld())
  const problems = result.ok ? result.warnings : result.problems
  for (const p of problems) say(result.ok ? 'Note' : 'Problem', p)
  if (result.ok) process.stdout.write(result.value)
  return result.ok ? 0 : exitCode(result.problems)
}

/** What broke, by its class and the place in our own code: a message or a stack could carry words of the letter. */
function sayFault(error: unknown): number {
  const place =
    error instanceof Error ? /[^/\\(]+\.[jt]s:\d+/.exec(error.stack?.slice(error.stack.indexOf('\n    at ')) ?? '')?.[0] : null
  const fault = problem(
    'internal-fault',
    'appealwright',
    `It broke one of its own rules and stopped (${error instanceof Error ? error.constructor.name : 'unknown'}${place ? ` at ${place}` : ''}).`,
    'Nothing was written. Report these words; they hold nothing of the letter.',
  )
  say('Problem', fault)
  return exitCode([fault])
}

// A reader that closes early ("| head") is no fault of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.on('uncaughtException', (error) => process.exit(sayFault(error)))
void main(process.argv.slice(2))
  .catch(sayFault)
  .then((code) => {
    process.exitCode = code
  })
