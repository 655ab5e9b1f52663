import { fail, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Policy, Requirement } from '../../../criteria/requirement.ts'
import { readPolicy } from '../../../usecases/policy.ts'
import { parseOptions } from '../arguments.ts'
import type { Command } from '../command.ts'

export const policy: Command = {
  name: 'policy',
  help: `Usage: appealwright policy FILE [--json]

Reads a payer's coverage policy (PDF with text, DOCX, HTML, text) and shows what it requires: all of,
any of, at least so many of, each in the policy's own words with its page.

Examples:
  appealwright policy policy.pdf
  appealwright policy policy.pdf --json > requirements.json
`,
  async run(args, world) {
    const parsed = parseOptions('policy', args, { json: { type: 'boolean' } })
    if (!parsed.ok) return parsed
    const { values, positionals } = parsed.value
    const [path] = positionals
    if (path === undefined || positionals.length > 1)
      return fail(problem('usage', 'appealwright policy', 'One file is needed.', 'Write "appealwright policy FILE".'))
    const ports = world.ports()
    if (!ports.ok) return ports
    const file = path === '-' ? await world.standardInput() : await world.readNamed(path)
    if (!file.ok) return file
    const read = await readPolicy(ports.value, file.value)
    if (!read.ok) return read
    return ok(values.json ? `${JSON.stringify(read.value, null, 2)}\n` : outline(read.value), read.warnings)
  },
}

function outline(p: Policy): string {
  const head = [p.title, p.number, p.effective && `effective ${p.effective}`, p.payer].filter(Boolean).join(' · ')
  const sections = p.sections.map((s) => `${s.kind.toUpperCase()}: ${s.title}\n${tree(s.requirement, 1)}`)
  return `${[head, ...sections].filter(Boolean).join('\n\n')}\n`
}

function tree(r: Requirement, depth: number): string {
  const page = r.clause.kind === 'policy' ? ` (p. ${r.clause.span.page})` : ''
  const kind = r.kind === 'allOf' ? 'ALL OF  ' : r.kind === 'anyOf' ? 'ANY OF  ' : r.kind === 'atLeast' ? `${r.n} OF  ` : ''
  const own = `${'  '.repeat(depth)}${r.label ? `${r.label} ` : ''}${kind}${r.words.replace(/\s+/g, ' ')}${page}`
  const below =
    r.kind === 'leaf'
      ? r.exceptions.map((e) => `${'  '.repeat(depth + 1)}EXCEPT  ${e.words.replace(/\s+/g, ' ')}`)
      : r.children.map((c) => tree(c, depth + 1))
  return [own, ...(r.assumption ? [`${'  '.repeat(depth + 1)}(${r.assumption})`] : []), ...below].join('\n')
}
