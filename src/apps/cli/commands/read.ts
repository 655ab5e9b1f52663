import { failAll, ok } from '../../../base/outcome.ts'
import { type Problem, problem } from '../../../base/problem.ts'
import { toReadJson } from '../../../reading/wire.ts'
import { readDenialFile } from '../../../usecases/read.ts'
import { parseOptions } from '../arguments.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'

export const read: Command = {
  name: 'read',
  help: `Usage: appealwright read FILE… [--json]

Reads denial letters (PDF with text, DOCX, HTML, text; "-" is standard input) and shows what each
one states, with the words it was read from. What a letter does not state is not filled in.

  --json   one JSON object per file, one to a line; keys are null where the letter is silent

Examples:
  appealwright read denial.pdf
  appealwright read letters/*.pdf --json
  pbpaste | appealwright read -
`,
  async run(args, world) {
    const parsed = parseOptions('read', args, { json: { type: 'boolean' } })
    if (!parsed.ok) return parsed
    const { values, positionals } = parsed.value
    const [first] = positionals
    if (first === undefined)
      return failAll([problem('usage', 'appealwright read', 'No file was named.', 'Write "appealwright read FILE".')])
    const ports = world.ports()
    if (!ports.ok) return ports
    const out: string[] = []
    const problems: Problem[] = []
    for (const path of positionals) {
      const file = path === '-' ? await world.standardInput() : await world.readNamed(path)
      const result = file.ok ? await readDenialFile(ports.value, file.value) : file
      if (!result.ok) {
        problems.push(...result.problems)
        if (values.json) out.push(JSON.stringify({ file: path, problems: result.problems }))
        continue
      }
      for (const warning of result.warnings) say('Note', warning)
      const json = toReadJson(path, result.value.letters)
      out.push(values.json ? JSON.stringify(json) : readable(json))
    }
    const text = out.length ? `${out.join('\n')}\n` : ''
    // What could be read is printed even when another file could not.
    if (!problems.length) return ok(text)
    process.stdout.write(text)
    return failAll(problems)
  },
}

type Shown = {
  readonly value?: unknown
  readonly category?: string
  readonly id?: string
  readonly quote: string | null
  readonly page: number | null
}

/** The file, then each denial: key, value, and the words it rests on; what it is silent on comes last. */
function readable({ denials, file, kind, language, letters, ...silent }: ReturnType<typeof toReadJson>): string {
  const head = [
    line('file', file),
    line('kind', kind.replaceAll('_', ' ')),
    line('language', language),
    ...(letters.length > 1
      ? letters.map((l) => line('letter', `pages ${l.pages.from}–${l.pages.to}, ${l.denials} denials`))
      : []),
  ].join('\n')
  const blocks = (denials.length ? denials : [silent]).map((denial, i) => {
    const title = denials.length > 1 ? `\nDenial ${i + 1} of ${denials.length}\n` : ''
    return `${title}${fields(denial)}`
  })
  return `${[head, ...blocks].join('\n')}\n`
}

function fields(denial: object): string {
  const lines: string[] = []
  const silent: string[] = []
  for (const [key, value] of Object.entries(denial)) {
    const items: unknown[] = Array.isArray(value) ? value : [value]
    if (value === null || items.length === 0) silent.push(key)
    else for (const item of items) lines.push(line(key, isShown(item) ? show(item) : plain(item)))
  }
  return [...lines, `Not stated: ${silent.join(', ') || 'nothing'}`].join('\n')
}

const line = (key: string, text: string) => `${key.padEnd(18)}${text}`
const isShown = (v: unknown): v is Shown => typeof v === 'object' && v !== null && 'quote' in v
const show = (s: Shown) => {
  const what = plain(s.value ?? s.category ?? s.id)
  return s.quote === null ? what : `${what}\n${' '.repeat(18)}p. ${s.page}: “${s.quote.replace(/\s+/g, ' ')}”`
}
const plain = (v: unknown): string =>
  typeof v === 'object' && v !== null
    ? Object.values(v)
        .filter((x) => x !== null && typeof x !== 'object')
        .join(', ')
    : String(v)
