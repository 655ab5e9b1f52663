import type { PartialDate } from '../casefacts.ts'
import { comparePartial } from '../partialDate.ts'
import { type TimeMention, timesIn } from './dates.ts'

export interface Period {
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  readonly duration: string | null
  /** "to present": it goes on. */
  readonly ongoing: boolean
}

export const NO_PERIOD: Period = { start: null, end: null, duration: null, ongoing: false }

const STARTS =
  /(?:start(?:ed|ing)?|initiated|began|begun|since|from|in|on|dated?|of|during|tried|took|trialed|used|add(?:ed)?|resumed)\s*(?:on|in|:)?\s*(?:the\s+)?(?:early|mid|late|spring|summer|fall|winter|approximately|about|around|~)?[\s-]*$/i
const STOPS =
  /(?:stop(?:ped)?|discontinued|d\/c(?:'?d)?|dc'?d|until|till|through|ended|end|off|failed|held|withdrawn|tapered off|weaned|last dose)\s*(?:it\s*)?(?:on|in|by|:|,)?\s*(?:the\s+)?(?:early|mid|late|spring|summer|fall|winter|approximately|about|around|~)?[\s-]*$/i
const ELSEWHERE =
  /(?:MRI|CT|relaps\w*|visit|seen|labs?|scan|biopsy|diagnosed|diagnosis|surgery|hospitali[sz]\w*|admitted|flare)[^.;,]{0,25}$/i

/** Words of a happening or a finding: the dates behind them are its own, not those of a treatment. */
const HAPPENING =
  /\b(?:MRI|CT|PET|relaps\w*|flares?|attacks?|exacerbation\w*|lesions?|visits?|seen|scans?|biops\w+|surger\w+|admi(?:tted|ssion)\w*|hospitali[sz]\w*|score\w*|count\w*|labs?|EDSS|infection\w*|reaction\w*)\b/i

/** The period that the text behind an agent states for it. */
export function periodIn(text: string): Period {
  let start: PartialDate | null = null
  let end: PartialDate | null = null
  let duration: string | null = null
  let ongoing = false
  for (const time of timesIn(text)) {
    const before = text.slice(0, time.start)
    if (time.kind === 'duration') duration ??= isCourse(text, time) ? time.words : null
    else if (ELSEWHERE.test(before) && !STARTS.test(before.replace(/\b(?:in|on|of)\s*$/i, '')) && !STOPS.test(before)) continue
    else if (time.kind === 'range' && !start) {
      start = time.from
      end = time.to === 'now' ? null : time.to
      ongoing = time.to === 'now'
    } else if (time.kind === 'date') {
      if (STOPS.test(before)) end ??= time.from
      else if (
        !start &&
        (STARTS.test(before) ||
          /^[\s,;:([–-]*$/.test(before) ||
          (/(?:[(,;:]\s*|\s{2,})$/.test(before) && !HAPPENING.test(before)))
      ) {
        start = time.from
        ongoing = /\bsince\s*$/i.test(before)
      } else if (start && !end && /(?:\s{2,}|[-–]\s*|to\s*)$/.test(before)) end = time.from
    }
  }
  ongoing = ongoing && end === null
  if (start && end && comparePartial(start, end) > 0 && start.slice(0, 4) !== end) return { ...NO_PERIOD, duration }
  return { start, end, duration, ongoing }
}

/** What makes the date at the head of a sentence that of a beginning. */
const BEGUN =
  /\b(?:start\w*|began|begun|initiat\w+|add(?:ed)?|switch\w*|chang\w+|plac(?:ed|ing)|put on|prescrib\w+|trial\w*|tried|given|gave|receiv\w+|took|resum\w+|transition\w*|underwent|had|treat\w+|attempt\w*|fail\w+|on)\b/i

/** A period before the agent: "In March 2021 she was started on …", "5 weeks of topical therapy with …". */
export function periodBefore(text: string): Period {
  const times = timesIn(text)
  const opening = times.find(
    (t) =>
      t.kind !== 'duration' &&
      /^\s*(?:[-•]\s*)?(?:[A-Z][\w -]{2,40}:\s*)?(?:in|on|from|since|between|during|by)?\s*(?:early|mid|late)?\s*$/i.test(
        text.slice(0, t.start),
      ),
  )
  const length = times
    .filter(
      (t) =>
        t.kind === 'duration' && /^[\s,]*(?:(?:trial|course|full)\s+)?(?:of|trial|course|on|with)\b/i.test(text.slice(t.end)),
    )
    .at(-1)
  const told = opening ? text.slice(opening.end) : ''
  const own = opening?.kind === 'range' || /^[\s,;:|–-]*(?:\S+:\s*)?$/.test(told) || (BEGUN.test(told) && !HAPPENING.test(told))
  if (!own) return { ...NO_PERIOD, duration: length?.words ?? null }
  const from = opening?.from ?? null
  const to = opening?.to === 'now' ? null : (opening?.to ?? null)
  return { start: from, end: to, duration: length?.words ?? null, ongoing: opening?.to === 'now' }
}

/** "every 2 weeks", "within 3 months", "days 1-28" are a schedule, not a length. */
const isCourse = (text: string, time: TimeMention) =>
  !/(?:every|q|within|after|each|next|once|last|past|per|in|relief of|relief for|benefit for|benefit of|lasting|lasted)\s*$/i.test(
    text.slice(0, time.start),
  ) && !/^\s*(?:ago|later|prior|apart)/i.test(text.slice(time.end))

/** Own words first; what they leave open is filled from the second. */
export const orElse = (a: Period, b: Period): Period =>
  a.start || a.ongoing
    ? a
    : a.end
      ? { ...a, start: b.start && comparePartial(b.start, a.end) <= 0 ? b.start : null }
      : { ...b, duration: a.duration ?? b.duration }
