import type { Finding } from '../../base/span.ts'
import type { DenialReason } from '../denial.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import type { ReadingContext } from './context.ts'
import { givesReasons } from './reasons.ts'

const MOST_SENTENCES = 5
const MOST_CHARACTERS = 700
const SHORT_FIELD = 60
/** Sentences about rights, copies and calls stand in the same paragraph as reasons, but give none. */
const BOILERPLATE =
  /\bfree of charge\b|\bfree copy\b|\bcop(?:y|ies) of\b|\bappeal|\byou (?:have the right|may|can (?:ask|call|get|request|send))\b|\bpeer[- ]to[- ]peer\b|\bquestions\b|\bcall (?:us|member|customer)\b|\bgrievance|\bhearings?\b(?! (?:aids?|loss|tests?|screen\w*|impair\w*|devices?|threshold))|\b(?:decision|determination) (?:was|is) made by\b|\b(?:was|were) reviewed by\b|\bshare (?:this|a copy)/i
/** A conclusion: what it rests on stands before it. */
const CONCLUDES =
  /\btherefore\b|^because\b[^,]*,|^(?:thus|hence|accordingly|consequently|as submitted|for (?:this|these) reasons?|as a result|based on (?:this|these|the above))\b/i

/** The letter's own words for why, as one verbatim run of sentences of one paragraph. */
export function reasonPassage(ctx: ReadingContext, reasons: readonly Finding<DenialReason>[]): Finding<string> | null {
  const told = reasons
    .map((r) => ({ index: indexOf(ctx, r), confidence: r.confidence }))
    .filter((r) => r.index >= 0)
    .sort((a, b) => b.confidence - a.confidence || a.index - b.index)
  const chosen = told.find((r) => !isTitle(ctx.sentences[r.index])) ?? underHeading(ctx, told[0])
  if (!chosen) return wordsOfACode(reasons)
  let first = startOf(ctx, chosen.index, new Set(told.map((r) => r.index)))
  let last = chosen.index
  const fits = (from: number, to: number) => to - from < MOST_SENTENCES && endAt(ctx, to) - startAt(ctx, from) <= MOST_CHARACTERS
  // What leads up to the reason is given up before the reason itself.
  while (first < last && !fits(first, last)) first++
  while (explains(ctx, last) && fits(first, last + 1)) last++
  // "Our guidelines require documentation of:" without its list tells nothing.
  while (last > first && ctx.sentences[last]?.text.endsWith(':')) last--
  const [from, to] = [startAt(ctx, first), endAt(ctx, last)]
  if (to <= from || to - from > MOST_CHARACTERS * 1.3) return null
  const read = finding(ctx.letter, '', from, to, chosen.confidence)
  if (!WORDS.test(read.span.quote) && read.span.quote.split(' ').length < 3) return wordsOfACode(reasons)
  return { ...read, value: read.span.quote.replace(/\s+/g, ' ') }
}

/** A heading, or a label whose words are a title ("DETERMINATION: DENIED — STEP THERAPY") or a bare code. */
function isTitle(s: Sentence | undefined): boolean {
  if (!s || s.kind === 'heading') return true
  return s.kind === 'label' && !WORDS.test(s.text.slice(LABEL.exec(s.text)?.[0].length ?? 0))
}

/** Enough letters to be words: "Precertification/notification absent.", not "CARC 97 N122". */
const WORDS = /\p{Ll}{3}/u

/** A statement prints only a code and, elsewhere, what the code means. */
export function wordsOfACode(reasons: readonly Finding<DenialReason>[]): Finding<string> | null {
  const note = reasons.find((r) => r.confidence > 0.5 && r.span.quote.length >= 16 && WORDS.test(r.span.quote))
  return note ? { value: note.span.quote.replace(/\s+/g, ' '), span: note.span, confidence: note.confidence } : null
}

