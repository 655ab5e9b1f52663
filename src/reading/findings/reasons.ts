import type { Finding } from '../../base/span.ts'
import type { DenialReason, ServiceCode } from '../denial.ts'
import { REASON_CUES, type ReasonCue } from '../lexicon/reason-cues.ts'
import { REASON_REFINEMENTS } from '../lexicon/reason-refinements.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import type { ReadingContext } from './context.ts'
import { reasonsFromCodes } from './reasons-from-codes.ts'

/**
 * Why the plan says it denied. Sentences that speak of the decision count; rights, instructions and
 * conditions ("if your claim was denied as …") do not. Codes speak only where no sentence does.
 */
export function denialReasons(ctx: ReadingContext, codes: readonly Finding<ServiceCode>[]): Finding<DenialReason>[] {
  const said = ctx.sentences.filter(givesReasons).flatMap((s) => reasonsIn(s).map((r) => ({ ...r, sentence: s })))
  const strong = said.filter((r) => !r.fromTitle)
  const told = (strong.length > 0 ? strong : said).map(({ cue, sentence, confidence }) => {
    const range = rangeIn(ctx.letter, sentence, 0, sentence.text.length)
    return finding(ctx.letter, reasonOf(ctx, cue, sentence.text), range.start, range.end, confidence)
  })
  return once(told.length > 0 ? told : reasonsFromCodes(ctx, codes))
}

function reasonOf(ctx: ReadingContext, cue: ReasonCue, sentence: string): DenialReason {
  const text = sentence.toLowerCase()
  const finer = REASON_REFINEMENTS.find(
    (r) => r.within.includes(cue.reasonId) && r.cue.test(text) && !r.unless?.test(text) && ctx.resolvers.hasReason(r.reasonId),
  )
  const id = finer?.reasonId ?? cue.reasonId
  return { category: cue.category, reasonId: ctx.resolvers.hasReason(id) ? id : null }
}

/** One finding per category: the surest, and of equals the first; where another sentence says it more narrowly, that record is named. */
function once(found: readonly Finding<DenialReason>[]): Finding<DenialReason>[] {
  const best = new Map<string, Finding<DenialReason>>()
  for (const f of found) if ((best.get(f.value.category)?.confidence ?? 0) < f.confidence) best.set(f.value.category, f)
  return [...best.values()].map((f) => {
    const narrower = found.find((o) => o.value.category === f.value.category && narrows(o.value.reasonId, f.value.reasonId))
    return narrower ? { ...f, value: narrower.value } : f
  })
}

const narrows = (finer: string | null, broad: string | null) =>
  broad !== null && finer !== broad && REASON_REFINEMENTS.some((r) => r.reasonId === finer && r.within.includes(broad))

const SILENT_SECTIONS = new Set<Sentence['section']>([
  'appeal',
  'external',
  'expedited',
  'continuation',
  'submission',
  'representative',
  'contact',
  'grievance',
  'glossary',
])
const CONDITION =
  /^(?:if|when|unless|should you|in the event|(?:you|your \w+|members?|providers?) (?:may|can|might)(?: also)? (?:appeal|ask|file|request|send|submit|call|get|choose|contact|write|fax|mail|name|have|resubmit|include|discuss|obtain)|you have (?:the )?(?:a )?(?:rights?|\d|until)|your (?:doctor|provider|physician) (?:can|may)|please|include|to (?:appeal|file|request)|for (?:more|help|questions)|examples?|a denial (?:can|may)|si )\b/i
const INSTRUCTION =
  /\b(?:may|can|should|must|please)\s+(?:\w+\s+){0,3}?(?:submit|include|send|provide|request|file|appeal|resubmit|call|contact)\b|\bappeal should include\b/i
const DENIES =
  /\b(?:den(?:y|ied|ial)|not (?:been )?(?:approved?|authori[sz]ed|certified|covered|payable|paid)|can(?:no|['’])t (?:be )?(?:approve|cover|pay|authori[sz]e)|unable to (?:approve|cover|authori[sz]e)|adverse)\b/i
/** A list of what an appeal or a request needs tells what is missing, not why it was denied. */
const GIVES_REASONS =
  /\b(?:reasons?|do(?:es)? not (?:demonstrate|show|document|establish|support)|because|denied|due to|following (?:criteria|requirements?) (?:was|were|are|is) not|not met)\b[^.]*:?$/i

/** Whether a sentence can tell why: no right, instruction or condition. */
export function givesReasons(s: Sentence): boolean {
  if (s.kind === 'item') return s.lead !== null && GIVES_REASONS.test(s.lead) && !INSTRUCTION.test(s.lead)
  if (CONDITION.test(s.text.replace(/^[^:]{1,40}:\s*/, ''))) return false
  const denies = DENIES.test(s.text)
  if (INSTRUCTION.test(s.text) && !denies) return false
  return (
    !SILENT_SECTIONS.has(s.section) ||
    (s.section === 'appeal' && /\b(?:was|were|is|has been|have) denied (?:because|as|due)\b/i.test(s.text))
  )
}

interface Said {
  readonly cue: ReasonCue
  readonly confidence: number
  /** Read from a title or the head of the letter: counts only where nothing else does. */
  readonly fromTitle: boolean
}

function reasonsIn(s: Sentence): Said[] {
  const text = s.text.toLowerCase()
  const whole = `${s.kind === 'item' ? (s.lead ?? '') : ''} ${text}`.toLowerCase()
  const hits = REASON_CUES.filter(
    (c) => c.cue.test(text) && (!c.and || c.and.test(whole)) && !c.unless?.test(text) && !negated(text, c.cue),
  )
  const kept = hits.filter((c) => !c.weak || hits.every((h) => h.weak || h.category === c.category))
  const decides = s.section === 'reason' || s.section === 'decision' || DENIES.test(s.text)
  const fromTitle =
    s.kind === 'heading' && !/\bden(?:ied|ial)\b.*[-—–:]|[-—–:]\s*den/i.test(s.text) && !/^(?:re|subject)\b/i.test(s.text)
  return kept.map((cue) => ({ cue, confidence: fromTitle ? 0.5 : decides ? 0.95 : 0.8, fromTitle }))
}

/** "is not considered experimental", "we did not find that the service is out of network". */
function negated(text: string, cue: RegExp): boolean {
  const at = cue.exec(text)?.index ?? 0
  return /\b(?:not|never)\s+(?:den(?:y|ied)|because|find(?:ing)?|based on|due to|related to)\b[^.]{0,40}$/.test(text.slice(0, at))
}
