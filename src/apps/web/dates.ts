import { type CivilDate, type Weekday, weekday } from '../../base/date.ts'
import { WORDS as GUIDE_WORDS } from '../../document/guide/voice.ts'
import type { Lang } from './language.ts'

const DIAS: Readonly<Record<Weekday, string>> = {
  Monday: 'lunes',
  Tuesday: 'martes',
  Wednesday: 'miércoles',
  Thursday: 'jueves',
  Friday: 'viernes',
  Saturday: 'sábado',
  Sunday: 'domingo',
}

/** "March 4, 2026"; "4 de marzo de 2026". A moment ("2026-03-04T12:00") also says its time. */
export const sayDate = (lang: Lang, when: string): string =>
  `${GUIDE_WORDS[lang].day(when.slice(0, 10))}${when.length > 10 ? `, ${when.slice(11)}` : ''}`

/** With its day of the week, for the one date that counts. */
export function sayDay(lang: Lang, when: string): string {
  const day = weekday(when.slice(0, 10) as CivilDate)
  return `${lang === 'en' ? day : DIAS[day]}, ${sayDate(lang, when)}`
}

/** A text with each "2026-03-04" in it written out. */
export const dateWords = (lang: Lang, text: string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?/g, (when) => sayDate(lang, when))
