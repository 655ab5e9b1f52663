import { GALLERY_ROUTES } from '../gallery/routes.ts'
import { ACCOUNT_ROUTES } from './account/account.ts'
import { DRAFT_ROUTES } from './draft/routes.ts'
import { EVIDENCE_ROUTES } from './evidence/routes.ts'
import { KEEP_ROUTES } from './keep/routes.ts'
import { LETTER_ROUTES } from './letter/routes.ts'
import { OPERATE_ROUTES } from './operate/routes.ts'
import { OVERVIEW_ROUTES } from './overview/routes.ts'
import { PAY_ROUTES } from './pay/routes.ts'
import { PEOPLE_ROUTES } from './people/routes.ts'
import { QUESTION_ROUTES } from './questions/routes.ts'
import type { AppRoute } from './route.ts'
import { SEND_ROUTES } from './send/routes.ts'
import { SIGN_ROUTES } from './sign/routes.ts'
import { START_ROUTES } from './start/routes.ts'
import { STATS_ROUTES } from './stats/routes.ts'
import { TRACK_ROUTES } from './track/routes.ts'

/** Every address of the application, in one list: what is not here is not served. */
export const APP_ROUTES: readonly AppRoute[] = [
  ...START_ROUTES,
  ...OVERVIEW_ROUTES,
  ...QUESTION_ROUTES,
  ...LETTER_ROUTES,
  ...EVIDENCE_ROUTES,
  ...DRAFT_ROUTES,
  ...SIGN_ROUTES,
  ...SEND_ROUTES,
  ...TRACK_ROUTES,
  ...STATS_ROUTES,
  ...ACCOUNT_ROUTES,
  ...PEOPLE_ROUTES,
  ...PAY_ROUTES,
  ...KEEP_ROUTES,
  ...OPERATE_ROUTES,
  ...GALLERY_ROUTES,
]
