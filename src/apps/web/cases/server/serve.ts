import type { Hono } from 'hono'
import { PROBLEMS, problem } from '../../../../base/problem.ts'
import { allowing } from '../../../../casefile/access.ts'
import { needsPayment } from '../../../../casefile/price.ts'
import type { CaseId } from '../../../../usecases/cases/ports.ts'
import { mayServe } from '../../../../usecases/people/accessTo.ts'
import { limited } from '../../../../usecases/people/limits.ts'
import { whoIs } from '../../../../usecases/people/visit.ts'
import type { Application } from '../../../application.ts'
import { inLang, LANGS, type Lang } from '../../language.ts'
import type { Library } from '../../library.ts'
import { NEVER } from '../../server/headers.ts'
import { notHerePage, problemPage } from '../pages/problem.ts'
import type { Reply, SessionChange } from '../reply.ts'
import { goto, refused, shown } from '../reply.ts'
import type { AppAsked, AppRoute } from '../route.ts'
import { type AppFrameContext, appFrame } from '../shell/frame.ts'
import { fileHeaders, localOnly } from './answers.ts'
import { asker } from './asker.ts'
import { NOTHING, plainFields, readForm } from './form.ts'
import { enterCase, ownForm, ownPage } from './guard.ts'
import { makeUploadRoom, type UploadRoom } from './uploadRoom.ts'

export interface CasesParts extends CasesGiven {
  readonly room: UploadRoom
}

interface CasesGiven {
  readonly app: Application
  readonly library: Library
  readonly frame: AppFrameContext
  readonly routes: readonly AppRoute[]
}

const FORM_MOST = 64 * 1024
/** Nothing of ours is called by so many characters, or by such as no database keeps. */
const isNoName = (param: string): boolean => param.length > 300 || /\p{Cc}/u.test(param)
const HTML = 'text/html; charset=utf-8'

/** What a page of the application may do beside what a guide may: our own scripts, and pictures made by them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self' https://checkout.stripe.com",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Adds every address of the application, in both languages. */
export function addCases(hono: Hono, given: CasesGiven): void {
  const parts: CasesParts = { ...given, room: makeUploadRoom() }
  for (const lang of LANGS)
    for (const route of parts.routes)
      hono.on(route.method.toUpperCase(), inLang(lang, route.path), async (c) => {
        const at = { params: c.req.param(), ...asker(c.req.raw, c.env, parts.app) }
        return answer(parts, route, lang, c.req.raw, at)
      })
}

async function answer(
  parts: CasesParts,
  route: AppRoute,
  lang: Lang,
  request: Request,
  at: Pick<AppAsked, 'params' | 'from' | 'onThisMachine'>,
): Promise<Response> {
  const { app, library } = parts
  const url = new URL(request.url)
  const session = route.machine ? null : await whoIs(app.people, app.cookie.read(request.headers.get('cookie')))
  const csrf = session ? app.forms.of(session.id) : ''
  const header = (name: string) => request.headers.get(name)
  const query = plainFields(url.searchParams)
  const asked: AppAsked = { app, library, lang, query, given: NOTHING, session, csrf, header, ...at }
  if (Object.values(at.params).some(isNoName)) return send(parts, asked, url, shown(notHerePage(asked), 404))
  const reply = route.method === 'get' ? await made(route, asked, url) : await posted(parts, route, asked, request, url)
  const answered = send(parts, asked, url, reply)
  // Refused before it was read to its end, perhaps: what is still on its way belongs to no next request.
  if (route.method === 'post' && answered.status >= 400) answered.headers.set('connection', 'close')
  return answered
}

/** First what can be seen of a request without its body, so that nobody makes us hold what they may not send. */
async function posted(parts: CasesParts, route: AppRoute, asked: AppAsked, request: Request, url: URL): Promise<Reply> {
  const { app, from, session } = asked
  const most = route.most ?? FORM_MOST
  if (!route.machine) {
    const own = ownPage(app, request)
    if (!own.ok) return refused(own.problems)
  }
  let leave: (() => void) | null = null
  if (most > FORM_MOST) {
    const reached = await reach(route, asked, url)
    if (typeof reached !== 'function') return reached
    // Another server sends what it has to; it proves itself, and its bodies are small.
    const tooMany = route.machine ? null : await limited(app.people, 'upload', session?.person.id ?? from)
    if (tooMany) return refused(tooMany.problems)
    leave = parts.room.enter(from, Math.min(Number(request.headers.get('content-length')) || most, most))
    if (!leave) return refused([BUSY])
  }
  try {
    const given = await readForm(request, most, route.machine)
    if (!given.ok) return refused(given.problems)
    const own = ownForm(app, request, route.machine || route.tokenless ? null : session, given.value)
    if (!own.ok) return refused(own.problems)
    return await made(route, { ...asked, given: given.value }, url)
  } finally {
    leave?.()
  }
}

