import type { DenialReading, NoticeDefect } from '../denial.ts'
import { NOTICE_CONTENTS } from '../lexicon/notice-contents.ts'
import type { ReadingContext } from './context.ts'

/** What the notice leaves out. An omission has no span: there are no words to point at. */
export function defects({ letter }: ReadingContext, read: Omit<DenialReading, 'defects'>): NoticeDefect[] {
  const text = letter.text.toLowerCase().replace(/\s+/g, ' ')
  return NOTICE_CONTENTS.filter((c) => !c.excused(read) && !c.present?.test(text)).map(({ id, why }) => ({ id, why, span: null }))
}
