import type { Finding } from '../../base/span.ts'
import type { NumberLabel } from '../lexicon/number-labels.ts'
import { type Labelled, labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { matchesAtStart } from '../text/word-start.ts'
import { datesIn } from '../values/dates.ts'
import { phonesIn } from '../values/phones.ts'
import type { ReadingContext } from './context.ts'

/** Letters and digits with hyphens, dots or slashes, at least one digit; groups of digits may stand apart. */
const TOKEN =
  /^[#:\s]*((?:[A-Z]{2,4} (?=\d{3}|\d{2} \d))?(?=[\w./*-]*\d)[A-Za-z\d](?:[\w./-]|\*(?=[A-Za-z\d]))*[A-Za-z\d](?: (?:\d{2,6}|[A-Z]\d{3,8})(?![\d/-]))*(?:(?<=\d \d+) [A-Z](?![\w./-])|(?<=\d) \d(?=\s*$|\s{2,}))?)/
const IN_PROSE = String.raw`(?:\s*(?:#|:))?\s+([A-Z]{2,4} \d{3,6}(?: \d{3,6}(?![\w/-]))*|[A-Z]{2,4} \d{2} \d{3,6}(?![\w/-])|(?=[\w-]*\d)[A-Z\d][\w-]{2,}[A-Z\d])`

export interface NumberFound extends Finding<string> {
  readonly label: string
  /** Offset in the letter. */
  readonly offset: number
}

/** Every number that carries one of the labels, best label first, then in order of place. */
export function numbersLabelled(ctx: ReadingContext, labels: readonly NumberLabel[]): NumberFound[] {
  return labels.flatMap(({ source, confidence }) => {
    const found = labelled(ctx.letter, source).flatMap((l) => {
      const number = numberAt(l)
      if (!number) return []
      const from = l.place === 'below' ? l.start : l.labelStart
      return {
        ...finding(ctx.letter, number.value, from, l.start + number.end, confidence),
        label: l.label,
        offset: l.labelStart,
      }
    })
    return found.length > 0 ? found : inProse(ctx, source, confidence)
  })
}

function numberAt(l: Labelled): { value: string; end: number } | null {
  const m = TOKEN.exec(l.text)
  if (!m?.[1]) return null
  const value = m[1].replace(/[./-]+$/, '')
  if (value.length < 3 || isOtherThing(l.text, value)) return null
  return { value, end: m[0].length - (m[1].length - value.length) }
}

/** Dates, telephone numbers and amounts are no identifiers. */
function isOtherThing(text: string, value: string): boolean {
  const starts = (m: { start: number } | undefined) => m !== undefined && m.start <= text.indexOf(value)
  return starts(datesIn(text)[0]) || starts(phonesIn(text)[0]) || /^\$?\d+\.\d{2}$/.test(value)
}

/** "Boise, ID 83701" ends an address in Idaho. */
const isPostalCode = (ctx: ReadingContext, at: number, value: string): boolean =>
  /^\d{5}(?:-\d{4})?$/.test(value) && /,\s*$/.test(ctx.letter.text.slice(Math.max(0, at - 3), at))

const INSIDE_A_WORD = /[\p{L}\d]$/u

function inProse(ctx: ReadingContext, source: string, confidence: number): NumberFound[] {
  const pattern = new RegExp(String.raw`(${source})${IN_PROSE}`, 'giu')
  return matchesAtStart(ctx.letter.text, pattern, INSIDE_A_WORD).flatMap((m) => {
    const value = m.at(-1) ?? ''
    // The pattern ignores case for the labels' sake; "ID was 4471" has no letters before its number.
    if (/^\p{Ll}+ /u.test(value) || isOtherThing(m[0], value) || m[0].includes('\n\n') || isPostalCode(ctx, m.index, value))
      return []
    const found = finding(ctx.letter, value, m.index, m.index + m[0].length, confidence * 0.9)
    return { ...found, label: (m[1] ?? '').trim(), offset: m.index }
  })
}
