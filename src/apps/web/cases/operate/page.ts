import type { Session } from '../../../../usecases/people/ports.ts'
import { each, esc, type Html, html, none } from '../../html/html.ts'
import { at, ownPage } from '../account/ownPage.ts'
import { type Reply, shown } from '../reply.ts'
import type { AppAsked } from '../route.ts'
import { OPERATE_WORDS } from './words.ts'

/** A request of the one who runs the service; that they do is checked where the route is found. */
export type Operated = AppAsked & { readonly session: Session }

const PATHS = {
  health: '/operate',
  retention: '/operate/retention',
  audit: '/operate/audit',
  payments: '/operate/payments',
  settings: '/operate/settings',
} as const
export type Tab = keyof typeof PATHS
const TABS = Object.keys(PATHS) as readonly Tab[]

export function operatePage(asked: Operated, tab: Tab, main: Html, status = 200): Reply {
  const words = OPERATE_WORDS[asked.lang]
  const link = (one: Tab) =>
    html`<li><a href="${at(asked, PATHS[one])}"${one === tab ? html` aria-current="page"` : none}>${esc(words.tabs[one])}</a></li>`
  const nav = html`<p class="lead">${esc(words.lead)}</p><nav class="tabs" aria-label="${esc(words.nav)}"><ul>${each(TABS, link)}</ul></nav>`
  return shown(ownPage(asked, PATHS[tab], `${words.title}: ${words.tabs[tab]}`, html`${nav}${main}`), status)
}
