import type { Hono } from 'hono'
import { PROBLEMS } from '../../../../base/problem.ts'
import { allowing } from '../../../../casefile/access.ts'
import type { CaseId } from '../../../../usecases/cases/ports.ts'
import { whoIs } from '../../../../usecases/people/visit.ts'
import type { Application } from '../../../application.ts'
import { inLang, LANGS, type Lang } from '../../language.ts'
import type { Library } from '../../library.ts'
import { NEVER } from '../../server/headers.ts'
import { notHerePage, problemPage } from '../pages/problem.ts'
import type { Reply } from '../reply.ts'
import { goto, refused, shown } from '../reply.ts'
import type { AppAsked, AppRoute } from '../route.ts'
import { type AppFrameContext, appFrame } from '../shell/frame.ts'
import { NOTHING, readForm } from './form.ts'
import { enterCase, ownForm } from './guard.ts'

export interface CasesParts {
  readonly app: Application
  readonly library: Library
  readonly frame: AppFrameContext
  readonly routes: readonly AppRoute[]
}

const FORM_MOST = 64 * 1024
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
export function addCases(hono: Hono, parts: CasesParts): void {
  for (const lang of LANGS)
    for (const route of parts.routes)
      hono.on(route.method.toUpperCase(), inLang(lang, route.path), async (c) => {
        const from = addressOf(c.req.raw, c.env, parts.app.proxies)
        return answer(parts, route, lang, c.req.raw, c.req.param(), from)
      })
}

async function answer(
  parts: CasesParts,
  route: AppRoute,
  lang: Lang,
  request: Request,
  params: Readonly<Record<string, string>>,
  from: string,
): Promise<Response> {
  const { app, library } = parts
  const url = new URL(request.url)
  const given = route.method === 'post' ? await readForm(request, route.most ?? FORM_MOST, route.machine) : null
  const session = route.machine ? null : await whoIs(app.people, app.cookie.read(request.headers.get('cookie')))
  const asked: AppAsked = {
    app,
    library,
    lang,
    params,
    query: url.searchParams,
    given: given?.ok ? given.value : NOTHING,
    session,
    csrf: session ? app.forms.of(session.id) : '',
    from,
  }
  if (given && !given.ok) return send(parts, asked, url, refused(given.problems))
  if (route.method === 'post' && !route.machine) {
    const own = ownForm(app, request, route.tokenless ? null : session, asked.given)
    if (!own.ok) return send(parts, asked, url, refused(own.problems))
  }
  return send(parts, asked, url, await made(route, asked, url))
}

async function made(route: AppRoute, asked: AppAsked, url: URL): Promise<Reply> {
  if (route.needs === 'anybody') return route.make(asked)
  const { session } = asked
  if (route.needs === 'person') {
    if (!session) return goto(`/sign-in?next=${encodeURIComponent(pathOnly(url, asked.lang))}`)
    return route.make({ ...asked, session })
  }
  const id = (asked.params.case ?? '') as CaseId
  const signing = route.signing ? (asked.params[route.signing] ?? null) : null
  const entered = await enterCase(asked.app, session, id, route.action, signing)
  if (!session || !entered) return shown(notHerePage(asked), session ? 404 : 401)
  const { access, state, accesses } = entered
  return route.make({
    ...asked,
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
  if ('session' in reply && reply.session)
    headers.append('set-cookie', 'token' in reply.session ? parts.app.cookie.set(reply.session.token) : parts.app.cookie.clear())
  switch (reply.kind) {
    case 'page':
      headers.set('content-type', HTML)
      return new Response(appFrame(reply.page, parts.frame), { status: reply.status, headers })
    case 'goto':
      headers.set('location', inLang(asked.lang, reply.to))
      return new Response(null, { status: 303, headers })
    case 'elsewhere':
      headers.set('location', reply.url)
      return new Response(null, { status: 303, headers })
    case 'json':
      headers.set('content-type', 'application/json')
      return new Response(JSON.stringify(reply.value), { status: reply.status, headers })
    case 'bytes':
      headers.set('content-type', reply.type)
      // A picture of a page never changes under its address; it is the person's own all the same.
      if (reply.keep) headers.set('cache-control', 'private, max-age=86400')
      headers.set('content-disposition', reply.name ? attachment(reply.name) : 'inline')
      return new Response(new Uint8Array(reply.bytes), { headers })
    case 'refused': {
      const status = PROBLEMS[reply.problems[0]?.code ?? 'internal-fault'].http
      headers.set('content-type', HTML)
      return new Response(appFrame(problemPage(asked, reply.problems, url), parts.frame), { status, headers })
    }
  }
}

const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`

/** The asker's address: of the connection, or as many hops before it as are trusted. */
function addressOf(request: Request, env: unknown, proxies: number): string {
  const socket = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress
  if (proxies === 0) return socket ?? 'unknown'
  const hops = (request.headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((h) => h.trim())
    .filter(Boolean)
  return hops.at(-proxies) ?? socket ?? 'unknown'
}
