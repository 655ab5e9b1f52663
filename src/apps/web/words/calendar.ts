import type { Knowledge } from '../../../knowledge/assemble.ts'
import type { CalendarWords } from '../../../packet/calendar.ts'
import type { Reckoning } from '../../../rights/reckoning.ts'
import { sayDate } from '../dates.ts'
import { assumptionIn, countIn, ruleIn } from './reckoning.ts'

/** A calendar in Spanish; English is the calendar's own. */
export const SPANISH_CALENDAR: CalendarWords = {
  language: 'ES',
  name: 'Plazos de la apelación',
  summary: (what, kind, time, reference) =>
    `${what}: ${kind === 'due' ? 'vence' : 'último día'}${time ? ` a las ${time}` : ''}${reference ? ` (referencia ${reference})` : ''}`,
  reminder: (what, days) => `${what}: ${days === 0 ? 'hoy' : days === 1 ? 'mañana' : `en ${days} días`}`,
  doneBy: (last) => `Termine a más tardar este día. El último día según la ley es el ${sayDate('es', last)}.`,
  isLast: (day) => `El ${sayDate('es', day)} es el último día.`,
  assumed: (assumption) => `Se supone: ${assumption}`,
}

/** The reckoning with its words in Spanish, where there are any. */
export const spanishReckoning = (knowledge: Knowledge, reckoning: Reckoning): Reckoning => ({
  ...reckoning,
  rule: ruleIn(knowledge, 'es', reckoning).text,
  arithmetic: countIn('es', reckoning.arithmetic),
  assumptions: reckoning.assumptions.map((sentence) => assumptionIn('es', sentence).text),
})
