import { PROBLEMS, type Problem } from '../../../../base/problem.ts'
import type { Message } from '../../../../usecases/cases/ports.ts'
import { askSignIn } from '../../../../usecases/people/askSignIn.ts'
import { changeEmail } from '../../../../usecases/people/changeEmail.ts'
import type { LinkPurpose } from '../../../../usecases/people/ports.ts'
import { offerSignIn, signIn } from '../../../../usecases/people/signIn.ts'
import { signOut } from '../../../../usecases/people/visit.ts'
import { esc, type Html, html, none, when } from '../../html/html.ts'
import { problemList } from '../pages/problem.ts'
import { goto, type Reply, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, open } from '../route.ts'
import { at, ownPage, token } from './ownPage.ts'
import { ACCOUNT_WORDS } from './words.ts'

export const SIGN_IN_ROUTES: readonly AppRoute[] = [
  open('get', '/sign-in', async (asked) => shown(signInPage(asked))),
  open('post', '/sign-in', ask),
  open('get', '/sign-in/:token', offer),
  open('post', '/sign-in/:token', use),
  open('get', '/change-email/:token', async (asked) => shown(changePage(asked))),
  open('post', '/change-email/:token', change),
  open('post', '/sign-out', leave),
]

/** Links can be had: by mail, or on the screen where somebody tries the service out on their own machine. */
const canSend = ({ app, onThisMachine }: AppAsked): 'mail' | 'screen' | 'no' =>
  app.mailReady ? 'mail' : onThisMachine ? 'screen' : 'no'

function signInPage(asked: AppAsked, problems: readonly Problem[] = []): ReturnType<typeof ownPage> {
  const { lang, session, given, query } = asked
  const words = ACCOUNT_WORDS[lang]
  const email = session?.person.email
  const next = given.fields.get('next') ?? query.get('next') ?? '/cases'
  const already = email
    ? html`<p class="note">${esc(words.signedInAs(email))} <a href="${at(asked, '/cases')}">${esc(words.toCases)}</a></p>`
    : none
  const byMail =
    canSend(asked) === 'no'
      ? html`<div class="note"><p><strong>${esc(words.noMail)}</strong></p><p>${esc(words.noMailFix)}</p></div>`
      : html`<form class="sheet-form" method="post" action="${at(asked, '/sign-in')}">${token(asked)}<input type="hidden" name="next" value="${esc(next)}"><div class="field"><label for="email">${esc(words.email)}</label><input id="email" name="email" type="email" autocomplete="email" required maxlength="254" value="${esc(given.fields.get('email') ?? '')}" aria-describedby="email-help"><p class="help" id="email-help">${esc(words.emailHelp)}</p></div><p class="actions"><button>${esc(words.send)}</button></p></form>`
  return ownPage(
    asked,
    '/sign-in',
    words.signInTitle,
    html`<p class="lead">${esc(words.signInLead)}</p>${problems.length ? problemList(asked.lang, problems) : none}${already}${byMail}${passkeyPart(asked, next)}`,
    { script: 'passkey' },
  )
}

/** Shown by the script where the browser knows passkeys. */
function passkeyPart(asked: AppAsked, next: string): Html {
  const words = ACCOUNT_WORDS[asked.lang]
  return html`<div class="passkey" data-passkey="sign-in" data-ask="${at(asked, '/passkey/ask')}" data-answer="${at(asked, '/passkey')}" data-next="${esc(next)}" data-csrf="${esc(asked.csrf)}" data-failed="${esc(words.passkeyFailed)}" hidden><p class="or">${esc(words.or)}</p><p class="actions"><button type="button" class="second">${esc(words.passkey)}</button></p><p class="help">${esc(words.passkeyHelp)}</p><p class="error" role="alert"></p></div>`
}

async function ask(asked: AppAsked): Promise<Reply> {
  const { given } = asked
  const sent = await askForLink(asked, 'signIn', given.fields.get('next') ?? '/cases')
  if (!sent.ok) return shown(signInPage(asked, sent.problems), PROBLEMS[sent.problems[0].code].http)
  return shown(sentPage(asked, '/sign-in', sent.value))
}

export interface LinkSent {
  readonly to: string
  /** The path of the link, where it is shown instead of sent. */
  readonly shown: string | null
}

