import { distance } from 'fastest-levenshtein'
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Problem, problem } from '../../base/problem.ts'
import { caseFileSchema } from './schema.ts'

/** A parsed YAML text that still knows its lines. Scalars stay text (failsafe schema). */
export interface LocatedYaml {
  readonly path: string
  readonly doc: Document
  readonly lines: LineCounter
}

export function openYaml(text: string, path: string): LocatedYaml {
  const lines = new LineCounter()
  return { path, doc: parseDocument(text, { schema: 'failsafe', lineCounter: lines }), lines }
}

export const syntaxProblems = (yaml: LocatedYaml): Problem[] =>
  yaml.doc.errors.map((e) =>
    problem(
      'casefile-invalid',
      `${yaml.path}:${yaml.lines.linePos(e.pos[0]).line}`,
      e.code === 'DUPLICATE_KEY' ? 'The same name stands twice in one block.' : 'The file is not valid YAML here.',
      e.code === 'DUPLICATE_KEY'
        ? 'Keep one of the two lines.'
        : 'Check the indentation, the colon and the quotes of this line and the one above.',
    ),
  )

/** Problems of the schema with their line, in words that name the field but never its content. */
export function schemaProblems(yaml: LocatedYaml, issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const near = nearest(key, keysAt(path))
        return problem(
          'casefile-invalid',
          `${yaml.path}:${lineOfKey(yaml, path, key)}`,
          `"${key}" is not a field of ${path.length ? path.join('.') : 'a case file'}.`,
          near ? `Did you mean "${near}"?` : `Fields here: ${keysAt(path).join(', ')}.`,
        )
      })
    const { say, fix } = wordsOf(issue)
    return [problem('casefile-invalid', `${yaml.path}:${lineOf(yaml, path)}`, `${path.join('.') || 'The file'} ${say}.`, fix)]
  })
}

function wordsOf(issue: z.core.$ZodIssue): { say: string; fix: string } {
  const [say, fix] = issue.message.split('\n')
  if (say && fix) return { say, fix }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { say: 'is missing', fix: 'Add the line, or remove the whole entry.' }
  const wanted = issue.code === 'invalid_type' ? issue.expected : ''
  if (wanted === 'array') return { say: 'must be a list', fix: 'Begin each entry with "- " on its own line.' }
  if (wanted === 'object') return { say: 'must be a block of fields', fix: 'Indent its fields below it, each as "name: value".' }
  return { say: 'is not in the expected form', fix: 'See docs/casefile.md for an example.' }
}

export function lineOf(yaml: LocatedYaml, path: readonly string[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = yaml.doc.getIn(path.slice(0, depth), true) as { range?: readonly [number, number, number] } | undefined
    if (node?.range) return yaml.lines.linePos(node.range[0]).line
  }
  return 1
}

function lineOfKey(yaml: LocatedYaml, path: readonly string[], key: string): number {
  const map = path.length ? yaml.doc.getIn(path, true) : yaml.doc.contents
  if (isMap(map))
    for (const pair of map.items)
      if (isScalar(pair.key) && pair.key.value === key && pair.key.range) return yaml.lines.linePos(pair.key.range[0]).line
  return lineOf(yaml, path)
}

/** Field names that the schema knows at a path; list positions are passed over. */
function keysAt(path: readonly string[]): string[] {
  let schema: unknown = caseFileSchema
  for (const step of path) {
    schema = unwrap(schema)
    schema = /^\d+$/.test(step)
      ? (schema as { element?: unknown }).element
      : (schema as { shape?: Record<string, unknown> }).shape?.[step]
  }
  return Object.keys((unwrap(schema) as { shape?: Record<string, unknown> })?.shape ?? {})
}

const unwrap = (schema: unknown): unknown => {
  const inner = (schema as { unwrap?: () => unknown } | undefined)?.unwrap
  return typeof inner === 'function' && !(schema as { element?: unknown }).element ? inner.call(schema) : schema
}

function nearest(key: string, options: readonly string[]): string | null {
  const plain = (t: string) => t.toLowerCase().replace(/[^a-z]/g, '')
  const ranked = options.map((o) => ({ o, d: distance(plain(key), plain(o)) })).sort((a, b) => a.d - b.d)
  const best = ranked[0]
  return best && best.d <= Math.max(2, Math.floor(key.length / 3)) ? best.o : null
}
