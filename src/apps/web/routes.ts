import { page } from './library.ts'
import { homePage } from './pages/home.ts'
import { readAnswer, readPage } from './pages/read.ts'
import type { Route } from './route.ts'
import { DEADLINE_FORM, deadlineCalendar, deadlineReckoned } from './routes/deadline.ts'
import { FORMER } from './routes/former.ts'
import { guide } from './routes/guide.ts'
import { pair } from './routes/pair.ts'
import { search } from './routes/search.ts'
import { TOPIC_ROUTES } from './routes/topics.ts'

/**
 * Every address of the site. Each stands at the root in English and under "/es" in Spanish. A route that
 * lists its `addresses` is in the export and in site maps.
 */
export const ROUTES: readonly Route[] = [
  { path: '/', method: 'get', make: ({ library, lang }) => page(homePage(library, lang)), addresses: () => ['/'] },
  guide,
  pair,
  ...TOPIC_ROUTES,
  DEADLINE_FORM,
  deadlineReckoned,
  deadlineCalendar,
  {
    path: '/read',
    method: 'get',
    make: ({ library, lang }) => page(readPage(library, lang, { payer: null, treatment: null, reason: null }, true)),
  },
  { path: '/read', method: 'post', make: ({ library, lang, form }) => readAnswer(library, lang, form) },
  search,
  ...FORMER,
]