/** The sentence a reason was read from. */
function indexOf({ letter, sentences }: ReadingContext, reason: Finding<DenialReason>): number {
  const stretch = letter.stretches.find(
    (s) => s.page.number === reason.span.page && s.from <= reason.span.start && reason.span.start < s.to,
  )
  const at = stretch ? reason.span.start - stretch.from + stretch.at : -1
  return sentences.findIndex((s) => (s.at[0] ?? -1) <= at && at <= (s.at.at(-1) ?? -1))
}

/** "DETERMINATION: DENIED — EXPERIMENTAL": the first sentences under the heading that tell why. */
function underHeading({ sentences }: ReadingContext, told: { readonly index: number } | undefined) {
  if (!told) return null
  const index = sentences.findIndex(
    (s, i) => i > told.index && i <= told.index + 3 && s.kind === 'prose' && s.text.split(' ').length > 5 && givesReasons(s),
  )
  const found = sentences[index]
  return found && !BOILERPLATE.test(found.text) ? { index, confidence: 0.7 } : null
}

/** Back to the first reason of the paragraph, to what a conclusion rests on, or to the words over a list. */
function startOf(ctx: ReadingContext, index: number, told: ReadonlySet<number>): number {
  let first = index
  for (let i = index; adjoin(ctx, i - 1, i); i--) {
    const before = ctx.sentences[i - 1]
    const here = ctx.sentences[i]
    if (!before || !here || before.kind === 'heading' || !givesReasons(before) || BOILERPLATE.test(before.text)) break
    if (told.has(i - 1) || concludes(ctx, i) || here.kind === 'item') first = i - 1
  }
  return first
}

/** Nothing after it explains it, and by itself it only says "not medically necessary". */
function concludes(ctx: ReadingContext, index: number): boolean {
  const text = ctx.sentences[index]?.text ?? ''
  const bare =
    text.split(' ').length <= 12 && /\b(?:necessary|necessity|criteria)\b/i.test(text) && !/\b(?:because|since)\b/i.test(text)
  return CONCLUDES.test(text) || (bare && !explains(ctx, index))
}

function explains(ctx: ReadingContext, last: number): boolean {
  const next = ctx.sentences[last + 1]
  const here = ctx.sentences[last]
  // A short field is whole: the line under it is another field or a note.
  if (here?.kind === 'label' && here.text.length < SHORT_FIELD && ctx.letter.text[(here.at.at(-1) ?? 0) + 1] === '\n')
    return false
  if (!next || !here || !adjoin(ctx, last, last + 1) || BOILERPLATE.test(next.text) || !givesReasons(next)) return false
  return next.kind === 'prose' || (next.kind === 'item' && (here.kind === 'item' || here.text.endsWith(':')))
}

/** Nothing but a line break between two sentences, and neither spread over columns. */
function adjoin({ letter, sentences }: ReadingContext, a: number, b: number): boolean {
  const [one, two] = [sentences[a], sentences[b]]
  if (!one || !two || one.section !== two.section || !isWhole(letter, one) || !isWhole(letter, two)) return false
  const between = letter.text.slice((one.at.at(-1) ?? 0) + 1, two.at[0] ?? 0)
  return (two.at[0] ?? 0) > (one.at[0] ?? 0) && between.trim() === '' && !/\n[ \t]*\n/.test(between)
}

const isWhole = (letter: ReadingContext['letter'], s: Sentence): boolean =>
  rangeIn(letter, s, 0, s.text.length).end === (s.at.at(-1) ?? 0) + 1

/** A label ("Reason for denial: …") is no part of the reason. */
const LABEL = /^[*#\s-]*\p{L}[\p{L}\d '’&/()_-]{1,48}:\*{0,2}\s+(?=\S)/u

function startAt({ sentences }: ReadingContext, index: number): number {
  const s = sentences[index]
  const label = s?.kind === 'label' ? (LABEL.exec(s.text)?.[0].length ?? 0) : 0
  return s?.at[label] ?? s?.at[0] ?? 0
}

function endAt({ letter, sentences }: ReadingContext, index: number): number {
  const s = sentences[index]
  return s ? rangeIn(letter, s, 0, s.text.length).end : 0
}
