import { calendarIcs } from '../../../packet/calendar.ts'
import { moved, page } from '../library.ts'
import { deadlineAnswerPage, deadlineFormPage, deadlineProblemPage } from '../pages/deadline.ts'
import { answerDeadline, askedOf } from '../pages/deadlineAsked.ts'
import type { Route } from '../route.ts'
import { SPANISH_CALENDAR, spanishReckoning } from '../words/calendar.ts'

const path = '/deadline'

export const DEADLINE_FORM: Route = {
  path,
  method: 'get',
  make: ({ library, lang }) => page(deadlineFormPage(library, lang)),
  addresses: () => [path],
}

export const deadlineReckoned: Route = {
  path,
  method: 'post',
  make({ library, lang, form }) {
    const asked = askedOf(form)
    const answer = answerDeadline(library.ports, asked)
    return answer.ok
      ? page(deadlineAnswerPage(library, lang, asked, answer.value))
      : page(deadlineProblemPage(library, lang, asked, answer.problems[0]), 422)
  },
}

/** The deadline of the level that is open now, for a calendar. */
export const deadlineCalendar: Route = {
  path: '/deadline.ics',
  method: 'post',
  make({ library, lang, form }) {
    const answer = answerDeadline(library.ports, askedOf(form))
    const level = answer.ok ? answer.value.ladder.current : null
    if (!level?.file) return moved(lang, path, false)
    const spanish = lang === 'es'
    const reckoning = spanish ? spanishReckoning(library.knowledge, level.file) : level.file
    const words = spanish ? SPANISH_CALENDAR : undefined
    const text = calendarIcs([{ what: level.name[lang], reckoning }], null, library.today(), words)
    return { kind: 'file', name: 'appeal-deadline.ics', type: 'text/calendar; charset=utf-8', text }
  },
}
