export type Interval = readonly [first: number, last: number]

export function intervals(pages: readonly number[]): Interval[] {
  const found: Interval[] = []
  for (const page of pages) {
    const open = found.at(-1)
    if (open && open[1] === page - 1) found[found.length - 1] = [open[0], page]
    else found.push([page, page])
  }
  return found
}

/** "Pages 3, 61–2000". */
export const stretchesSaid = (found: readonly Interval[]): string =>
  `Pages ${found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')}`

export const pagesSaid = (pages: readonly number[]): string => stretchesSaid(intervals([...pages].sort((a, b) => a - b)))
