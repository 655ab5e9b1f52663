/** Room for a page of an exhibit, in points; see `exhibit.typ` for the margins and the title line. */
const SHORT_SIDE = 612
const LONG_SIDE = 792
const MARGIN = { across: 2 * 28.8, top: 28.8, bottom: 54 }
const TITLE = 26
/** Small pictures are not blown up beyond this. */
const LARGEST_SCALE = 1.6

export interface Frame {
  readonly landscape: boolean
  readonly width: number
  readonly height: number
}

/** The largest size at which a page fits under the title line (first page) and above the stamp. */
export function frameFor(page: { readonly width: number; readonly height: number }, first: boolean): Frame {
  const landscape = page.width > page.height * 1.05
  const [across, down] = landscape ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE]
  const room = { width: across - MARGIN.across - 2, height: down - MARGIN.top - MARGIN.bottom - (first ? TITLE : 0) - 2 }
  const scale = Math.min(room.width / page.width, room.height / page.height, LARGEST_SCALE)
  return { landscape, width: round(page.width * scale), height: round(page.height * scale) }
}

const round = (n: number) => Math.round(n * 1000) / 1000
