import { addDays, addHours, type CivilDate, type CivilMoment, dateOf, dateParts } from '../base/date.ts'
import type { Clock, ClockUnit } from '../knowledge/source.ts'
import type { When } from './events.ts'
import { addMonths } from './months.ts'
import { dayOf } from './receipt.ts'
import { addWorkingDays, isCertainWorkingDay, isWorkingDay } from './workingDays.ts'

export interface Count {
  readonly end: When
  readonly alternative: CivilDate | null
  readonly step: string
  readonly assumptions: readonly string[]
}

const WORDS: Readonly<Record<ClockUnit, string>> = {
  hours: 'hour',
  days: 'day',
  business_days: 'working day',
  months: 'month',
  years: 'year',
}

/** "1 month", "60 days", "5 working days". */
export const sayAmount = (amount: number, unit: ClockUnit): string =>
  `${amount} ${WORDS[unit]}${Math.abs(amount) === 1 ? '' : 's'}`

const sign = (amount: number, unit: ClockUnit) => `${amount < 0 ? '−' : '+'} ${sayAmount(Math.abs(amount), unit)}`

type Rule = Pick<Clock, 'missingDay' | 'endOfYear' | 'at'>

/** The end of `amount` `unit` after `start`; the day of the event is day 0. */
export function count(start: When, amount: number, unit: ClockUnit, rule: Rule): Count {
  const plain = (end: When, alternative: CivilDate | null = null, note = '', assumptions: string[] = []): Count => ({
    end,
    alternative,
    step: amount === 0 && end === start ? String(end) : `${start} ${sign(amount, unit)}${note} = ${end}`,
    assumptions,
  })
  const day = dayOf(start)
  switch (unit) {
    case 'hours':
      if (start.length > 10) return plain(addHours(start as CivilMoment, amount))
      return plain(addDays(day, Math.ceil(amount / 24)), null, '', [
        'The hour at which the clock started is not known, so the whole day is counted.',
      ])
    case 'days': {
      const end = addDays(day, amount)
      return rule.at ? plain(`${end}T${rule.at}` as CivilMoment, null, `, at ${rule.at}`) : plain(end)
    }
    case 'business_days': {
      const end = addWorkingDays(day, amount, isWorkingDay)
      const wide = addWorkingDays(day, amount, isCertainWorkingDay)
      return plain(end, wide === end ? null : wide)
    }
    case 'months':
    case 'years': {
      const months = unit === 'years' ? amount * 12 : amount
      const counted = addMonths(day, months, rule.missingDay ?? 'not_stated')
      if (rule.endOfYear)
        return plain(dateOf(dateParts(counted.end).year, 12, 31) ?? counted.end, null, ', to the end of that year')
      return plain(counted.end, counted.alternative, counted.missing ? ' (no such day in that month)' : '')
    }
  }
}
