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

/** Earliest first, grouped by whom to ask; one check box per task. */
export function tasksMarkdown(tasks: readonly Task[]): string {
  if (tasks.length === 0) return '# What is still needed\n\nNothing is missing. Read the letter, sign it, and send it.\n'
  const ordered = tasks.toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'))
  const groups = Map.groupBy(ordered, (t) => t.from)
  const sections = [...groups].map(([from, list]) => `## From ${plain(from)}\n\n${list.map(item).join('\n')}\n`)
  return `# What is still needed\n\n${sections.join('\n')}`
}

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
