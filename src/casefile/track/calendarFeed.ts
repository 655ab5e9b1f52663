import type { CivilDate } from '../../base/date.ts'
import type { Bilingual } from '../../knowledge/datum.ts'
import { type CalendarWords, calendarIcs, type Deadline } from '../../packet/calendar.ts'
import type { Ladder } from '../../rights/ladder.ts'
import type { Reckoning } from '../../rights/reckoning.ts'
import type { CaseState } from '../state.ts'
import type { Awaited } from './awaited.ts'
import { filed } from './filed.ts'

export interface FeedAsked {
  readonly state: CaseState
  readonly ladder: Ladder | null
  readonly awaited: Awaited | null
  readonly today: CivilDate
  /** Unguessable and the case's own, so that its entries stay apart from those of other cases. */
  readonly key: string
  readonly lang: 'en' | 'es'
  /** Left out: English. */
  readonly words?: CalendarWords
  /** How a reckoning reads in the feed's language. */
  readonly said?: (reckoning: Reckoning) => Reckoning
}

const DECISION: Bilingual = { en: 'Decision due from the other side', es: 'Decisión que debe dar la otra parte' }

/** Every dated day of a case as a calendar. It names levels of appeal, and no person, plan, drug or reference. */
export function calendarFeed({ state, ladder, awaited, today, key, lang, words, said = (r) => r }: FeedAsked): string {
  const sent = filed(state)
  const filing = (ladder?.levels ?? []).flatMap((l): Deadline[] =>
    l.standing === 'current' && l.file && !(sent && l.id === ladder?.current?.id)
      ? [{ what: l.name[lang], reckoning: said(l.file), key: `${key} ${l.id}` }]
      : [],
  )
  const decision: Deadline[] = awaited
    ? [{ what: DECISION[lang], reckoning: said(awaited.reckoning), key: `${key} ${awaited.level} decision` }]
    : []
  return calendarIcs(state.closed ? [] : [...filing, ...decision], null, today, words)
}
