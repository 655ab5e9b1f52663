import { fail, failAll, type Outcome, ok } from '../../../base/outcome.ts'
import { type Problem, problem } from '../../../base/problem.ts'
import { isLetterKind, LETTER_KINDS, type LetterChoice } from '../../../usecases/lettersNow.ts'
import type { NamedBytes } from '../../../usecases/ports.ts'
import type { World } from '../../wire.ts'
import { dateOption, parseOptions } from '../arguments.ts'
import type { Command } from '../command.ts'

export const draft: Command = {
  name: 'draft',
  help: `Usage: appealwright draft DENIAL [--records DIR_OR_FILE…] [--policy FILE] [--case FILE]
                          [--coverage ID] [--denial N] [--today DATE] [--letters WHICH] --out DIR

Reads the denial, the records and the plan's policy and writes into DIR: packet.pdf, letter.pdf,
letter.docx, letters/ (the other letters that are of use now), tasks.md (what is still missing, and from
whom), deadlines.ics, case.json (every sentence with what it rests on).

  --records   a folder or files (PDF, DOCX, HTML, text); may be given more than once
  --policy    the coverage policy the plan applied, when you have it
  --case      facts stated or corrected by hand; docs/casefile.md describes it
  --coverage  the type of coverage, when the letter does not settle it
  --denial    which one, where the file holds several
  --today     the date to write on the letter, YYYY-MM-DD; today if left out
  --letters   now: those of use at the level that is open (if left out); all; or names from
              tasks.md, with commas between, to have these as well. case.json always holds them all

Examples:
  appealwright draft denial.pdf --records chart/ --policy policy.pdf --out packet/
  appealwright draft denial.pdf --letters external_review_request --out packet/
  appealwright draft eob.pdf --denial 2 --case case.yaml --coverage erisa_insured --out packet/
`,
  async run(args, world) {
    const parsed = parseOptions('draft', gatherLists(args), {
      records: { type: 'string', multiple: true },
      policy: { type: 'string' },
      case: { type: 'string' },
      coverage: { type: 'string' },
      denial: { type: 'string' },
      today: { type: 'string' },
      letters: { type: 'string' },
      out: { type: 'string' },
    })
    if (!parsed.ok) return parsed
    const { values, positionals } = parsed.value
    const [path] = positionals
    if (path === undefined || positionals.length > 1 || !values.out)
      return fail(
        problem(
          'usage',
          'appealwright draft',
          path === undefined
            ? 'No denial was named.'
            : values.out
              ? 'More than one denial was named.'
              : 'No output folder was named.',
          'Write "appealwright draft DENIAL --out DIR", the denial first: --records takes every path that follows it.',
        ),
      )
    const which = values.denial === undefined ? null : Number(values.denial)
    if (which !== null && !(Number.isInteger(which) && which > 0))
      return fail(problem('usage', '--denial', `"${values.denial}" is not a number.`, 'Count the denials from 1.'))
    const today = dateOption('--today', values.today)
    if (!today.ok) return today
    const typeset = lettersOption(values.letters)
    if (!typeset.ok) return typeset
    world.warmForPackets()
    const denial = path === '-' ? await world.standardInput() : await world.readNamed(path)
    if (!denial.ok) return denial
    world.readAhead('denial', denial.value)
    const ports = world.ports((step) => process.stderr.write(`${step} …\n`))
    if (!ports.ok) return ports
    // The rest of the program is loaded while the denial is being read in its thread.
    const { draftPacket } = await import('../../../usecases/draft.ts')
    const records = await readRecords(world, values.records ?? [], denial.value)
    if (!records.ok) return records
    const policy = values.policy === undefined ? null : await world.readNamed(values.policy)
    if (policy && !policy.ok) return policy
    const caseFile = values.case === undefined ? null : await world.readNamed(values.case)
    if (caseFile && !caseFile.ok) return caseFile
    const drafted = await draftPacket(ports.value, {
      denial: denial.value,
      which,
      records: records.value,
      policy: policy?.value ?? null,
      caseFile: caseFile && { path: values.case ?? '', text: new TextDecoder().decode(caseFile.value.bytes) },
      coverage: values.coverage ?? null,
      today: today.value ?? world.today(),
      typeset: typeset.value,
      notes: records.warnings,
    })
    if (!drafted.ok) return failAll([...new Set([...drafted.problems, ...records.warnings])])
    const written = await world.writeAll(values.out, drafted.value.files)
    if (!written.ok) return written
    const { pageCount, letters, later, tasks } = drafted.value
    const kept = later.length ? `, ${later.length} more for later (tasks.md says how to get them)` : ''
    return ok(
      `The packet is in ${values.out}: packet.pdf (${pageCount} pages), ${letters.length - later.length} letters${kept}, ${tasks.length} things still to do (tasks.md).\n`,
      drafted.warnings,
    )
  },
}

/** `now`, `all`, or names of letters with commas between. */
function lettersOption(value: string | undefined): Outcome<LetterChoice> {
  if (value === undefined || value === 'now' || value === 'all') return ok(value ?? 'now')
  const names = value.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !isLetterKind(name))
  if (unknown !== undefined)
    return fail(
      problem(
        'usage',
        '--letters',
        `There is no letter "${unknown}".`,
        `Write now, all, or some of: ${LETTER_KINDS.join(', ')}.`,
      ),
    )
  return ok(names.filter(isLetterKind))
}

/** `--records a b c` takes every following path up to the next option. */
function gatherLists(args: readonly string[]): string[] {
  const out: string[] = []
  let open = false
  for (const arg of args) {
    if (arg.startsWith('--')) open = false
    else if (open && out.at(-2) === '--records' && out.length > 1) out.push('--records')
    out.push(arg)
    if (arg === '--records') open = true
  }
  return out
}

/**
 * A path that is not there is a slip of the hand and stops; a file that can not be read is said and left
 * out, and the rest of the work is kept. The same file given twice is taken once.
 */
async function readRecords(world: World, paths: readonly string[], denial: NamedBytes): Promise<Outcome<readonly NamedBytes[]>> {
  const files: NamedBytes[] = []
  const notes: Problem[] = []
  for (const path of paths) {
    const listed = await world.listFiles(path)
    if (!listed.ok) return listed
    if (!listed.value.length)
      notes.push(problem('file-missing', path, 'The folder holds no files.', 'Check that it is the right folder.'))
    for (const file of listed.value) {
      const named = await world.readNamed(file)
      if (!named.ok) notes.push(...named.problems)
      else if (same(named.value, denial) || files.some((f) => same(f, named.value)))
        notes.push(
          problem('usage', file, 'The same file is in the packet already.', 'Nothing needs to be done; it is included once.'),
        )
      else files.push(named.value)
    }
  }
  return ok(files, notes)
}

const same = (a: NamedBytes, b: NamedBytes) => a.bytes.length > 0 && Buffer.compare(a.bytes, b.bytes) === 0
