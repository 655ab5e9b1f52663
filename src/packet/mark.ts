/** The mark beside a status that the cell also says in words. */
export type Mark = 'met' | 'exception' | 'open'

const STATUS_COLUMN = /\b(status|met|standing|finding)\b/i

/** A mark for the cells of a status column, null for any other cell. */
export function statusMark(column: string, cell: string): Mark | null {
  if (!STATUS_COLUMN.test(column) || cell.length > 80) return null
  if (/^(met|satisfied|yes)\b/i.test(cell)) return 'met'
  if (/^exception\b/i.test(cell)) return 'exception'
  if (/^(not met|no evidence|not shown|not yet|missing|open|unknown|gap|no)\b/i.test(cell)) return 'open'
  return null
}
