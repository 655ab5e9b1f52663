import { createHash } from 'node:crypto'
import { type PlainObject, type PlainPdf, pageNumbersOf, readPlain, references } from './plainPdf.ts'
import type { Refusal, Sheets } from './sheets.ts'
import { sheetsInThread } from './threadedSheets.ts'
import { untagged } from './untagged.ts'

/** A page as people see it: crop and rotation applied, in points. `form` is its object in `objects`. */
export interface FlatPage {
  readonly width: number
  readonly height: number
  readonly form: number
}

/** Pages as form XObjects with annotations and form values drawn into them, and what they refer to. */
export interface Flattened {
  readonly pages: readonly FlatPage[]
  readonly objects: ReadonlyMap<number, PlainObject>
}

type Sized = Flattened & { readonly size: number }

/** A packet is made again after every change of its letter, with the same exhibits; the bytes held are bounded. */
const CACHE_BYTES = 64 << 20
const cache = new Map<string, Sized>()

/** Files under way: who asks again waits for the same answer. */
const underWay = new Map<string, Promise<Flattened | Refusal>>()

export async function flatten(bytes: Uint8Array): Promise<Flattened | Refusal> {
  const key = createHash('sha256').update(bytes).digest('base64')
  const hit = cache.get(key)
  if (hit) {
    cache.delete(key)
    cache.set(key, hit)
    return hit
  }
  const making = underWay.get(key) ?? make(key, bytes).finally(() => underWay.delete(key))
  underWay.set(key, making)
  return making
}

async function make(key: string, bytes: Uint8Array): Promise<Flattened | Refusal> {
  const sheets = await sheetsInThread(bytes)
  if (typeof sheets === 'string') return sheets
  const made = fromSheets(sheets)
  if (typeof made !== 'string') remember(key, made)
  return made
}

function fromSheets({ sizes, pdf }: Sheets): Sized | Refusal {
  const plain = readPlain(Buffer.from(pdf.buffer))
  const forms = formsOf(plain)
  if (forms.length !== sizes.length) return 'damaged'
  const pages = sizes.map((size, i) => ({ ...size, form: forms[i] ?? 0 }))
  return { pages, objects: untagged(reachable(plain, forms)), size: pdf.length }
}

/** The sheets name their forms /X1, /X2 … in page order. */
function formsOf(plain: PlainPdf): number[] {
  const heads = pageNumbersOf(plain).map((n) => plain.objects.get(n)?.head ?? '')
  const named = heads.flatMap((head) =>
    [...head.matchAll(/\/X(\d+) (\d+) 0 R/g)].map(([, name, n]) => [Number(name), Number(n)] as const),
  )
  return named.sort(([a], [b]) => a - b).map(([, n]) => n)
}

function reachable(plain: PlainPdf, from: readonly number[]): Map<number, PlainObject> {
  const found = new Map<number, PlainObject>()
  const waiting = [...from]
  for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
    const object = plain.objects.get(n)
    if (!object || found.has(n)) continue
    found.set(n, object)
    waiting.push(...references(object.head))
  }
  return found
}

function remember(key: string, made: Sized) {
  if (made.size > CACHE_BYTES / 4) return
  cache.set(key, made)
  let total = [...cache.values()].reduce((sum, f) => sum + f.size, 0)
  for (const [oldest, f] of cache) {
    if (total <= CACHE_BYTES) break
    cache.delete(oldest)
    total -= f.size
  }
}
