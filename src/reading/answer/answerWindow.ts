import type { Finding } from '../../base/span.ts'
import type { AppealWindow } from '../denial.ts'
import { appealWindow } from '../findings/appeal-window.ts'
import type { ReadingContext } from '../findings/context.ts'
import { FROM_NOTICE, FROM_RECEIPT } from '../lexicon/appeal-window.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn } from '../text/sentences.ts'
import { durationsIn, isoDuration } from '../values/durations.ts'

const NEXT =
  /\b(?:second[- ]level|(?:external|independent|further|voluntary)\b[^.]{0,30}\breview|hearing|audiencia|apela\w*|revisión)\b/i
const THIS_LETTER = /\b(?:this|esta|este) (?:letter|notice|decision|carta|aviso|notificación|decisión)\b/i

/** The time that the letter gives for the next level, also where it is offered without a word of filing. */
export function answerWindow(ctx: ReadingContext): Finding<AppealWindow> | null {
  return appealWindow(ctx, true) ?? offered(ctx)
}

function offered({ letter, sentences }: ReadingContext): Finding<AppealWindow> | null {
  for (const s of sentences) {
    const duration = durationsIn(s.text).find((d) => d.unit !== 'hour')
    if (!duration || !NEXT.test(s.text) || !THIS_LETTER.test(s.text)) continue
    const lower = s.text.toLowerCase()
    const countedFrom = FROM_RECEIPT.test(lower)
      ? 'receipt'
      : FROM_NOTICE.test(lower) || /\bfecha de\b/.test(lower)
        ? 'notice_date'
        : null
    const range = rangeIn(letter, s, 0, s.text.length)
    return finding(letter, { duration: isoDuration(duration), countedFrom, date: null }, range.start, range.end, 0.7)
  }
  return null
}
