import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { failAll, type Outcome, ok } from '../base/outcome.ts'
import { type Problem, problem } from '../base/problem.ts'

/** One file of `knowledge/`, path relative to it: "law/29-cfr-2560.503-1.yaml". */
export interface RecordFile {
  readonly path: string
  readonly text: string
  /** What typing this very text gave before, with the same schemas: saves the work, never decides anything. */
  readonly typed?: { readonly id: string }
}

/** Types one file by its schema, or every broken place in it with its line. */
export function readRecord<T extends { id: string }>(file: RecordFile, schema: z.ZodType<T>): Outcome<T> {
  const parsed = parseText(file)
  if (!parsed.ok) return parsed
  const result = schema.safeParse(parsed.value)
  return result.success ? ok(result.data) : failAll(locate(file, result.error.issues))
}

/** What a record is found by among those of its kind: its id, after the folder it lies in where a kind has folders. */
export const keyOfPath = (path: string): string => path.replace(/^[^/]*\//, '').replace(/\.yaml$/, '')

/** The id that a record in this file must have. */
export const idOfPath = (path: string): string => path.replace(/^.*\//, '').replace(/\.yaml$/, '')

/**
 * Plain data of a record's text: maps, lists and text only, so that "1300.70" and "02139" stay as written.
 * The quick parser reads what is well formed; what is not is read again by the one that knows places.
 */
function parseText(file: RecordFile): Outcome<unknown> {
  try {
    return ok(load(file.text, { schema: FAILSAFE_SCHEMA }))
  } catch (error) {
    const { doc, lines } = open(file.text)
    const faults = doc.errors.map((e) => broken(file.path, lines.linePos(e.pos[0]).line, e.message.split('\n')[0] ?? ''))
    return failAll(faults.length ? faults : [broken(file.path, 1, error instanceof Error ? error.message : String(error))])
  }
}

function open(text: string): { doc: Document; lines: LineCounter } {
  const lines = new LineCounter()
  return { doc: parseDocument(text, { schema: 'failsafe', lineCounter: lines }), lines }
}

function locate(file: RecordFile, issues: readonly z.core.$ZodIssue[]): Problem[] {
  const { doc, lines } = open(file.text)
  return issues.map((issue) => {
    const node = nearestNode(doc, issue.path as string[])
    return broken(file.path, node?.range ? lines.linePos(node.range[0]).line : 1, `${issue.path.join('.')}: ${issue.message}`)
  })
}

/** The node at `path`, or the closest one above it: a missing field is reported where it should stand. */
function nearestNode(doc: Document, path: readonly string[]): { range?: [number, number, number] } | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const node = doc.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return node
  }
  return undefined
}

export const broken = (path: string, line: number, say: string): Problem =>
  problem('knowledge-invalid', `knowledge/${path}:${line}`, say, 'Correct the record; docs/adding shows the form.')
