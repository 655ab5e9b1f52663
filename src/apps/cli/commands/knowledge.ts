import { fail, failAll, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Change } from '../../../knowledge/diff.ts'
import type { World } from '../../wire.ts'
import type { Command } from '../command.ts'

export const knowledge: Command = {
  name: 'knowledge',
  help: `Usage: appealwright knowledge check
       appealwright knowledge diff [COMMIT_OR_FOLDER] [--json]

check  Reads every record, types it, follows every reference and runs the linters. Prints what is broken,
       with file and line, or one line with the counts.
diff   Compares the records with those of a commit (HEAD when none is named) or of another folder, and says
       in plain words what each change means for deadlines, letters and guides.

Examples:
  appealwright knowledge check
  appealwright knowledge diff HEAD~1
`,
  async run(args, world) {
    const [verb, ...rest] = args
    if (verb === 'check' && rest.length === 0) return check(world)
    const against = rest.filter((arg) => arg !== '--json')
    if (verb === 'diff' && against.length <= 1 && !against[0]?.startsWith('-'))
      return diff(world, against[0] ?? 'HEAD', rest.includes('--json'))
    return fail(
      problem(
        'usage',
        'appealwright knowledge',
        'The things to ask for are "check" and "diff".',
        'Write "appealwright knowledge check" or "appealwright knowledge diff HEAD~1".',
      ),
    )
  },
}

function check(world: World): Outcome<string> {
  const checked = world.checkKnowledge()
  if (!checked.ok) return checked
  const { problems, counts } = checked.value
  return problems.length
    ? failAll(problems)
    : ok(`Knowledge is sound: ${counts.map(([kind, n]) => `${n} ${kind}`).join(', ')}.\n`)
}

function diff(world: World, against: string, json: boolean): Outcome<string> {
  const changes = world.diffKnowledge(against)
  if (!changes.ok) return changes
  if (json) return ok(`${JSON.stringify(changes.value, null, 2)}\n`)
  return ok(changes.value.length ? `${changes.value.map(say).join('\n')}\n` : `Nothing has changed since ${against}.\n`)
}

function say({ kind, id, at, before, after, means }: Change): string {
  const place = `${kind}/${id}${at ? `, ${at}` : ''}`
  const what = before === null ? `new: ${after}` : after === null ? `gone: ${before}` : `was: ${before}\n  is:  ${after}`
  return [place, `  ${what}`, ...means.map((m) => `  → ${m}`)].join('\n')
}
