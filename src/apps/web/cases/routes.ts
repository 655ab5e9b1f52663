import { LETTER_ROUTES } from './letter/routes.ts'
import type { AppRoute } from './route.ts'
import { START_ROUTES } from './start/routes.ts'

/** Every address of the application, in one list: what is not here is not served. */
export const APP_ROUTES: readonly AppRoute[] = [...START_ROUTES, ...LETTER_ROUTES]
