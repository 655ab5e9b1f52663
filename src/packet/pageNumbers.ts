import { fillStamp, type NumberedPart, stampPattern } from './numbering.ts'
import type { Via } from './plan.ts'

/** Every page number that is printed in a packet, worked out from where its parts begin. */
export interface PageNumbers {
  readonly total: number
  readonly letter: { readonly first: number; readonly pages: number }
  /** Rows of the cover. */
  readonly contents: readonly { readonly title: string; readonly pages: string }[]
  /** Page range of each exhibit, for the index. */
  readonly pages: Readonly<Record<string, string>>
  /** First page of each exhibit that is in the packet, by exhibit id. */
  readonly first: Readonly<Record<string, number>>
  /** One stamp per page of each exhibit, by exhibit id. */
  readonly stamps: Readonly<Record<string, readonly Stamp[]>>
}

export interface Stamp {
  readonly left: string
  readonly right: string
}

/** "6", "6–9". */
export const pageRange = (part: { readonly first: number; readonly last: number }): string =>
  part.first === part.last ? String(part.first) : `${part.first}–${part.last}`

export function pageNumbers(parts: readonly NumberedPart[], via: Via, reference: string | null): PageNumbers {
  const total = parts.at(-1)?.last ?? 0
  const letter = parts.find((p) => p.kind === 'letter')
  const exhibits = parts.flatMap((p) => (p.kind === 'exhibit' && p.id !== null ? [{ ...p, id: p.id }] : []))
  return {
    total,
    letter: { first: letter?.first ?? 1, pages: letter?.pages ?? 0 },
    contents: contents(parts, via),
    pages: Object.fromEntries(exhibits.map((e) => [e.id, pageRange(e)])),
    first: Object.fromEntries(exhibits.map((e) => [e.id, e.first])),
    stamps: Object.fromEntries(exhibits.map((e) => [e.id, stamps(e, total, reference)])),
  }
}

function stamps(part: NumberedPart & { readonly id: string }, total: number, reference: string | null): Stamp[] {
  const pattern = stampPattern(part.id, reference)
  return Array.from({ length: part.pages }, (_, i) => {
    const numbers = { page: i + 1, pages: part.pages, packetPage: part.first + i, packetPages: total }
    return { left: fillStamp(pattern.left, numbers), right: fillStamp(pattern.right, numbers) }
  })
}

/** More rows than this would push the confidentiality note off the cover. */
const MOST_ROWS = 14

/** A fax cover lies open in a tray, so exhibits are named there by letter only; see the index for titles. */
function contents(parts: readonly NumberedPart[], via: Via) {
  const brief = via === 'fax' || parts.length > MOST_ROWS
  const named = parts.filter((p) => p.kind !== 'cover' && !(brief && p.kind === 'exhibit'))
  const rows = named.map((p) => ({ title: partTitle(p, via), pages: pageRange(p) }))
  const exhibits = parts.filter((p) => p.kind === 'exhibit')
  const [first, last] = [exhibits[0], exhibits.at(-1)]
  if (!brief || !first || !last) return rows
  const title = first === last ? `Exhibit ${first.id}` : `Exhibits ${first.id} to ${last.id}`
  const after = rows.filter((_, i) => (named[i]?.first ?? 0) > last.last)
  const row = { title, pages: pageRange({ first: first.first, last: last.last }) }
  return [...rows.slice(0, rows.length - after.length), row, ...after]
}

function partTitle(part: NumberedPart, via: Via): string {
  if (part.kind === 'exhibit') return `Exhibit ${part.id}: ${part.title}`
  if (part.kind === 'certificate') return 'Certificate of signature'
  if (part.kind !== 'letter') return 'List of exhibits'
  return via === 'fax' ? 'Letter' : part.title
}
