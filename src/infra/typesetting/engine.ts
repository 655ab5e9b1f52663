import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fonts } from './fonts.ts'
import type { Diagnostic, ImageSize, PageJob, PagesMade, PartStart } from './protocol.ts'

const templates = join(import.meta.dirname, 'templates')

/** One per process: it holds the fonts. Its cache is global, and every use of it is synchronous. */
let compiler: NodeCompiler | null = null

function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: [...fonts().files] }] })
  return compiler
}

/**
 * Memoized layout survives this many documents unused: a packet comes after the other letters of its case and
 * finds its own letter laid out. 0 would shape every font anew each time.
 */
const CACHE_AGE = 10

/** Sets the template once, with the page numbers it was given. */
export function setPages({ template, data, numbers, today, files }: PageJob): PagesMade {
  const c = theCompiler()
  const shadow = (name: string, bytes: Uint8Array) => c.mapShadow(join(templates, name), Buffer.from(bytes))
  const json = (name: string, value: unknown) => shadow(name, Buffer.from(JSON.stringify(value)))
  try {
    for (const [name, bytes] of files) shadow(name, bytes)
    json('data.json', data)
    json('numbers.json', numbers ?? null)
    const done = c.compile({ mainFilePath: join(templates, template) })
    const error = done.takeError()
    if (error || !done.result) return { kind: 'refused', diagnostics: error ? c.fetchDiagnostics(error).map(diagnostic) : [] }
    const starts = (c.query(done.result, { selector: '<part>' }) as { value: PartStart }[]).map((found) => found.value)
    return exported(c, done.result, today, starts)
  } catch (error) {
    return { kind: 'refused', diagnostics: [diagnostic(error)] }
  } finally {
    c.resetShadow()
    c.evictCache(CACHE_AGE)
  }
}

/** A letter that misses the accessibility standard is still worth sending in time, with a warning. */
function exported(c: NodeCompiler, doc: NodeTypstDocument, today: string, starts: readonly PartStart[]): PagesMade {
  const creationTimestamp = Date.parse(`${today}T12:00:00Z`) / 1000
  const made = (pdfStandard: string, missed: readonly Diagnostic[]): PagesMade => ({
    kind: 'made',
    pdf: c.pdf(doc, { pdfStandard, creationTimestamp }),
    pageCount: doc.numOfPages,
    starts,
    missed,
  })
  try {
    return made('ua-1', [])
  } catch (error) {
    return made('1.7', [diagnostic(error)])
  }
}

const diagnostic = (d: unknown): Diagnostic => (d && typeof d === 'object' && 'message' in d ? String(d.message) : String(d))

/** Natural size of a PNG or JPEG in points, orientation applied; null when it can't be decoded. */
export function measureImage(name: string, bytes: Uint8Array): ImageSize | null {
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
