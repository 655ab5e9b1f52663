import type { Finding } from '../../base/span.ts'
import type { LetterLevel } from '../denial.ts'
import {
  APPEAL_DECISION_CUES,
  FIRST_DECISION_CUES,
  FIRST_LEVEL_NAMED,
  type LevelCue,
  REQUEST_MADE,
  REQUESTED_LABEL,
} from '../lexicon/level-cues.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import { datesIn } from '../values/dates.ts'
import type { ReadingContext } from './context.ts'

const APPEAL_MADE =
  /\byou appealed\b|\byour (?:[\w-]+ )?appeal\b(?! rights)|\bappeal (?:decision|resolution|determination|case|number|#|id)\b|\boverturn|\buph[eo]ld/i
const DECIDES = new Set<Sentence['section']>(['opening', 'decision', 'reason', 'detail', 'other'])

/** At which level the letter decides, told by its own words. */
export function appealLevel(ctx: ReadingContext): Finding<LetterLevel> | null {
  const speaks = ctx.sentences.filter((s) => DECIDES.has(s.section) || s.kind === 'heading' || /^re\s*:/i.test(s.text))
  return firstOf(ctx, APPEAL_DECISION_CUES, speaks) ?? firstDecision(ctx, speaks) ?? firstLevel(ctx)
}

export const decidesAnAppeal = (level: Finding<LetterLevel> | null): boolean =>
  level?.value.startsWith('internal_appeal') ?? false

function firstOf(ctx: ReadingContext, cues: readonly LevelCue[], sentences: readonly Sentence[]): Finding<LetterLevel> | null {
  const appealed = APPEAL_MADE.test(ctx.letter.text)
  for (const cue of cues)
    for (const s of sentences)
      if (cue.cue.test(s.text) && !cue.unless?.test(s.text) && (appealed || !cue.onAppeal)) return quoted(ctx, cue.level, s, 0.9)
  return null
}

/** The earliest sentence that tells, since titles and subject lines come first; a stop of running care wins. */
function firstDecision(ctx: ReadingContext, sentences: readonly Sentence[]): Finding<LetterLevel> | null {
  const [running, ...others] = FIRST_DECISION_CUES
  const stop = running && firstOf(ctx, [running], sentences)
  if (stop) return stop
  // A form that prints a date of service has a claim behind it, whatever its title says of authorization.
  const given = labelled(ctx.letter, 'dos|dates? of service').some((l) => datesIn(l.text).length > 0)
  for (const s of sentences)
    for (const cue of others)
      if (cue.cue.test(s.text) && !cue.unless?.test(s.text) && !(given && cue.level === 'initial_pre_service'))
        return quoted(ctx, cue.level, s, 0.85)
  const requested = ctx.letter.lines.flatMap((l) => l.cells).find((c) => REQUESTED_LABEL.test(c.text))
  const asked = sentences.find((s) => s.section !== 'appeal' && REQUEST_MADE.test(s.text))
  if (!requested && asked && !given) return quoted(ctx, 'initial_pre_service', asked, 0.6)
  if (requested && !given) return finding(ctx.letter, 'initial_pre_service', requested.start, requested.end, 0.7)
  // A letter, not a stub, that prints the date of the care speaks of care already given.
  const greeted = ctx.letter.lines.some((l) => /^(?:Dear|Estimad)/i.test(l.cells[0]?.text ?? ''))
  const dated = given && greeted ? ctx.sentences.find((s) => /\b(?:dos|dates? of service)\b/i.test(s.text)) : undefined
  return dated ? quoted(ctx, 'initial_post_service', dated, 0.6) : null
}

function firstLevel(ctx: ReadingContext): Finding<LetterLevel> | null {
  const s = ctx.sentences.find((x) => FIRST_LEVEL_NAMED.test(x.text))
  return s ? quoted(ctx, 'initial', s, 0.7) : null
}

function quoted(ctx: ReadingContext, level: LetterLevel, s: Sentence, confidence: number): Finding<LetterLevel> {
  const range = rangeIn(ctx.letter, s, 0, s.text.length)
  return finding(ctx.letter, level, range.start, range.end, confidence)
}
