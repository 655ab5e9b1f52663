import { PROBLEMS, type Problem } from '../../../../base/problem.ts'
import { dollars } from '../../../../casefile/price.ts'
import { forgetPerson } from '../../../../usecases/people/forget.ts'
import type { Passkey, Session } from '../../../../usecases/people/ports.ts'
import { signOut } from '../../../../usecases/people/visit.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { problemList } from '../pages/problem.ts'
import { goto, type Reply, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, forPerson, open } from '../route.ts'
import { myCases } from './cases.ts'
import { at, ownPage, token } from './ownPage.ts'
import { PASSKEY_ROUTES } from './passkeys.ts'
import { askForLink, SIGN_IN_ROUTES, sentPage } from './signIn.ts'
import { ACCOUNT_WORDS } from './words.ts'

type Asked = AppAsked & { readonly session: Session }

export const ACCOUNT_ROUTES: readonly AppRoute[] = [
  ...SIGN_IN_ROUTES,
  ...PASSKEY_ROUTES,
  forPerson('get', '/cases', 'account.manage', myCases),
  forPerson('get', '/account', 'account.manage', (asked) => account(asked, [])),
  forPerson('post', '/account/email', 'account.manage', email),
  forPerson('post', '/account/sign-out', 'account.manage', async ({ app, session }) => {
    await signOut(app.people, session, 'everywhere')
    return goto('/sign-in', { end: true })
  }),
  forPerson('get', '/account/delete', 'account.manage', (asked) => deletion(asked, false)),
  forPerson('post', '/account/delete', 'account.manage', remove),
  open('get', '/account/deleted', async (asked) => {
    const words = ACCOUNT_WORDS[asked.lang]
    return shown(ownPage(asked, '/account/deleted', words.deletedTitle, html`<p class="lead">${esc(words.deletedSay)}</p>`))
  }),
]

async function account(asked: Asked, problems: readonly Problem[]): Promise<Reply> {
  const { app, lang, session } = asked
  const words = ACCOUNT_WORDS[lang]
  const { id, email: address } = session.person
  const main = address
    ? html`${problems.length ? problemList(asked.lang, problems) : none}${emailPart(asked, address)}${passkeyPart(asked, await app.people.passkeys.list(id))}${await paymentsPart(asked)}`
    : html`<p class="lead">${esc(words.visitorAccount)}</p><p class="actions"><a class="button" href="${at(asked, '/sign-in')}">${esc(words.signInTitle)}</a></p>`
  const devices = html`<section><h2>${esc(words.devicesTitle)}</h2><p>${esc(words.devicesSay)}</p><form method="post" action="${at(asked, '/account/sign-out')}">${token(asked)}<p class="actions"><button class="second">${esc(words.devicesButton)}</button></p></form></section>`
  const end = html`<section><h2>${esc(words.deleteTitle)}</h2><p>${esc(words.deleteSay)}</p><p><a href="${at(asked, '/account/delete')}">${esc(words.deleteLink)}</a></p></section>`
  const status = problems[0] ? PROBLEMS[problems[0].code].http : 200
  return shown(
    ownPage(asked, '/account', words.accountTitle, html`${main}${when(address, () => devices)}${end}`, { script: 'passkey' }),
    status,
  )
}

function emailPart(asked: Asked, address: string): Html {
  const words = ACCOUNT_WORDS[asked.lang]
  return html`<section><h2>${esc(words.emailTitle)}</h2><p>${esc(words.emailNow(address))}</p><form method="post" action="${at(asked, '/account/email')}">${token(asked)}<div class="field"><label for="email">${esc(words.emailNew)}</label><input id="email" name="email" type="email" autocomplete="email" required maxlength="254" value="${esc(asked.given.fields.get('email') ?? '')}"></div><p class="actions"><button class="second">${esc(words.emailChange)}</button></p></form></section>`
}

