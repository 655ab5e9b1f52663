import type { CivilDate } from '../../base/date.ts'
import type { Finding } from '../../base/span.ts'
import type { AppealWindow } from '../denial.ts'
import { FILING, FROM_NOTICE, FROM_RECEIPT, OTHER_CLOCKS, OUTSIDE_REVIEW } from '../lexicon/appeal-window.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import { datesIn } from '../values/dates.ts'
import { durationsIn, isoDuration } from '../values/durations.ts'
import type { ReadingContext } from './context.ts'

interface Candidate {
  readonly window: AppealWindow
  readonly sentence: Sentence
  readonly outside: boolean
  readonly confidence: number
}

/**
 * The time the letter gives for the next appeal. An outside review's time is taken only where it is the
 * next step (`outsideCounts`) and no further level inside the plan is stated.
 */
export function appealWindow(ctx: ReadingContext, outsideCounts: boolean): Finding<AppealWindow> | null {
  const all = candidates(ctx)
  const inside = all.filter((c) => !c.outside)
  const chosen = best(inside) ?? (outsideCounts ? best(all) : null)
  if (!chosen) return null
  const date = chosen.window.date ?? dateNear(inside, chosen)
  const range = rangeIn(ctx.letter, chosen.sentence, 0, chosen.sentence.text.length)
  return finding(ctx.letter, { ...chosen.window, date }, range.start, range.end, chosen.confidence)
}

const candidates = (ctx: ReadingContext): Candidate[] => ctx.sentences.flatMap((s, i) => candidatesIn(s, ctx.sentences[i - 1]))

/** Whether the letter gives a time for an appeal to the plan itself. */
export const statesAPlanWindow = (ctx: ReadingContext): boolean => candidates(ctx).some((c) => !c.outside)

const best = (found: readonly Candidate[]): Candidate | null =>
  found.reduce<Candidate | null>((top, c) => (top && top.confidence >= c.confidence ? top : c), null)

/** A last day stated in another sentence than the number of days. */
const dateNear = (others: readonly Candidate[], chosen: Candidate): CivilDate | null =>
  others.find((c) => c !== chosen && c.window.date !== null && c.window.duration === null)?.window.date ?? null

function candidatesIn(s: Sentence, before: Sentence | undefined): Candidate[] {
  const lower = s.text.toLowerCase()
  const files = FILING.test(lower)
  const meansAppeal =
    before !== undefined &&
    /^(?:you have|ask|file|appeal|submit|write|send|do so|do this)\b|\b(?:it|your (?:written )?(?:request|letter)|the request|this request|write to us|you must (?:write|file|ask|send|submit|do so))\b/.test(
      lower,
    ) &&
    FILING.test(before.text.toLowerCase())
  const said =
    files ||
    meansAppeal ||
    ((s.section === 'appeal' || s.section === 'external') &&
      /\b(?:file|submit|send|request|ask|write|call|deadline|mail|receive[ds]?|within|days?|plazo|presentar|solicitar|enviar)\b/.test(
        lower,
      ))
  if (!said || s.section === 'continuation' || s.section === 'grievance') return []
  const outside =
    OUTSIDE_REVIEW.test(lower) || (s.section === 'external' && !/\b(?:internal|first[- ]level|level 1)\b/.test(lower))
  const after =
    before &&
    /^(?:they|it|this|the request|your request|requests?)\b/i.test(s.text) &&
    OUTSIDE_REVIEW.test(before.text.toLowerCase())
  const common = { sentence: s, outside: outside || after === true }
  const days = DAYS_FIELD.exec(lower)?.[1]
  if (days) return [{ ...common, window: { duration: `P${Number(days)}D`, countedFrom: null, date: null }, confidence: 0.85 }]
  return [
    ...durationsIn(s.text).flatMap((d): Candidate[] => {
      if (d.unit === 'hour' || isOtherClock(lower, d.start, d.end)) return []
      const window = {
        duration: isoDuration(d),
        countedFrom: countedFrom(lower.slice(d.start)) ?? countedFrom(lower.slice(0, d.start)),
        date: dueDate(s.text),
      }
      return [
        {
          ...common,
          window,
          confidence:
            (files ? 0.95 : meansAppeal ? 0.9 : 0.75) -
            (d.business ? 0.2 : 0) -
            (d.contradicts ? 0.3 : 0) -
            (s.section === 'expedited' || /\b(?:expedited|urgent|fast|faster)\b/.test(lower) ? 0.3 : 0),
        },
      ]
    }),
    ...(durationsIn(s.text).length === 0 && dueDate(s.text)
      ? [{ ...common, window: { duration: null, countedFrom: null, date: dueDate(s.text) }, confidence: files ? 0.9 : 0.7 }]
      : []),
  ]
}

/** "Appeal deadline (days): 180", "appeal window days = 60". */
const DAYS_FIELD = /\bappeals?\b[^.:=]{0,40}\bdays\)?\s*[:=]\s*(\d{1,3})\b/

/** Judged by the clause the period stands in, not by the whole sentence. */
function isOtherClock(lower: string, start: number, end: number): boolean {
  const clauseStart = Math.max(
    0,
    ...[
      ...lower
        .slice(0, start)
        .matchAll(/[;:]|,\s+(?:and|but|or|which|we|it)\s|\.\s|\s(?:and|but) (?:we|the plan|a decision|it)\s/g),
    ].map((m) => m.index),
  )
  const before = lower.slice(clauseStart, start)
  const tail = /^[^,;.]*/.exec(lower.slice(end))?.[0] ?? ''
  const clause = `${before}${lower.slice(start, end)}${tail}`
  return (
    OTHER_CLOCKS.some((clock, i) => clock.test(i === OTHER_CLOCKS.length - 1 ? before : clause)) ||
    /^\s+(?:supply|of (?:care|therapy|treatment)|stay)\b/.test(lower.slice(end))
  )
}

function countedFrom(text: string): AppealWindow['countedFrom'] {
  const receipt = FROM_RECEIPT.exec(text)
  const notice = FROM_NOTICE.exec(text)
  if (receipt && notice)
    return notice.index < receipt.index && !/^\S+ date (?:you|of receipt)/.test(text.slice(notice.index))
      ? 'notice_date'
      : 'receipt'
  return receipt ? 'receipt' : notice ? 'notice_date' : null
}

const DUE =
  /\b(?:by:?|before:?|deadline(?: date)?(?: is|:| of)?|no later than|not later than|on or before|until|due(?: by| on|:)?|a m[áa]s tardar|antes del?)\s+(?:\w+day,?\s+)?(?:el\s+)?$/i

/** "within 180 days of the date of this notice (August 31, 2025)" */
const BRACKETED = /\b(?:days|months)\b[^.()]{0,60}\(\s*(?:by |that is,? |which is )?$/i

/** A date that the sentence names as the last day. */
const dueDate = (text: string): CivilDate | null =>
  datesIn(text).find(
    (d) => BRACKETED.test(text.slice(0, d.start)) || DUE.test(text.slice(0, d.start).replace(/:\s*$/, ': ').replace(/\s*$/, ' ')),
  )?.value ?? null
