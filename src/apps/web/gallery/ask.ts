import { type Access, allowing, type Circumstances } from '../../../casefile/access.ts'
import type { Actor, CaseRole } from '../../../casefile/event.ts'
import { caseState } from '../../../casefile/state.ts'
import type { CaseId, CasePorts } from '../../../usecases/cases/ports.ts'
import type { Session } from '../../../usecases/people/ports.ts'
import type { Application } from '../../application.ts'
import { ACCOUNT_ROUTES } from '../cases/account/account.ts'
import { DRAFT_ROUTES } from '../cases/draft/routes.ts'
import { EVIDENCE_ROUTES } from '../cases/evidence/routes.ts'
import { KEEP_ROUTES } from '../cases/keep/routes.ts'
import { LETTER_ROUTES } from '../cases/letter/routes.ts'
import { OVERVIEW_ROUTES } from '../cases/overview/routes.ts'
import { notHerePage } from '../cases/pages/problem.ts'
import { PAY_ROUTES } from '../cases/pay/routes.ts'
import { PEOPLE_ROUTES } from '../cases/people/routes.ts'
import { QUESTION_ROUTES } from '../cases/questions/routes.ts'
import { type Reply, shown } from '../cases/reply.ts'
import type { AppAsked, AppRoute } from '../cases/route.ts'
import { SEND_ROUTES } from '../cases/send/routes.ts'
import { SIGN_ROUTES } from '../cases/sign/routes.ts'
import { START_ROUTES } from '../cases/start/routes.ts'
import { STATS_ROUTES } from '../cases/stats/routes.ts'
import { TRACK_ROUTES } from '../cases/track/routes.ts'
import { memoryPorts } from './memory.ts'
import { SAMPLE_PERSON, type Stage, sampleCase } from './samples.ts'
import type { Screen } from './screens.ts'

const ROUTES: readonly AppRoute[] = [
  ...[...START_ROUTES, ...OVERVIEW_ROUTES, ...LETTER_ROUTES, ...QUESTION_ROUTES, ...EVIDENCE_ROUTES, ...DRAFT_ROUTES],
  ...[...SIGN_ROUTES, ...SEND_ROUTES, ...TRACK_ROUTES, ...STATS_ROUTES, ...ACCOUNT_ROUTES, ...PEOPLE_ROUTES, ...PAY_ROUTES],
  ...KEEP_ROUTES,
]

/** The application with nothing of anybody in it: cases in memory, mail that goes nowhere, an audit log that keeps nothing. */
const samples = new WeakMap<Application, { readonly app: Application; readonly made: Map<string, Promise<CaseId>> }>()

function sampleOf(real: Application) {
  const held = samples.get(real)
  if (held) return held
  const cases: CasePorts = memoryPorts(real.cases)
  const app: Application = {
    ...real,
    cases,
    people: {
      ...real.people,
      cases: cases.cases,
      audit: cases.audit,
      mailer: { send: async () => ({ ok: true, value: undefined, warnings: [] }) },
    },
    pay: { ...real.pay, cases: cases.cases, audit: cases.audit },
    signing: { ...real.signing, ...cases, mail: false },
    sending: { ...real.sending, store: cases.cases, files: cases.files },
    counts: { put: async () => {}, rows: async () => [] },
  }
  const made = { app, made: new Map<string, Promise<CaseId>>() }
  samples.set(real, made)
  return made
}

/** What a screen answers, by the very handler that answers it to everybody. */
export async function ask(asked: AppAsked, screen: Screen): Promise<Reply> {
  const { app, made } = sampleOf(asked.app)
  const as: CaseRole = screen.as ?? 'patient'
  const path = screen.stage ? `/case/:case${screen.path}` : screen.path
  const method = screen.post ? 'post' : 'get'
  const found = routeOf(method, path)
  if (!found) return shown(notHerePage(asked), 404)
  const person = { id: SAMPLE_PERSON, email: null, lang: asked.lang, duties: [] }
  const session: Session = { id: 'sample', person, started: app.cases.clock.now() }
  const open: AppAsked = {
    ...asked,
    ...{
      app,
      session,
      params: found.params,
      csrf: '',
      from: 'gallery',
      onThisMachine: false,
      query: new URLSearchParams(screen.query),
    },
    given: { fields: new URLSearchParams(screen.post), files: [], body: '' },
  }
  const { route } = found
  if (route.needs === 'anybody') return route.make(open)
  if (route.needs === 'person') return route.make({ ...open, session })
  const id = await caseAt(app, made, screen.stage ?? 'read', asked.lang)
  const circumstances: Circumstances = { authorization: true, opener: as !== 'prescriber', administrator: false }
  const access: Access = { role: as, signing: as === 'prescriber' ? (found.params.signing ?? null) : null, circumstances }
  const actor: Actor = { kind: 'person', id: SAMPLE_PERSON, role: as }
  return route.make({
    ...open,
    ...{ session, id, access, actor, params: { ...found.params, case: id } },
    state: caseState((await app.cases.cases.load(id)) ?? []),
    mayAlso: (action) => allowing([access], action, access.signing) !== null,
  })
}

/** One case for each stage and language: what a refused form leaves behind is nothing. */
function caseAt(app: Application, made: Map<string, Promise<CaseId>>, stage: Stage, lang: 'en' | 'es'): Promise<CaseId> {
  const key = `${stage} ${lang} ${app.cases.clock.today()}`
  const held = made.get(key) ?? sampleCase(app.signing, stage, lang)
  made.set(key, held)
  return held
}

function routeOf(method: 'get' | 'post', path: string): { route: AppRoute; params: Record<string, string> } | null {
  const wanted = path.split('/')
  for (const route of ROUTES) {
    const parts = route.path.split('/')
    if (route.method !== method || parts.length !== wanted.length) continue
    if (!parts.every((p, i) => p === wanted[i] || (p.startsWith(':') && p !== ':case'))) continue
    const named = parts.flatMap((p, i) => (p.startsWith(':') && p !== ':case' ? [[p.slice(1), wanted[i] ?? '']] : []))
    return { route, params: Object.fromEntries(named) }
  }
  return null
}