/** Sends a link; on the machine of the service itself, without a mail server, it is kept for the page instead. */
export async function askForLink(asked: AppAsked, purpose: LinkPurpose, next: string) {
  const { app, given, session, from, lang } = asked
  let kept: Message | null = null
  const mailer =
    canSend(asked) === 'screen'
      ? {
          async send(message: Message) {
            kept = message
            return { ok: true as const, value: undefined, warnings: [] }
          },
        }
      : app.people.mailer
  const email = given.fields.get('email') ?? ''
  const sent = await askSignIn({ ...app.people, mailer }, { email, purpose, session, from, lang, next })
  if (!sent.ok) return sent
  return { ok: true as const, value: { to: sent.value.sentTo, shown: kept ? linkIn(kept) : null }, warnings: [] }
}

const linkIn = ({ text }: Message): string | null => {
  const url = /^https?:\/\/\S+$/m.exec(text)?.[0]
  return url ? new URL(url).pathname : null
}

export function sentPage(asked: AppAsked, address: string, { to, shown: path }: LinkSent): ReturnType<typeof ownPage> {
  const words = ACCOUNT_WORDS[asked.lang]
  const main = path
    ? html`<p class="lead">${esc(words.tryOut)}</p><p class="actions"><a class="button" href="${at(asked, path)}">${esc(words.tryOutLink)}</a></p>`
    : html`<p class="lead">${esc(words.sent(to))}</p><p>${esc(words.sentSoon)}</p>`
  return ownPage(asked, address, path ? words.openTitle : words.sentTitle, main)
}

/** The link was used, is too old, or never was: one page for all. */
function gonePage(asked: AppAsked, problems: readonly Problem[]): Reply {
  const words = ACCOUNT_WORDS[asked.lang]
  const main = html`${problemList(asked.lang, problems)}<p class="actions"><a class="button" href="${at(asked, '/sign-in')}">${esc(words.newLink)}</a></p>`
  return shown(ownPage(asked, '/sign-in', words.linkGoneTitle, main), PROBLEMS[problems[0]?.code ?? 'not-allowed'].http)
}

async function offer(asked: AppAsked): Promise<Reply> {
  const { app, params, session, from, lang } = asked
  const words = ACCOUNT_WORDS[lang]
  const path = `/sign-in/${params.token}`
  const offered = await offerSignIn(app.people, params.token ?? '', session, from)
  if (!offered.ok) return gonePage(asked, offered.problems)
  const { emailHint, asksToBring } = offered.value
  const bring = html`<p class="check"><input type="checkbox" id="bring" name="bring" value="yes"><label for="bring">${esc(words.bring)}</label></p>`
  const main = html`<p class="lead">${esc(words.openSay(emailHint))}</p><form class="sheet-form" method="post" action="${at(asked, path)}">${token(asked)}${when(asksToBring, () => bring)}<p class="actions"><button>${esc(words.openButton)}</button></p></form><p class="help">${esc(words.openNotYou)}</p>`
  return shown(ownPage(asked, path, words.openTitle, main))
}

async function use(asked: AppAsked): Promise<Reply> {
  const { app, params, session, given, from } = asked
  const bring = given.fields.get('bring') === 'yes'
  const signed = await signIn(app.people, { token: params.token ?? '', session, bring, from })
  if (!signed.ok) return gonePage(asked, signed.problems)
  return goto(signed.value.next === '/' ? '/cases' : signed.value.next, { token: signed.value.token })
}

function changePage(asked: AppAsked): ReturnType<typeof ownPage> {
  const words = ACCOUNT_WORDS[asked.lang]
  const path = `/change-email/${asked.params.token}`
  const main = html`<p class="lead">${esc(words.changeSay)}</p><form class="sheet-form" method="post" action="${at(asked, path)}">${token(asked)}<p class="actions"><button>${esc(words.changeButton)}</button></p></form><p class="help">${esc(words.openNotYou)}</p>`
  return ownPage(asked, path, words.changeTitle, main)
}

async function change(asked: AppAsked): Promise<Reply> {
  const { app, params, session, from } = asked
  const changed = await changeEmail(app.people, params.token ?? '', session, from)
  return changed.ok ? goto('/account', { token: changed.value.token }) : gonePage(asked, changed.problems)
}

async function leave({ app, session }: AppAsked): Promise<Reply> {
  if (session) await signOut(app.people, session, 'here')
  return goto('/', { end: true })
}
