import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { CivilDate } from '../../base/date.ts'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import { fonts } from './fonts.ts'

const templates = join(import.meta.dirname, 'templates')

/** One per process: it holds the fonts. Its cache is global, and every use of it is synchronous. */
let compiler: NodeCompiler | null = null

function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: [...fonts().files] }] })
  return compiler
}

/** Memoized layout survives this many documents unused. 0 would shape every font anew each time. */
const CACHE_AGE = 2
/** Page numbers settle on the second pass; more would mean that a number's width moves a page break. */
const PASSES = 4

/** Where a part begins, as `part-start` in the templates says it. */
export interface PartStart {
  readonly kind: string
  readonly id: string | null
  readonly first: number
}

export interface Job {
  /** File name in `templates/`. */
  readonly template: string
  /** Given as a file, not as markup, so that no text can act as code. */
  readonly data: unknown
  /** What depends on page numbers, given where the parts began in the pass before (none at first). */
  readonly numbers: ((starts: readonly PartStart[], pageCount: number) => unknown) | null
  readonly today: CivilDate
  /** Images the template opens by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface Typeset {
  readonly pdf: Buffer
  readonly pageCount: number
  readonly starts: readonly PartStart[]
}

/** Sets a template to tagged PDF/UA-1. Same input, same bytes. */
export async function typeset(job: Job): Promise<Outcome<Typeset>> {
  const c = theCompiler()
  try {
    return setPages(c, job)
  } catch (error) {
    return refused(job.template, [error])
  } finally {
    c.resetShadow()
    c.evictCache(CACHE_AGE)
    // Freed documents are given back only when the event loop turns; a tight loop would leak.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function setPages(c: NodeCompiler, job: Job): Outcome<Typeset> {
  const shadow = (name: string, bytes: Uint8Array) => c.mapShadow(join(templates, name), Buffer.from(bytes))
  const json = (name: string, value: unknown) => shadow(name, Buffer.from(JSON.stringify(value)))
  for (const [name, bytes] of job.files) shadow(name, bytes)
  json('data.json', job.data)
  let numbers = job.numbers?.([], 0)
  for (let pass = 1; pass <= PASSES; pass++) {
    json('numbers.json', numbers ?? null)
    const done = c.compile({ mainFilePath: join(templates, job.template) })
    const error = done.takeError()
    if (error || !done.result) return refused(job.template, error ? c.fetchDiagnostics(error) : [])
    const starts = partStarts(c, done.result)
    const next = job.numbers?.(starts, done.result.numOfPages)
    if (isDeepStrictEqual(next, numbers)) return exported(c, done.result, job, starts)
    numbers = next
  }
  return refused(job.template, ['page numbers do not settle'])
}

/** Natural size of a PNG or JPEG in points, orientation applied; null when it can't be decoded. */
export function imageSize(name: string, bytes: Uint8Array): { width: number; height: number } | null {
  const c = theCompiler()
  try {
    c.mapShadow(join(templates, name), Buffer.from(bytes))
    const probe = `#context [#metadata({ let s = measure(image("${name}")); (s.width.pt(), s.height.pt()) }) <size>]`
    const done = c.compile({ mainFileContent: probe })
    const [found] = done.result ? (c.query(done.result, { selector: '<size>' }) as { value: [number, number] }[]) : []
    return found ? { width: found.value[0], height: found.value[1] } : null
  } catch {
    return null
  } finally {
    c.resetShadow()
  }
}

const partStarts = (c: NodeCompiler, doc: NodeTypstDocument): PartStart[] =>
  (c.query(doc, { selector: '<part>' }) as { value: PartStart }[]).map((found) => found.value)

/** A letter that misses the accessibility standard is still worth sending in time, with a warning. */
function exported(
  c: NodeCompiler,
  doc: NodeTypstDocument,
  { template, today }: Job,
  starts: readonly PartStart[],
): Outcome<Typeset> {
  const creationTimestamp = Date.parse(`${today}T12:00:00Z`) / 1000
  const made = (pdfStandard: string) => ({
    pdf: c.pdf(doc, { pdfStandard, creationTimestamp }),
    pageCount: doc.numOfPages,
    starts,
  })
  try {
    return ok(made('ua-1'))
  } catch (error) {
    return ok(
      made('1.7'),
      refused(template, [error]).problems.map((p) => ({ ...p, ...NOT_ACCESSIBLE })),
    )
  }
}

const NOT_ACCESSIBLE = {
  say: 'The pages are complete but not fully marked up for screen readers (PDF/UA-1).',
  fix: 'Send them as they are; give a reader who needs it the DOCX.',
}

/** Diagnostics quote the text they failed on, which may be health data: quotations are cut out. */
function refused(template: string, diagnostics: readonly unknown[]) {
  const messages = diagnostics.map((d) => (d && typeof d === 'object' && 'message' in d ? String(d.message) : String(d)))
  const why = messages
    .join('; ')
    .replace(/(["'`])[^"'`]*\1/g, '…')
    .slice(0, 300)
  return fail(
    problem(
      'typesetting-failed',
      template,
      `The pages could not be set: ${why}.`,
      'Report this; the text is still in case.json.',
    ),
  )
}