const BUSY = problem(
  'too-many-requests',
  'upload',
  'Many files are being sent at this moment.',
  'Wait a minute and send yours once more.',
)

async function made(route: AppRoute, asked: AppAsked, url: URL): Promise<Reply> {
  const reached = await reach(route, asked, url)
  return typeof reached === 'function' ? reached(asked) : reached
}

/** Whether this person may ask this: what is then made, or what they are told instead. */
async function reach(route: AppRoute, asked: AppAsked, url: URL): Promise<Reply | ((asked: AppAsked) => Promise<Reply>)> {
  if (route.needs === 'anybody') return route.make
  const { session } = asked
  if (route.needs === 'person') {
    if (!session) return goto(`/sign-in?next=${encodeURIComponent(pathOnly(url, asked.lang))}`)
    if (!mayServe(session.person, route.action)) return shown(notHerePage(asked), 404)
    return (given) => route.make({ ...given, session })
  }
  const id = (asked.params.case ?? '') as CaseId
  const signing = route.signing ? (asked.params[route.signing] ?? null) : null
  const entered = await enterCase(asked.app, session, id, route.action, signing)
  if (!session || !entered) return shown(notHerePage(asked), session ? 404 : 401)
  // Who came by a link for one letter is never asked for money: asking for the signature was paid for.
  const owed = needsPayment(route.action) && !entered.feeSettled && entered.access.signing === null
  if (owed) return goto(`/case/${id}/pay`)
  const { access, state, accesses } = entered
  return (given) =>
    route.make({
      ...given,
      session,
      id,
      state,
      access,
      actor: { kind: 'person', id: session.person.id, role: access.role },
      mayAlso: (action) => allowing(accesses, action, signing) !== null,
    })
}

/** The path without language, for coming back after signing in. */
const pathOnly = (url: URL, lang: Lang): string => (lang === 'es' ? url.pathname.slice(3) || '/' : url.pathname)

function send(parts: CasesParts, asked: AppAsked, url: URL, reply: Reply): Response {
  const headers = new Headers({ 'cache-control': NEVER, 'content-security-policy': POLICY })
  // A page whose address opens something names it to nobody.
  if (asked.params.token !== undefined) headers.set('referrer-policy', 'no-referrer')
  if ('session' in reply && reply.session) setSession(headers, parts.app, reply.session)
  switch (reply.kind) {
    case 'page':
      headers.set('content-type', HTML)
      return new Response(appFrame(reply.page, parts.frame), { status: reply.status, headers })
    case 'goto':
      headers.set('location', localOnly(inLang(asked.lang, reply.to)))
      return new Response(null, { status: 303, headers })
    case 'elsewhere':
      headers.set('location', reply.url)
      return new Response(null, { status: 303, headers })
    case 'json':
      headers.set('content-type', 'application/json')
      return new Response(JSON.stringify(reply.value), { status: reply.status, headers })
    case 'bytes':
      for (const [name, value] of fileHeaders(reply)) headers.set(name, value)
      return new Response(new Uint8Array(reply.bytes), { headers })
    case 'refused': {
      const status = PROBLEMS[reply.problems[0]?.code ?? 'internal-fault'].http
      headers.set('content-type', HTML)
      return new Response(appFrame(problemPage(asked, reply.problems, url), parts.frame), { status, headers })
    }
  }
}

function setSession(headers: Headers, app: Application, change: SessionChange): void {
  headers.append('set-cookie', 'token' in change ? app.cookie.set(change.token) : app.cookie.clear())
  // Pictures of pages are kept by the browser for a day: not beyond the session, for the next at this device.
  if ('end' in change) headers.set('clear-site-data', '"cache"')
}
