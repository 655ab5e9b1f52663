import type { CueOutcome } from '../../knowledge/vocabulary.ts'
import type { TrialOutcome } from '../casefacts.ts'
import { namedOf, type Vocabulary } from '../vocabulary.ts'
import { outcomeHits } from './cues.ts'
import { timesIn } from './dates.ts'
import { dosePattern } from './dose.ts'
import { tidy } from './reading.ts'

export interface Told {
  readonly outcome: TrialOutcome
  readonly reason: string | null
}

/** "…, and since then a disabling relapse": what came after a treatment is not how it went. */
const AFTERWARDS = /,?\s*(?:and\s+)?\b(?:since then|since stopping|after stopping|off (?:it|therapy|treatment))\b.*$/is

const DUE =
  /(?<!not\s)(?:due to|because of|because|secondary to|owing to|on account of|for lack of|as a result of|related to|2\/2|(?:stopped|discontinued|d\/c[’']?e?d|held|withdrawn)(?:(?: \w+){0,3}? for(?! \d)|\s*:))\s+/giu
const NEGATED_BEFORE =
  /\b(?:no|without|denies|denied|not|never|free of|absence of|prevent(?:s|ing|ion of)?|risk of|reduce[sd]?|reducing|to control|monitor(?:ing)? for|in case of|if)\s+(?:any\s+|significant\s+|further\s+|new\s+|the\s+)*$/i

/**
 * What a stretch of text behind an agent tells of how it went. Order of weight: a stated cause of
 * stopping, then words of failure, harm, partial and full response. `shared` is the text before the
 * list ("failed", "despite"), which decides only where the own text is silent.
 */
export function outcomeOf(stretch: string, shared: string, vocabulary: Vocabulary): Told {
  const own = stretch.replace(AFTERWARDS, '')
  const labelled = labelledOutcome(own)
  if (labelled) return labelled
  const cause = causeIn(own)
  const hits = outcomeHits(own, vocabulary).filter((h) => h.side === 'after' && !isNegated(own, h.start, h.value))
  const has = (o: CueOutcome) => hits.some((h) => h.value === o)
  const inCause = cause ? outcomeHits(cause, vocabulary).filter((h) => h.side === 'after') : []
  const weak = vocabulary.words.get('weak_failure') ?? []
  const firmFailure = inCause.some(
    (h) => h.value === 'inadequate_response' && !weak.includes((cause ?? '').slice(h.start, h.end).toLowerCase()),
  )
  const bracket = bracketReason(own)
  let outcome: TrialOutcome = 'not_stated'
  if (firmFailure) outcome = 'inadequate_response'
  else if (inCause.some((h) => h.value === 'intolerance')) outcome = 'intolerance'
  else if (inCause.some((h) => h.value === 'inadequate_response')) outcome = 'inadequate_response'
  else if (cause && otherCause(cause, vocabulary)) outcome = has('response') ? 'response' : 'not_stated'
  else if (has('partial_response') && has('inadequate_response') && !has('intolerance'))
    outcome = lastOf(hits, ['partial_response', 'inadequate_response'])
  else if (has('partial_response') && !has('intolerance')) outcome = 'partial_response'
  else if (firm(hits, 'intolerance')) outcome = 'intolerance'
  else if (has('inadequate_response')) outcome = 'inadequate_response'
  else if (has('intolerance')) outcome = 'intolerance'
  else if (has('partial_response')) outcome = 'partial_response'
  else if (has('response')) outcome = 'response'
  const fromShared = outcomeHits(shared, vocabulary).filter((h) => h.side === 'before')
  if (outcome === 'not_stated' && !cause) outcome = fromShared.at(-1)?.value ?? 'not_stated'
  const told = outcome !== 'not_stated' || (bracket !== null && outcomeHits(bracket, vocabulary).length > 0)
  return {
    outcome,
    reason: cause ?? (told ? bracket : null) ?? clauseReason(own, hits.filter((h) => h.value === outcome).concat(hits)),
  }
}

/** "Partial response: migraine days 16 to 13", "Intolerance: lymphopenia": the record's own verdict, then its words. */
const LABELLED =
  /(?:^|[.;]\s+|\)\s*)(?:outcome\s*:\s*)?(partial response|inadequate response|insufficient response|no response|lack of (?:efficacy|response)|treatment failure|intoleran(?:ce|t)|not tolerated)\s*(?:[:.–-]\s*)(?:([^.]*(?:\.(?=\d)[^.]*)*)|$)/i

function labelledOutcome(own: string): Told | null {
  const m = LABELLED.exec(own)
  const label = m?.[1]?.toLowerCase()
  if (!m || !label) return null
  const outcome = /^partial/.test(label)
    ? 'partial_response'
    : /^(?:intol|not tol)/.test(label)
      ? 'intolerance'
      : 'inadequate_response'
  return { outcome, reason: tidy(m[2] ?? '') || null }
}

/** "Initial response, then loss of response": what is said last. */
const lastOf = (hits: readonly { value: CueOutcome }[], among: readonly CueOutcome[]): TrialOutcome =>
  hits.findLast((h) => among.includes(h.value))?.value ?? 'not_stated'

/** Harm named before failure in the text wins: "caused nausea, relapse after stopping". */
function firm(hits: readonly { value: CueOutcome; start: number }[], outcome: CueOutcome): boolean {
  const first = hits.find((h) => h.value === 'inadequate_response' || h.value === 'intolerance')
  return first?.value === outcome
}

const isNegated = (text: string, at: number, outcome: CueOutcome) =>
  (outcome === 'intolerance' || outcome === 'response' || outcome === 'inadequate_response') &&
  NEGATED_BEFORE.test(text.slice(Math.max(0, at - 30), at))

/** The words behind "due to", up to the end of the clause. */
function causeIn(own: string): string | null {
  const m = [...own.matchAll(DUE)][0]
  if (!m) return null
  const rest = own.slice(m.index + m[0].length)
  const end =
    /[.;)](?:\s|$)|,\s*(?:then|but|and then|however|so|she|he|they)\b|\s+(?:but|however|then)\s/i.exec(rest)?.index ?? rest.length
  return tidy(rest.slice(0, end)) || null
}

/** "(cognitive slowing)", "(Jan–Jun 2022; hypotension)": what a bracket holds beside dates and dose. */
function bracketReason(own: string): string | null {
  const inside = /^[^.;]{0,60}?\(([^()]*)\)/.exec(own)?.[1]
  if (!inside) return null
  const rest = withoutTimes(inside)
  return /[A-Za-z]{4,}/.test(rest) ? tidy(rest) : null
}

function withoutTimes(text: string): string {
  let rest = text
  for (const t of timesIn(rest).toReversed()) rest = `${rest.slice(0, t.start)} ${rest.slice(t.end)}`
  rest = rest.replace(new RegExp(dosePattern.source, 'giu'), ' ')
  return rest.replace(/^(?:\s|[,;:]|x|for|from|since|in|at|up to|stopped|discontinued|d\/c|d\/c'd)+(?=\s|[,;:]|$)/gi, ' ')
}

/** The piece between commas that carries the outcome words. */
function clauseReason(own: string, hits: readonly { start: number; end: number }[]): string | null {
  const hit = hits[0]
  if (!hit) return null
  const before = own.slice(0, hit.start)
  const from =
    Math.max(
      before.lastIndexOf(','),
      before.lastIndexOf('.'),
      before.lastIndexOf(';'),
      before.lastIndexOf('('),
      before.lastIndexOf(' – '),
      before.lastIndexOf(': '),
    ) + 1
  const timed = timesIn(before).findLast((t) => t.end <= hit.start)?.end ?? 0
  const dosed = [...before.matchAll(new RegExp(dosePattern.source, 'giu'))].map((m) => m.index + m[0].length).at(-1) ?? 0
  const tail = /[.;)](?:\s|$)|,\s*(?:then|but|and then|however|so|she|he|they)\b/i.exec(own.slice(hit.end))
  const reason = tidy(own.slice(Math.max(from, timed, dosed), tail ? hit.end + tail.index : own.length))
  return reason.length > 2 ? clipped(reason) : null
}

/** At most 220 characters, ending with a whole word. */
const clipped = (text: string) => (text.length <= 220 ? text : text.slice(0, 221).replace(/\s+\S*$/, ''))

const otherCause = (cause: string, vocabulary: Vocabulary) => namedOf('not_stopped_by_harm', cause, vocabulary).length > 0
