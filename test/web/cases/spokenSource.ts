import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One text as the source writes it; what is put in at run time stands as `{}`. */
export interface Said {
  readonly file: string
  readonly line: number
  readonly text: string
}

const ROOT = join(import.meta.dirname, '../../..')

export function sourcesIn(
  folder: string,
  not: RegExp | null = null,
): readonly { readonly file: string; readonly code: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !not?.test(name))
    .sort()
    .map((name) => ({ file: `${folder}/${name}`, code: readFileSync(join(ROOT, folder, name), 'utf8') }))
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Where the string or comment that begins here ends; the place itself where none begins. */
function past(code: string, at: number): number {
  const c = code[at]
  if (code.startsWith('//', at)) return code.indexOf('\n', at)
  if (code.startsWith('/*', at)) return code.indexOf('*/', at) + 2
  if (c !== "'" && c !== '"' && c !== '`') return at
  let i = at + 1
  while (i < code.length && code[i] !== c) {
    if (code[i] === '\\') i++
    else if (c === '`' && code.startsWith('${', i)) i = closing(code, i + 1)
    i++
  }
  return i + 1
}

/** The bracket that closes the one at `open`. */
function closing(code: string, open: number): number {
  const stack: string[] = []
  for (let i = open; i < code.length; i++) {
    const next = past(code, i)
    if (next !== i) {
      i = next - 1
      continue
    }
    const c = code[i] ?? ''
    const close = CLOSES[c]
    if (close) stack.push(close)
    else if (c === stack.at(-1)) {
      stack.pop()
      if (!stack.length) return i
    }
  }
  return code.length
}

/** The parts of what stands between a bracket and its end, cut at commas of the same depth. */
export function argumentsAt(code: string, open: number): readonly string[] {
  const end = closing(code, open)
  const parts: string[] = []
  let from = open + 1
  for (let i = from; i < end; i++) {
    const next = past(code, i)
    if (next !== i) i = next - 1
    else if (CLOSES[code[i] ?? '']) i = closing(code, i)
    else if (code[i] === ',') {
      parts.push(code.slice(from, i).trim())
      from = i + 1
    }
  }
  return [...parts, code.slice(from, end).trim()].filter(Boolean)
}

/** What one literal says; null where the expression is no literal. */
function literal(source: string): string | null {
  const c = source[0] ?? ''
  if (!'\'"`'.includes(c) || c === '' || past(source, 0) !== source.length) return null
  let out = ''
  for (let i = 1; i < source.length - 1; i++) {
    if (source[i] === '\\') out += source[++i] === 'n' ? '\n' : (source[i] ?? '')
    else if (c === '`' && source.startsWith('${', i)) {
      out += '{}'
      i = closing(source, i + 1)
    } else out += source[i]
  }
  return out
}

/** Every text an expression can give: a literal, both ends of a choice, a constant of the file. Null: not to be told from here. */
export function textsOf(expression: string, code: string): readonly string[] | null {
  const plain = expression.trim()
  const own = literal(plain)
  if (own !== null) return [own]
  const choice = /^[^'"`]*?\?(?![.?])/.exec(plain)
  if (choice) {
    const rest = plain.slice(choice[0].length).trim()
    const first = past(rest, 0)
    const colon = /^\s*:/.exec(rest.slice(first))
    const [a, b] = [textsOf(rest.slice(0, first), code), colon ? textsOf(rest.slice(first + colon[0].length), code) : null]
    return a && b ? [...a, ...b] : null
  }
  const constant = /^[A-Z_]+$/.test(plain) ? new RegExp(`const ${plain}\\s*=\\s*`).exec(code) : null
  return constant
    ? textsOf(
        code.slice(constant.index + constant[0].length).slice(0, past(code.slice(constant.index + constant[0].length), 0)),
        code,
      )
    : null
}

export const lineAt = (code: string, at: number): number => code.slice(0, at).split('\n').length

/** Functions of the file that make a problem out of what they are given: name, and which of their arguments are said. */
export function makersIn(code: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>()
  for (const m of code.matchAll(/(?:const (\w+) = (?:<[^>]*>)?|function (\w+)(?:<[^>]*>)?)\(/g)) {
    const names = argumentsAt(code, m.index + m[0].length - 1).map((p) => /^(\w+)\??: string/.exec(p)?.[1] ?? '')
    const said = names.flatMap((name, i) => (name === 'say' || name === 'fix' ? [i] : []))
    if (said.length) found.set(m[1] ?? m[2] ?? '', said)
  }
  return found
}