function passkeyPart(asked: Asked, passkeys: readonly Passkey[]): Html {
  const { lang, csrf } = asked
  const words = ACCOUNT_WORDS[lang]
  const day = (when: string) => sayDate(lang, when.slice(0, 10))
  const one = (p: Passkey) =>
    html`<li><p><strong>${esc(p.name || words.passkeyUnnamed)}</strong><br><span class="help">${esc(words.passkeyMade(day(p.made), p.used ? day(p.used) : null))}</span></p><form method="post" action="${at(asked, `/account/passkey/${p.id}/remove`)}">${token(asked)}<button class="second small">${esc(words.passkeyRemove)}<span class="unseen"> ${esc(p.name)}</span></button></form></li>`
  return html`<section><h2>${esc(words.passkeysTitle)}</h2><p>${esc(words.passkeysSay)}</p>${passkeys.length ? html`<ul class="row-list">${each(passkeys, one)}</ul>` : html`<p>${esc(words.passkeysNone)}</p>`}<noscript><p class="help">${esc(words.passkeyNeedsScript)}</p></noscript><div data-passkey="add" data-ask="${at(asked, '/account/passkey/ask')}" data-answer="${at(asked, '/account/passkey')}" data-csrf="${esc(csrf)}" data-failed="${esc(words.passkeyAddFailed)}" hidden><div class="field"><label for="passkey-name">${esc(words.passkeyName)}</label><input id="passkey-name" maxlength="60" aria-describedby="passkey-help"><p class="help" id="passkey-help">${esc(words.passkeyNameHelp)}</p></div><p class="actions"><button type="button" class="second">${esc(words.passkeyAdd)}</button></p><p class="error" role="alert"></p></div></section>`
}

async function paymentsPart(asked: Asked): Promise<Html> {
  const { app, lang, session } = asked
  const words = ACCOUNT_WORDS[lang]
  const paid = (await app.pay.payments.of(session.person.id)).filter((p) => p.paid !== null)
  if (!paid.length) return none
  return html`<section><h2>${esc(words.receiptsTitle)}</h2><ul class="row-list">${each(paid, (p) => html`<li><a href="${at(asked, `/pay/${p.id}/receipt`)}">${esc(words.receipt(dollars(p.cents), sayDate(lang, (p.paid ?? p.begun).slice(0, 10))))}</a></li>`)}</ul></section>`
}

async function email(asked: Asked): Promise<Reply> {
  const sent = await askForLink(asked, 'changeEmail', '/account')
  return sent.ok ? shown(sentPage(asked, '/account', sent.value)) : account(asked, sent.problems)
}

async function deletion(asked: Asked, wrong: boolean): Promise<Reply> {
  const { app, lang, session } = asked
  const words = ACCOUNT_WORDS[lang]
  const held = await app.cases.cases.casesOf(session.person.id)
  const others = await Promise.all(
    held.map(async ({ id }) => (await app.cases.cases.members(id)).some((m) => m.person !== session.person.id)),
  )
  const stay = others.filter(Boolean).length
  const main = html`<p class="lead">${esc(words.deleteLead)}</p><ul><li>${esc(words.deleteGone(held.length - stay))}</li>${when(stay, () => html`<li>${esc(words.deleteStay(stay))}</li>`)}</ul><p>${esc(words.deleteSave)}</p>${confirmForm(asked, '/account/delete', words.deleteType(words.deleteWord), words.deleteButton, wrong ? words.deleteWrong(words.deleteWord) : null)}`
  return shown(ownPage(asked, '/account/delete', words.deleteTitle, main), wrong ? 422 : 200)
}

/** A button that destroys, behind a word that has to be typed. */
export function confirmForm(asked: AppAsked, path: string, label: string, button: string, error: string | null): Html {
  return html`<form class="sheet-form" method="post" action="${at(asked, path)}">${token(asked)}<div class="field${error ? esc(' wrong') : none}"><label for="word">${esc(label)}</label>${error ? html`<p class="error" id="word-error" role="alert">${esc(error)}</p>` : none}<input id="word" name="word" autocomplete="off" autocapitalize="characters" required${error ? html` aria-invalid="true" aria-describedby="word-error"` : none}></div><p class="actions"><button class="danger">${esc(button)}</button></p></form>`
}

/** The word as it was asked for, whatever its case and the spaces around it. */
export const confirmed = (typed: string | null, word: string): boolean => typed?.trim().toUpperCase() === word

async function remove(asked: Asked): Promise<Reply> {
  const words = ACCOUNT_WORDS[asked.lang]
  if (!confirmed(asked.given.fields.get('word'), words.deleteWord)) return deletion(asked, true)
  await forgetPerson(asked.app.people, asked.session)
  return goto('/account/deleted', { end: true })
}
