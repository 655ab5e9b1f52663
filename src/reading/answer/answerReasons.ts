import type { Finding } from '../../base/span.ts'
import type { DenialReason } from '../denial.ts'
import type { ReadingContext } from '../findings/context.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import { SUPPOSES } from './outcomeCues.ts'

const MOST = 6
/** Sentences around the decision in which a reason may stand without a word that marks it. */
const BEFORE = 2
const AFTER = 4
/** Rights, copies, calls and who decided: they stand beside reasons and give none. */
const ASIDE =
  /\bfree of charge\b|\bcop(?:y|ies) of\b|\byou (?:have the right|may|can (?:ask|call|get|request|send))\b|\b(?:ask|request) (?:for )?(?:an? )?(?:external|second|state|hearing|review)\b|\bwithin\b[^.]{0,20}\bdays of\b|\bmust file\b|\bcall (?:us|member|customer)\b|\b(?:made|reviewed) by\b|\breviewed (?:it|your|the) (?:appeal|case|file)\b|\b(?:part|involved) (?:in|of) the (?:first|original|initial|earlier)\b|\breceived your\b|\byou (?:appealed|wrote|said|told|stated)\b|\byour (?:doctor|physician|letter) (?:says?|said|states?|wrote)\b|\bwas sent to\b|\bno decision\b|^(?:dear|estimad|re\s*:|member\b|patient\b|thank|usted puede)/i
const BECAUSE = /\bbecause\b|\bdue to\b|\bas a result of\b|\bporque\b|\bdebido a\b|\bya que\b/i
const LABELLED = /^\W*(?:rationale|reasons?|basis|why|razón|motivo)\b[^:]{0,40}:/i
const LACKS =
  /\b(?:not|no|never|without|only|excludes?|excluded|exclusion|must|requires?|required|limit\w*|exceeds?|came after|late|investigational|experimental|custodial|insufficient|lacks?|no longer|unproven)\b|\bno (?:muestra|cumple|hay)\w*/i

/**
 * Why, in the letter's own sentences: those that say "because" or are labelled so, those whose wording is a known
 * reason, and those that follow the decision in its paragraph and name something missing.
 */
export function answerReasons(
  ctx: ReadingContext,
  decided: number,
  categories: readonly Finding<DenialReason>[],
): Finding<string>[] {
  const quoted = categories.map((c) => c.span.quote.replace(/\s+/g, ' ').slice(0, 60))
  const gives = (s: Sentence, i: number): number => {
    if (ASIDE.test(s.text) || SUPPOSES.test(s.text.slice(0, 12)) || s.kind === 'heading') return 0
    if (BECAUSE.test(s.text) || LABELLED.test(s.text)) return 0.95
    if (i !== decided && quoted.some((q) => s.text.includes(q))) return 0.85
    return i !== decided && i >= decided - BEFORE && i <= decided + AFTER && s.kind !== 'label' && LACKS.test(s.text) ? 0.7 : 0
  }
  return ctx.sentences
    .flatMap((s, i) => {
      const confidence = gives(s, i)
      if (!confidence) return []
      const range = rangeIn(ctx.letter, s, 0, s.text.length)
      return [finding(ctx.letter, s.text, range.start, range.end, confidence)]
    })
    .slice(0, MOST)
}
