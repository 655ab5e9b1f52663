import type { Finding } from '../../base/span.ts'
import { AS_ABOVE, FOR_APPEALS, NOT_FOR_APPEALS, OTHER_PURPOSE } from '../lexicon/appeal-routes.ts'
import { finding, type LetterText } from '../text/letter-text.ts'
import { sectionsOf } from '../text/sections.ts'
import { rangeIn, type Sentence } from '../text/sentences.ts'
import { addressBlocks, addressInSentence } from '../values/addresses.ts'
import type { ReadingContext } from './context.ts'
import type { NextStep } from './next-step.ts'

/** Where the letter says an appeal goes. A letterhead counts only when the letter sends the appeal "to the address above". */
export function appealAddress(ctx: ReadingContext, next: NextStep = 'plan'): Finding<string> | null {
  return inSentence(ctx, next) ?? inBlock(ctx, next) ?? asAbove(ctx)
}

function inSentence({ letter, sentences }: ReadingContext, next: NextStep): Finding<string> | null {
  const blocks = addressBlocks(letter.lines)
  const found = sentences.flatMap((s, i) => {
    const lower = s.text.toLowerCase()
    const sends =
      /\b(?:mail(?:ed)?|writ(?:e|ing)|sen[dt]|submit(?:ted)?|file|fax|address|deliver|received (?:by|at|no later)|correo|env[íi]e|enviar|escrib\w+)/.test(
        lower,
      ) ||
      /^appeals?\s*:/.test(lower) ||
      s.kind === 'label'
    const outside = next === 'outside' && s.section === 'external'
    const forAppeals =
      ((FOR_APPEALS.test(lower) || FOR_APPEALS.test(s.lead?.toLowerCase() ?? '')) && sends) ||
      goesOn(sentences, i) ||
      ((s.section === 'appeal' || outside) && /\b(?:mail|write|send|address|correo|envíe|enviar)\b/.test(lower))
    if (
      !forAppeals ||
      (!outside &&
        (s.section === 'external' ||
          NOT_FOR_APPEALS.test(lower.split(/\bappeals?\b/)[0] ?? '') ||
          /\bexternal|\biro\b|\bopm\b/.test(lower)))
    )
      return []
    const address = addressInSentence(s.text)
    // Set as a block, its lines carry no commas between them: read below, line by line.
    const line = address && /,[^,]+,\s*[A-Z]{2}\.?,?\s+\d{5}/.test(address.value)
    const at = address ? (s.at[address.start] ?? 0) : 0
    const set = address && blocks.find((b) => Math.abs(b.start - at) <= 2 && setInLines(letter.text.slice(b.start, b.end)))
    if (set) return [{ s, address: { ...address, value: set.value } }]
    return address && (line || !blocks.some((b) => b.start <= at + 80 && b.end > at)) ? [{ s, address }] : []
  })
  const first = found.find(({ s }) => !/expedit|urgent/i.test(s.text)) ?? found[0]
  if (!first) return null
  const whole = first.s.kind === 'label' ? 0 : first.address.start
  const range = rangeIn(letter, first.s, whole, first.address.end)
  return finding(letter, first.address.value, range.start, range.end, 0.95)
}

/** Three or more short lines: an address block, not a sentence that wraps. */
const setInLines = (text: string): boolean => {
  const lines = text.split('\n')
  return lines.length >= 3 && lines.every((l) => l.trim().length <= 60)
}

/** "You may appeal within 60 days. Mail it to …": the sentence before tells what is mailed. */
const goesOn = (sentences: readonly Sentence[], i: number): boolean =>
  /^(?:or |please )?(?:mail|send|write|fax|deliver|submit)\b/i.test(sentences[i]?.text ?? '') &&
  sentences
    .slice(Math.max(0, i - 2), i)
    .some((s) => FOR_APPEALS.test(s.text.toLowerCase()) && !NOT_FOR_APPEALS.test(s.text.toLowerCase()))

function inBlock({ letter, sentences }: ReadingContext, next: NextStep): Finding<string> | null {
  const sections = sectionsOf(letter)
  for (const block of addressBlocks(letter.lines)) {
    const line = letter.lines.findIndex((l) => l.start <= block.start && l.end >= block.start)
    const above = letter.lines[line - 1]?.cells.at(-1)?.text ?? ''
    const lead = leadBefore(letter, sentences, block.start)
    const around = `${lead}\n${letter.text.slice(block.start, block.end)}`.toLowerCase()
    const outside = next === 'outside' && sections[line] === 'external'
    const refused = outside ? OTHER_PURPOSE : NOT_FOR_APPEALS
    if (
      refused.test(around) ||
      (!outside && sections[line] === 'external') ||
      (sections[line] === 'opening' && !/:\s*$/.test(lead) && !above.endsWith(':'))
    )
      continue
    const sends =
      FOR_APPEALS.test(around) ||
      ((sections[line] === 'appeal' || outside) && /\b(?:mail|send|write|address|to|correo)\b[^\n]*:?$/m.test(lead.toLowerCase()))
    if (sends) return finding(letter, block.value, block.start, block.end, 0.9)
  }
  return null
}

/** The words just before the block: what introduces it. */
function leadBefore(letter: LetterText, sentences: readonly Sentence[], start: number): string {
  const before = sentences.findLast((s) => (s.at[0] ?? 0) < start && (s.at.at(-1) ?? 0) < start)
  const near =
    before &&
    letter.text
      .slice(before.at.at(-1) ?? 0, start)
      .split('\n')
      .filter((l) => l.trim() === '').length <= 2
  return near ? before.text : ''
}

function asAbove({ letter, sentences }: ReadingContext): Finding<string> | null {
  const says = sentences.find(
    (s, i) =>
      AS_ABOVE.test(s.text) &&
      (s.section === 'appeal' || FOR_APPEALS.test(`${sentences[i - 1]?.text ?? ''} ${s.text}`.toLowerCase())),
  )
  if (!says) return null
  const limit = says.at[0] ?? 0
  // The first block that is the sender's own: under its name, above the addressee.
  const block = addressBlocks(letter.lines).find((b) => b.start < limit)
  return block ? finding(letter, block.streetValue, block.streetStart, block.end, 0.8) : null
}
