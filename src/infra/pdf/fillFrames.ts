import { createHash } from 'node:crypto'
import { labelPrefix, type NumberedPart } from '../../packet/numbering.ts'
import type { FlatPage, Flattened } from './flatten.ts'
import { type PlainObject, pageNumbersOf, readPlain, renumbered, writePlain } from './plainPdf.ts'

/** A page of an exhibit to be drawn in the frame of a packet page (1-based). */
export interface Filling {
  readonly packetPage: number
  readonly page: FlatPage
  readonly source: Flattened
}

/**
 * The typeset packet has a placeholder image in the frame of every exhibit page. An image is drawn
 * into a unit square; so is a form whose matrix shrinks it to one. Naming the form in the page's
 * resources in place of the image therefore puts the original page into the frame, and the tags,
 * alternative text, bookmarks and stamps that were typeset around it stay as they are.
 */
export function fillFrames(typeset: Buffer, fillings: readonly Filling[], parts: readonly NumberedPart[]): Buffer {
  const base = readPlain(typeset)
  const objects = new Map(base.objects)
  const pages = pageNumbersOf(base)
  let next = Math.max(...objects.keys()) + 1
  const adopted = new Map<Flattened, ReadonlyMap<number, number>>()
  for (const { packetPage, page, source } of fillings) {
    let numbers = adopted.get(source)
    if (!numbers) {
      numbers = new Map([...source.objects.keys()].map((n) => [n, next++]))
      adopted.set(source, numbers)
      adopt(objects, source, numbers)
    }
    const form = numbers.get(page.form)
    const at = pages[packetPage - 1]
    const frame = at === undefined ? undefined : objects.get(at)
    if (form === undefined || at === undefined || !frame) throw new Error('an exhibit page without a frame')
    objects.set(at, { ...frame, head: withImage(frame.head, form) })
  }
  const catalog = objects.get(base.root)
  if (!catalog) throw new Error('a packet without a catalog')
  objects.set(base.root, { ...catalog, head: withLabels(catalog.head, parts) })
  return writePlain({ ...base, objects }, digest)
}

function adopt(into: Map<number, PlainObject>, source: Flattened, numbers: ReadonlyMap<number, number>) {
  const forms = new Map(source.pages.map((page) => [page.form, page]))
  for (const [n, { head, stream }] of source.objects) {
    const page = forms.get(n)
    const own = page ? inUnitSquare(head, page) : head
    into.set(numbers.get(n) ?? 0, { head: renumbered(own, (m) => numbers.get(m)), stream })
  }
}

const MATRIX = /\/Matrix\s*\[([^\]]*)\]/

/** PDFium's matrix brings the page upright to (0, 0); dividing by its size brings it into the unit square. */
function inUnitSquare(head: string, { width, height }: FlatPage): string {
  const own = MATRIX.exec(head)?.[1]?.trim().split(/\s+/).map(Number) ?? [1, 0, 0, 1, 0, 0]
  const matrix = own.map((v, i) => (v / (i % 2 === 0 ? width : height)).toFixed(9)).join(' ')
  return head.replace(MATRIX, '').replace(/^<</, () => `<</Matrix [${matrix}] `)
}

/** An exhibit page names one image only: the placeholder. */
function withImage(head: string, form: number): string {
  const out = head.replace(/(\/XObject\s*<<\s*\/\w+ )\d+( 0 R\s*>>)/, `$1${form}$2`)
  if (out === head) throw new Error('an exhibit page without a placeholder')
  return out
}

/** Readers see "C-2" beside the page, and the bookmarks open. */
function withLabels(head: string, parts: readonly NumberedPart[]): string {
  const ranges = parts.map((p) => {
    const prefix = labelPrefix(p)
    return `${p.first - 1} ${p.pages === 1 && p.kind !== 'exhibit' ? `<< /P (${prefix.trim()}) >>` : `<< /P (${prefix}) /S /D >>`}`
  })
  const entries = `/PageLabels << /Nums [${ranges.join(' ')}] >>\n  /PageMode /UseOutlines\n>>`
  return head.replace(/\/PageMode\s*\/\w+/, '').replace(/>>\s*$/, () => entries)
}

function digest(body: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const part of body) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}
