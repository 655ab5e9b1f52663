import type { CivilDate } from '../../base/date.ts'
import type { Finding } from '../../base/span.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { compactDate, datesIn } from '../values/dates.ts'
import type { ReadingContext } from './context.ts'

const LABEL = String.raw`dates? of (?:the )?services?(?:\s*requested)?|dos|service dates?|serv(?:ice)? date|dates? requested|admission date|date of admission|admit date|fechas? (?:de|del) servicio`
const PROSE =
  /\b(?:services?|care|treatment|procedure|visit|performed|received|provided|rendered|date of service|dates of service|admitted|consultation|hospitali[sz]ed|stay)\b[^.]{0,60}?\b(?:on|from|dated|between|beginning|starting|:)\s+$/i

/** "Request received: 09/23/2026" is a day of the plan's, not of the care. */
const OF_THE_PAPERS =
  /\b(?:requests?|appeals?|claims?|records?|information|application|documents?|letter|fax)(?:\s+(?:was|were|is|we))?\s+received\b[\s\w]{0,12}:?\s*$/i

/** When the care was or would be given; a period gives its first and last day. */
export function serviceDates({ letter, sentences }: ReadingContext): Finding<CivilDate>[] {
  const found: Finding<CivilDate>[] = []
  const add = (value: CivilDate, start: number, end: number, confidence: number) => {
    if (!found.some((f) => f.value === value)) found.push(finding(letter, value, start, end, confidence))
  }
  for (const l of labelled(letter, LABEL))
    for (const d of datesIn(l.text).slice(0, 2)) add(d.value, l.start + d.start, l.start + d.end, 1)
  for (const m of letter.text.matchAll(/^ *\d{10} +(\d{6})(?= )/gm)) {
    const value = compactDate(m[1] ?? '')
    const start = m.index + m[0].length - 6
    if (value) add(value, start, start + 6, 0.9)
  }
  if (found.length > 0) return found
  for (const s of sentences) {
    if (s.section === 'appeal' || s.section === 'external' || s.section === 'submission') continue
    const dates = datesIn(s.text)
    const first = dates.findIndex((d) => {
      const before = s.text.slice(0, d.start)
      return PROSE.test(before) && !OF_THE_PAPERS.test(before)
    })
    if (first < 0) continue
    const [from, to] = dates.slice(first)
    const period = from && to && /^\s*(?:-|–|to|through|and|until)\s*$/.test(s.text.slice(from.end, to.start))
    for (const d of period ? [from, to] : [from]) {
      const start = d ? s.at[d.start] : undefined
      const end = d ? s.at[d.end - 1] : undefined
      if (d && start !== undefined && end !== undefined) add(d.value, start, end + 1, 0.8)
    }
  }
  return found
}
