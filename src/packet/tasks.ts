import { type CivilDate, longDate } from '../base/date.ts'

/** Something the case still needs. */
export interface Task {
  /** What to get or do: "The MRI report of March 2024". */
  readonly what: string
  /** Whom to ask: "Dr. Reyes's office". */
  readonly from: string
  readonly why: string
  readonly by: CivilDate | null
  /** File name of the ready-made letter that asks for it. */
  readonly letter: string | null
}

/** A letter that is written but not yet a file: what it is called, and by which name it is asked for. */
export interface LaterLetter {
  readonly name: string
  readonly title: string
}

/** Earliest first, grouped by whom to ask; one check box per task. Last, the letters that wait for their turn. */
export function tasksMarkdown(tasks: readonly Task[], later: readonly LaterLetter[] = []): string {
  const waiting = later.length ? `\n${laterMarkdown(later)}` : ''
  return needed(tasks) + waiting
}

function needed(tasks: readonly Task[]): string {
  if (tasks.length === 0) return '# What is still needed\n\nNothing is missing. Read the letter, sign it, and send it.\n'
  const ordered = tasks.toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'))
  const groups = Map.groupBy(ordered, (t) => t.from)
  const sections = [...groups].map(([from, list]) => `## From ${plain(from)}\n\n${list.map(item).join('\n')}\n`)
  return `# What is still needed\n\n${sections.join('\n')}`
}

const laterMarkdown = (later: readonly LaterLetter[]): string =>
  `# Letters for later

They are not needed to send this appeal. To get one as a file, run the same command again with the option beside it.

${later.map(({ name, title }) => `- ${plain(title)}: \`--letters ${name}\``).join('\n')}
`

function item({ what, why, by, letter }: Task): string {
  const lines = [
    `- [ ] **${plain(what)}**${by ? ` (by ${longDate(by)})` : ''}`,
    `  ${plain(why)}`,
    ...(letter ? [`  Ready to sign and send: \`${letter.replaceAll('`', '')}\``] : []),
  ]
  return lines.join('\\\n')
}

/** One line, with nothing that Markdown would take for markup. */
const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, '\\$&')
