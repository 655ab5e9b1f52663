import { LETTER_ROUTES } from './letter/routes.ts'
import { OVERVIEW_ROUTES } from './overview/routes.ts'
import { QUESTION_ROUTES } from './questions/routes.ts'
import type { AppRoute } from './route.ts'
import { START_ROUTES } from './start/routes.ts'

/** Every address of the application, in one list: what is not here is not served. */
export const APP_ROUTES: readonly AppRoute[] = [...START_ROUTES, ...OVERVIEW_ROUTES, ...QUESTION_ROUTES, ...LETTER_ROUTES]
