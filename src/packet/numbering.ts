/** A run of pages of the packet. `id` is set for exhibits. */
export interface Part {
  readonly kind: 'cover' | 'letter' | 'index' | 'exhibit' | 'certificate'
  readonly id: string | null
  readonly title: string
  readonly pages: number
}

/** 1-based packet pages, both included. */
export type NumberedPart = Part & { readonly first: number; readonly last: number }

export function numberParts(parts: readonly Part[]): NumberedPart[] {
  let next = 1
  return parts.map((part) => {
    const first = next
    next += part.pages
    return { ...part, first, last: next - 1 }
  })
}

/** Inverse of numbering: parts from the pages they start on. `total` is the page count of the whole. */
export const partsFromStarts = (
  starts: readonly (Omit<Part, 'pages'> & { readonly first: number })[],
  total: number,
): NumberedPart[] =>
  numberParts(
    starts.map(({ kind, id, title, first }, i) => ({ kind, id, title, pages: (starts[i + 1]?.first ?? total + 1) - first })),
  )

const LABELS = { cover: 'Cover ', letter: 'Letter ', index: 'Index ', certificate: 'Certificate ' } as const

/** What a PDF reader shows as page number: "Cover", "Letter 2", "Index", "C-2", "Certificate". */
export const labelPrefix = (part: Part): string => (part.kind === 'exhibit' ? `${part.id}-` : LABELS[part.kind])

export const bookmarkTitle = (part: Part): string => (part.kind === 'exhibit' ? `Exhibit ${part.id}: ${part.title}` : part.title)

/** Places of the numbers in a stamp; the typesetter, which alone knows the page count, fills them. */
export interface StampNumbers {
  readonly page: number
  readonly pages: number
  readonly packetPage: number
  readonly packetPages: number
}

/** "Exhibit C · {page} of {pages} · Reference 123": no name, because stamped pages get separated. */
export const stampPattern = (exhibit: string, reference: string | null): { readonly left: string; readonly right: string } => ({
  left: [`Exhibit ${exhibit}`, '{page} of {pages}', ...(reference ? [`Reference ${reference}`] : [])].join(' · '),
  right: 'p. {packetPage} of {packetPages}',
})

export const fillStamp = (pattern: string, numbers: StampNumbers): string =>
  pattern.replace(/\{(page|pages|packetPage|packetPages)\}/g, (_, name: keyof StampNumbers) => String(numbers[name]))
