import type { CivilDate } from '../../base/date.ts'
import type { Finding } from '../../base/span.ts'
import type { SourceDocument } from '../document.ts'
import { codes } from '../findings/codes.ts'
import { contextOf, type ReadingContext } from '../findings/context.ts'
import { nextStep } from '../findings/next-step.ts'
import { noticeDate } from '../findings/notice-date.ts'
import { denialReasons } from '../findings/reasons.ts'
import { referenceNumber } from '../findings/reference-number.ts'
import { reviewer } from '../findings/reviewer.ts'
import { NO_RESOLVERS, type Resolvers } from '../resolvers.ts'
import { labelled } from '../text/labels.ts'
import { finding, wholeText } from '../text/letter-text.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import { datesIn } from '../values/dates.ts'
import type { AnswerKind, AnswerOutcome, AnswerReading } from './answer.ts'
import { answerReasons } from './answerReasons.ts'
import { answerWindow } from './answerWindow.ts'
import { AFTER_APPEAL, APPEAL_MADE, EARLIER, NEGATES, OUTCOME_CUES, SUPPOSES, UNDECIDED, WEAK_CUE } from './outcomeCues.ts'

type Decided = Exclude<AnswerOutcome, 'not_an_answer'>

interface Said {
  readonly outcome: Decided
  readonly index: number
  readonly confidence: number
}

/** Of what was decided at an earlier time; it counts only where nothing else is said. */
const EARLIER_ONLY = 0.4
const WEAK = 0.75

/** Below this a person must say what the letter decided. */
export const SURE_ENOUGH = 0.7

/** Reads a letter about an appeal: what it decided, why, by whom and what comes next. Nothing is supposed. */
export function readAnswer(doc: SourceDocument, resolvers: Resolvers = NO_RESOLVERS): AnswerReading {
  const ctx = contextOf(wholeText(doc), resolvers)
  const said = decision(ctx)
  const outcome = said?.outcome ?? 'not_an_answer'
  const refused = said !== null && outcome !== 'overturned'
  const categories = refused ? denialReasons(ctx, codes(ctx)) : []
  const who = nextStep(ctx, said !== null)
  return {
    doc: doc.id,
    kind: said ? 'decision' : undecidedKind(ctx),
    decided: said && decidedFinding(ctx, said),
    outcome,
    date: noticeDate(ctx) ?? issued(ctx),
    reasons: refused ? answerReasons(ctx, said.index, categories) : [],
    categories,
    next: { who, window: refused ? answerWindow(ctx) : null },
    reviewer: said ? (reviewer(ctx) ?? qualified(ctx)) : null,
    referenceNumber: referenceNumber(ctx),
  }
}

/** The outcome that the deciding sentences agree on; where they give and refuse, a part of each. */
function decision(ctx: ReadingContext): Said | null {
  const appealed = ctx.sentences.some((s) => AFTER_APPEAL.test(s.text) && !SUPPOSES.test(s.text.slice(0, 24)))
  const all = ctx.sentences.flatMap((s, index) => said(s, index)).filter((a) => appealed || a.outcome !== 'partly_overturned')
  const now = all.filter((a) => a.confidence > EARLIER_ONLY)
  const weak = now.length ? [] : plainWords(ctx)
  const found = now.length ? now : weak.length ? weak : all
  const first = (outcome: Decided) =>
    found.filter((f) => f.outcome === outcome).toSorted((a, b) => b.confidence - a.confidence)[0] ?? null
  const partly = first('partly_overturned')
  if (partly) return partly
  const dismissed = first('dismissed')
  const [given, kept] = [first('overturned'), first('upheld')]
  const paid = kept && !given ? (plainWords(ctx).find((w) => w.outcome === 'overturned') ?? null) : null
  const granted = given ?? paid
  if (granted && kept) return { ...granted, outcome: 'partly_overturned', confidence: 0.5 }
  return given ?? (dismissed && kept ? { ...dismissed, confidence: 0.6 } : (dismissed ?? kept))
}

/** "We approve six sessions. We do not approve the others.": where no word says that a decision was kept or changed. */
function plainWords({ sentences }: ReadingContext): Said[] {
  const made = sentences.some((s) => APPEAL_MADE.test(s.text) && !SUPPOSES.test(s.text.slice(0, 24)))
  if (!made) return []
  return sentences.flatMap((s, index): Said[] => {
    const m = WEAK_CUE.exec(s.text)
    const before = s.text.slice(0, m?.index ?? 0)
    if (!m || SUPPOSES.test(before) || EARLIER.test(before)) return []
    const refused = /\bnot\b|n['’]t\b/i.test(m[0]) || NEGATES.test(before)
    return [{ outcome: refused ? 'upheld' : 'overturned', index, confidence: WEAK }]
  })
}

function said(s: Sentence, index: number): Said[] {
  for (const { outcome, cue, denied } of OUTCOME_CUES) {
    const m = cue.exec(s.text)
    if (!m) continue
    const before = s.text.slice(0, m.index)
    if (SUPPOSES.test(before)) return []
    const confidence = EARLIER.test(before) ? EARLIER_ONLY : s.kind === 'heading' ? 0.85 : 0.95
    if (!NEGATES.test(before)) return [{ outcome, index, confidence }]
    return denied ? [{ outcome: denied, index, confidence: Math.min(confidence, 0.8) }] : []
  }
  return []
}

function decidedFinding(ctx: ReadingContext, { outcome, index, confidence }: Said): Finding<Decided> | null {
  const s = ctx.sentences[index]
  if (!s) return null
  const range = rangeIn(ctx.letter, s, 0, s.text.length)
  return finding(ctx.letter, outcome, range.start, range.end, confidence)
}

const undecidedKind = ({ sentences }: ReadingContext): AnswerKind =>
  UNDECIDED.find(([cue]) => sentences.some((s) => cue.test(s.text) && !/^\W*(?:if|si)\b/i.test(s.text)))?.[1] ?? 'other'

/** Dates as reviewers and offices label them. */
function issued({ letter }: ReadingContext): Finding<CivilDate> | null {
  for (const l of labelled(letter, 'issued(?: on)?|statement date|decision date|date (?:issued|of decision|of order)|decided')) {
    const date = datesIn(l.text)[0]
    if (date && date.start <= 14) return finding(letter, date.value, l.labelStart, l.start + date.end, 0.9)
  }
  return null
}

const QUALIFIED =
  /\breviewer is ((?:an?|the)\s[^.;]{4,120})|\b(an?\s(?:\w+\s){1,4}?and an?\s(?:physician|pharmacist|doctor))\s(?:looked|reviewed)|\b((?:our|the plan['’]s) medical director,? (?:Dr\.\s)?[^.;]{3,60}?),? (?:has |have )?(?:looked|reviewed|decided)/i

/** "The reviewer is a physician board certified in …", as outside reviewers write. */
function qualified({ letter, sentences }: ReadingContext): Finding<string> | null {
  for (const s of sentences) {
    const m = QUALIFIED.exec(s.text)
    const who = m?.[1] ?? m?.[2] ?? m?.[3]
    if (!m || !who) continue
    const from = s.text.indexOf(who, m.index)
    const range = rangeIn(letter, s, from, from + who.length)
    return finding(letter, who, range.start, range.end, 0.8)
  }
  return null
}
